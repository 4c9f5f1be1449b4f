#pragma once

#include <string>

#include "app/exporting.h"
#include "app/score_keeping.h"
#include "app/scoring.h"

namespace jiheng::app {

/// Adds a project scored from the database to what a document's scores look like.
void add_project(Scoring& scoring, const ScoreInput& input, const ProjectScore& score);

/// "2022@2022-12-31": what stands as the source of scores from the database.
[[nodiscard]] std::string source_of_scores(int year, Date as_of);

/// The kept scores of a run, filtered, in the shapes of `jiheng score`.
/// Errors  not_found `store.no_score_run`; those of `each_kept_score`.
[[nodiscard]] Result<ExportedFile> export_run(const Workspace& workspace,
                                              const store::ScoreFilter& filter, ReviewFormat format,
                                              packs::Language language);

}  // namespace jiheng::app
