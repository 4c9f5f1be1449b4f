#pragma once

#include <string>

#include "app/workspace.h"

namespace jiheng::app {

/// The runs of a year, newest first, a run a line, UTF-8 with BOM:
/// `run_id,as_of,agency,project,profile,profile_title,version,hash,of_run,author,at,finished,done,`
/// `expected,scored,unscored,proposed,grades`.
///
/// Shape   `agency` and `project` are empty where the run is of a whole year; `grades` reads
///         "优=12;良=3", with nothing before the = for projects without a grade; `proposed` counts
///         indicators whose points the profile proposed.
/// Errors  unavailable when the database is away.
[[nodiscard]] Result<std::string> score_runs_csv(const Workspace& workspace, int year);

/// The scoring profiles of the packs, a profile a line, UTF-8 with BOM:
/// `profile,title,version,inherits,clause,verified`.
[[nodiscard]] std::string scoring_profiles_csv(const Workspace& workspace);

}  // namespace jiheng::app
