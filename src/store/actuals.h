#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/reported.h"
#include "store/store.h"

namespace jiheng::store {

/// Something a person or a document says an indicator has reached.
///
/// Shape   `document_id` 0 and `place` "" where it was read nowhere.
struct NewActual {
  std::int64_t indicator_id{};
  ReportedValue said{};
  ReportOrigin origin{};
  std::int64_t document_id{};
  std::string place{};
  std::string note{};
  std::string author{};
};

/// Shape   `living` until it is said again or taken back; `ended_by` "" while it is.
struct StoredActual {
  std::int64_t id{};
  std::int64_t project_id{};
  NewActual actual;
  std::int64_t at_ms{};
  bool living{};
  std::string ended_by{};
  std::int64_t ended_at_ms{};
};

/// 完成值 at dates. Every call names the region first.
class Actuals {
 public:
  /// `store` outlives it.
  explicit Actuals(Store& store) : parts_(store.parts()) {}

  /// Keeps them, all or none; one of the same indicator, day and sub-unit ends what was said
  /// before. Gives the ids in order; where the living one says the very same, its id, and nothing
  /// is changed.
  /// Errors  not_found `store.no_indicator` (where: the position in the list, from 1).
  [[nodiscard]] Result<std::vector<std::int64_t>> report(std::string_view region,
                                                         std::span<const NewActual> actuals);
  /// Ends one; what it had replaced lives again. Gives its indicator.
  /// Errors  not_found `store.no_actual`; conflict `store.actual_ended`.
  [[nodiscard]] Result<std::int64_t> take_back(std::string_view region, std::int64_t actual_id,
                                               std::string_view author);
  /// Of a project, by indicator, day, sub-unit; with `ended` the history too, the newest first.
  [[nodiscard]] Result<std::vector<StoredActual>> of_project(std::string_view region,
                                                             std::int64_t project_id,
                                                             bool ended = false);
  /// The living ones of several projects, those of each together.
  [[nodiscard]] Result<std::vector<StoredActual>> of_projects(
      std::string_view region, const std::vector<std::int64_t>& project_ids);

 private:
  StoreParts parts_;
};

}  // namespace jiheng::store
