#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "app/reported_projects.h"
#include "app/score_record.h"
#include "app/workspace.h"
#include "store/score_runs.h"

namespace jiheng::app {

/// How far long work is, and whether anybody still wants it.
///
/// Shape   `tell` may be empty; it is called from time to time with what is done of how much.
struct LongWork {
  std::function<void(std::int64_t done, std::int64_t all)> tell{};
  std::stop_token stop{};
};

/// A project that is scored: who it is, and what its scores are computed from.
struct InputOfProject {
  std::int64_t project_id{};
  std::int64_t agency_id{};
  ScoreInput input{};
  std::string kept_result{};  // of a kept run; "" of the year's present state
};

/// From which inputs scores are computed: those a run kept, or what stands in the database at a
/// day.
struct ScoreSource {
  std::int64_t run{};  // 0 for the database
  store::ScoredScope scope{};
  Date as_of{};
};

/// Today, where the tables are from (UTC+8).
[[nodiscard]] Date today(const Workspace& workspace);

/// A reported project as the input of its scores.
[[nodiscard]] ScoreInput input_of(const ReportedProject& project);

using TakeInput = std::function<Result<void>(InputOfProject project)>;

/// Every project of the source in document order, a batch at a time. Stops at the first Error of
/// `take`.
/// Errors  not_found `score_keeping.no_projects`, `store.no_score_run`; unavailable
///         `score_keeping.stopped` between two batches once `work.stop` asks for it.
[[nodiscard]] Result<void> each_input(const Workspace& workspace, const ScoreSource& source,
                                      const LongWork& work, const TakeInput& take);

}  // namespace jiheng::app
