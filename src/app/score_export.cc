#include "app/score_export.h"

#include <optional>
#include <set>
#include <utility>

namespace jiheng::app {
namespace {

struct FormatFacts {
  std::string_view ending;
  std::string_view media_type;
};

FormatFacts facts_of(ReviewFormat format) {
  switch (format) {
    case ReviewFormat::text:
      return {".txt", "text/plain; charset=utf-8"};
    case ReviewFormat::csv:
      return {".csv", "text/csv; charset=utf-8"};
    case ReviewFormat::json:
      return {".jsonl", "application/x-ndjson; charset=utf-8"};
    case ReviewFormat::xlsx:
      return {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"};
  }
  return {};
}

/// The projects a filter lets through; nothing where it lets all.
Result<std::optional<std::set<std::string>>> wanted_projects(const Workspace& workspace,
                                                             const store::ScoreFilter& filter) {
  if (!filter.agency && !filter.grade && filter.query.empty()) {
    return std::nullopt;
  }
  std::set<std::string> names;
  store::Stretch<store::ScoreSort> stretch{.limit = 2000};
  do {
    JH_TRY(const auto page, run_results(workspace, filter, stretch));
    for (const auto& one : page.items) {
      names.insert(one.agency + "\n" + one.project);
    }
    stretch.cursor = page.next;
  } while (!stretch.cursor.empty());
  return names;
}

}  // namespace

void add_project(Scoring& scoring, const ScoreInput& input, const ProjectScore& score) {
  auto project = score;
  for (auto& row : project.rows) {
    row += scoring.rows.size();
  }
  for (const auto& scored : input.rows) {
    scoring.rows.push_back(scored.row);
  }
  if (!project.rows.empty()) {
    scoring.projects.push_back(std::move(project));
  }
}

std::string source_of_scores(int year, Date as_of) {
  return std::to_string(year) + "@" + iso(as_of);
}

Result<ExportedFile> export_run(const Workspace& workspace, const store::ScoreFilter& filter,
                                ReviewFormat format, packs::Language language) {
  JH_TRY(const auto run, score_run(workspace, filter.run));
  JH_TRY(const auto wanted, wanted_projects(workspace, filter));
  const auto& catalogue = workspace.library.catalogue;
  const Scoring nothing{.source = source_of_scores(run.run.scope.year, run.run.as_of),
                        .profile = run.run.profile.title};
  auto kept = nothing;
  auto bytes = score_header(format);
  const bool together = format == ReviewFormat::xlsx || format == ReviewFormat::text;
  const auto take = [&](const ScoreInput& input, const ProjectScore& score) -> Result<void> {
    if (wanted && !wanted->contains(input.execution.agency + "\n" + input.execution.project)) {
      return {};
    }
    add_project(kept, input, score);
    if (!together) {
      bytes += score_lines(kept, format, catalogue, language);
      kept = nothing;
    }
    return {};
  };
  JH_TRY_DO(each_kept_score(workspace, filter.run, {}, take));
  if (format == ReviewFormat::xlsx) {
    JH_TRY(bytes, score_workbook({kept}, catalogue, language));
  } else if (together) {
    bytes += score_lines(kept, format, catalogue, language);
  }
  const auto facts = facts_of(format);
  return ExportedFile{.bytes = std::move(bytes),
                      .media_type = std::string(facts.media_type),
                      .name = catalogue.render(language, {"scoring.sheet"}) + "-" +
                              std::to_string(run.run.scope.year) + std::string(facts.ending)};
}

}  // namespace jiheng::app
