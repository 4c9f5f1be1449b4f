#include "app/score_list_file.h"

#include <array>
#include <span>
#include <string_view>

#include "app/score_keeping.h"
#include "report/csv.h"

namespace jiheng::app {
namespace {

constexpr std::array<std::string_view, 18> kRunColumns{
    "run_id",  "as_of",    "agency", "project",  "profile",  "profile_title",
    "version", "hash",     "of_run", "author",   "at",       "finished",
    "done",    "expected", "scored", "unscored", "proposed", "grades"};
constexpr std::array<std::string_view, 6> kProfileColumns{"profile",  "title",  "version",
                                                          "inherits", "clause", "verified"};

std::string yes_or_no(bool is) {
  return is ? "1" : "0";
}

std::string grades_text(const std::vector<store::GradeCount>& grades) {
  std::string text;
  for (const auto& one : grades) {
    text += (text.empty() ? "" : ";") + one.grade + "=" + std::to_string(one.projects);
  }
  return text;
}

std::array<std::string, kRunColumns.size()> cells_of(const StoredScoreRun& stored) {
  const auto& run = stored.run;
  return {std::to_string(stored.id),
          iso(run.as_of),
          report::safe_cell(stored.agency),
          report::safe_cell(stored.project),
          run.profile.id,
          report::safe_cell(run.profile.title),
          std::to_string(run.profile.version),
          run.profile.hash,
          run.of_run == 0 ? "" : std::to_string(run.of_run),
          report::safe_cell(run.author),
          iso_time(stored.at_ms),
          yes_or_no(stored.finished),
          std::to_string(stored.done),
          std::to_string(run.expected),
          std::to_string(stored.counts.scored),
          std::to_string(stored.counts.unscored),
          std::to_string(stored.counts.proposed),
          grades_text(stored.counts.grades)};
}

}  // namespace

Result<std::string> score_runs_csv(const Workspace& workspace, int year) {
  JH_TRY(const auto runs, score_runs(workspace, year));
  auto text = std::string(report::kBom) + report::csv_line(kRunColumns);
  for (const auto& run : runs) {
    text += report::csv_line(std::span<const std::string>(cells_of(run)));
  }
  return text;
}

std::string scoring_profiles_csv(const Workspace& workspace) {
  auto text = std::string(report::kBom) + report::csv_line(kProfileColumns);
  for (const auto& profile : workspace.library.scoring_profiles) {
    const std::array<std::string, kProfileColumns.size()> cells{
        profile.id,
        report::safe_cell(profile.title),
        std::to_string(profile.version),
        profile.inherits,
        report::safe_cell(profile.clause.text),
        yes_or_no(profile.clause.verified)};
    text += report::csv_line(std::span<const std::string>(cells));
  }
  return text;
}

}  // namespace jiheng::app
