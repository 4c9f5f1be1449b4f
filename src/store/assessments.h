#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/reported.h"
#include "store/store.h"

namespace jiheng::store {

/// What a person says of an indicator beside its value.
///
/// Shape   folded texts, "" where nothing is said: then the filed row's points, score and reason
///         count. `score` is a person's judgement within the bounds of its level.
/// Units   points, as written.
struct Assessment {
  std::string points{};
  std::string score{};
  std::string reason{};

  friend bool operator==(const Assessment&, const Assessment&) = default;
};

struct NewAssessment {
  std::int64_t indicator_id{};
  Assessment said{};
  ReportOrigin origin{};
  std::string author{};
};

struct StoredAssessment {
  std::int64_t id{};
  std::int64_t project_id{};
  NewAssessment assessment;
  std::int64_t at_ms{};
  bool living{};
  std::string ended_by{};
  std::int64_t ended_at_ms{};
};

/// 自评's points, judgements and reasons. Every call names the region first.
class Assessments {
 public:
  /// `store` outlives it.
  explicit Assessments(Store& store) : parts_(store.parts()) {}

  /// Keeps them, all or none; one of the same indicator ends what was said before. Gives the ids in
  /// order; where the living one says the very same, its id.
  /// Errors  not_found `store.no_indicator` (where: the position in the list, from 1).
  [[nodiscard]] Result<std::vector<std::int64_t>> assess(
      std::string_view region, std::span<const NewAssessment> assessments);
  /// Of a project, by indicator; with `ended` the history too, the newest first.
  [[nodiscard]] Result<std::vector<StoredAssessment>> of_project(std::string_view region,
                                                                 std::int64_t project_id,
                                                                 bool ended = false);
  /// The living ones of several projects, those of each together.
  [[nodiscard]] Result<std::vector<StoredAssessment>> of_projects(
      std::string_view region, const std::vector<std::int64_t>& project_ids);

 private:
  StoreParts parts_;
};

}  // namespace jiheng::store
