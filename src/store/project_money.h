#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/project_money.h"
#include "domain/reported.h"
#include "store/store.h"

namespace jiheng::store {

/// What is said of a project's money at a day; `document_name` and `place` "" where it was typed.
struct NewMoney {
  std::int64_t project_id{};
  ProjectMoney said{};
  ReportOrigin origin{};
  std::string document_name{};
  std::string place{};
  std::string author{};
};

struct StoredMoney {
  std::int64_t id{};
  NewMoney money;
  std::int64_t at_ms{};
  bool living{};
  std::string ended_by{};
  std::int64_t ended_at_ms{};
};

/// 项目资金 at dates. Every call names the region first.
class Moneys {
 public:
  /// `store` outlives it.
  explicit Moneys(Store& store) : parts_(store.parts()) {}

  /// Keeps them, all or none; one of the same project, day and source ends what was said before.
  /// Gives the ids in order; where the living one says the very same, its id.
  /// Errors  not_found `store.no_project`; invalid_input `store.bad_amount` for more than two
  ///         decimals or beyond what fits (where: the position in the list, from 1).
  [[nodiscard]] Result<std::vector<std::int64_t>> state(std::string_view region,
                                                        std::span<const NewMoney> moneys);
  /// Of a project, by source and day; with `ended` the history too, the newest first.
  [[nodiscard]] Result<std::vector<StoredMoney>> of_project(std::string_view region,
                                                            std::int64_t project_id,
                                                            bool ended = false);
  /// The living ones of several projects, those of each together.
  [[nodiscard]] Result<std::vector<StoredMoney>> of_projects(
      std::string_view region, const std::vector<std::int64_t>& project_ids);

 private:
  StoreParts parts_;
};

}  // namespace jiheng::store
