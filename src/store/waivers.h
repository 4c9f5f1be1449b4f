#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "domain/finding.h"
#include "sql/connection.h"
#include "store/findings.h"

namespace jiheng::store {

/// The living waivers of a region and year.
class LivingWaivers {
 public:
  [[nodiscard]] static Result<LivingWaivers> load(sql::Connection& connection,
                                                  std::string_view region, std::int64_t year);

  /// Marks the findings that fall under one: those about the same row or project by the same rule,
  /// whose cells are what they were then. `places` says which rows these are.
  void mark(std::span<const Indicator> rows, std::span<const FindingPlace> places,
            std::span<Finding> findings) const;

 private:
  struct Held {
    std::string cells;
    Waiver waiver;
  };

  // By project, row (0 for the project itself) and rule; the newest last.
  std::multimap<std::tuple<std::int64_t, std::int64_t, std::string>, Held> held_{};
};

}  // namespace jiheng::store
