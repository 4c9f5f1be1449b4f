#include "app/evaluation_list.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "app/self_evaluation.h"
#include "report/csv.h"

namespace jiheng::app {
namespace {

constexpr std::int64_t kAtOnce = 500;  // projects scored together
constexpr std::array<std::string_view, 9> kColumns{
    "report.column_agency",     "report.column_project",     "evaluation.column.rows",
    "evaluation.column.values", "evaluation.column.missing", "evaluation.column.points",
    "evaluation.column.total",  "evaluation.column.grade",   "evaluation.column.id"};

EvaluationSummary summary_of(const SelfEvaluation& evaluation) {
  EvaluationSummary summary{.id = evaluation.project_id,
                            .agency_id = evaluation.agency_id,
                            .agency = evaluation.agency,
                            .project = evaluation.project,
                            .rows = evaluation.rows.size(),
                            .missing = evaluation.missing.size(),
                            .possible = evaluation.score.possible,
                            .grade = evaluation.score.grade};
  summary.values = static_cast<std::size_t>(std::ranges::count_if(
      evaluation.rows, [](const EvaluatedRow& row) { return !row.stored.row.actual.empty(); }));
  if (evaluation.score.unscored == 0) {
    summary.total = evaluation.score.total;
  }
  return summary;
}

bool fits(const EvaluationSummary& summary, const EvaluationFilter& filter) {
  return (!filter.missing || *filter.missing == (summary.missing > 0)) &&
         (filter.grade.empty() || filter.grade == summary.grade);
}

/// Every project of the filter in document order, or by name or agency.
Result<std::vector<EvaluationSummary>> all_of(const Workspace& workspace,
                                              const EvaluationFilter& filter,
                                              const EvaluationStretch& stretch) {
  JH_TRY(const auto region, region_of(workspace));
  const auto sort = stretch.sort == EvaluationSort::name     ? store::ProjectSort::name
                    : stretch.sort == EvaluationSort::agency ? store::ProjectSort::agency
                                                             : store::ProjectSort::document;
  const bool stored = stretch.sort <= EvaluationSort::agency;
  store::Stretch<store::ProjectSort> part{
      .sort = sort, .descending = stored && stretch.descending, .limit = kAtOnce};
  std::vector<EvaluationSummary> all;
  do {
    JH_TRY(
        const auto page,
        workspace.store.list_projects(
            {.region = region, .year = filter.year, .agency = filter.agency, .query = filter.query},
            part));
    std::vector<std::int64_t> ids;
    for (const auto& project : page.items) {
      ids.push_back(project.id);
    }
    JH_TRY(const auto evaluations, self_evaluations(workspace, filter.year, ids, filter.profile));
    for (const auto& evaluation : evaluations) {
      auto summary = summary_of(evaluation);
      if (fits(summary, filter)) {
        all.push_back(std::move(summary));
      }
    }
    part.cursor = page.next;
  } while (!part.cursor.empty());
  return all;
}

/// What has no total stands last, whichever way the list runs.
void sort_by(std::vector<EvaluationSummary>& all, const EvaluationStretch& stretch) {
  const bool down = stretch.descending;
  if (stretch.sort == EvaluationSort::total) {
    std::ranges::stable_sort(all, [&](const auto& one, const auto& other) {
      if (one.total.has_value() != other.total.has_value()) {
        return one.total.has_value();
      }
      return one.total && (down ? *other.total < *one.total : *one.total < *other.total);
    });
  } else if (stretch.sort == EvaluationSort::missing) {
    std::ranges::stable_sort(all, [&](const auto& one, const auto& other) {
      return down ? other.missing < one.missing : one.missing < other.missing;
    });
  }
}

Result<std::size_t> start_of(const std::string& cursor) {
  std::size_t start = 0;
  const auto* end = cursor.data() + cursor.size();
  const auto read = std::from_chars(cursor.data(), end, start);
  if (!cursor.empty() && (read.ec != std::errc{} || read.ptr != end)) {
    return fail(ErrorCode::invalid_input, {"store.bad_cursor"});
  }
  return start;
}

}  // namespace

Result<EvaluationPage> list_evaluations(const Workspace& workspace, const EvaluationFilter& filter,
                                        const EvaluationStretch& stretch) {
  JH_TRY(const auto start, start_of(stretch.cursor));
  JH_TRY(const auto profile,
         workspace.library.scoring_profile(filter.profile.empty() ? packs::kDefaultScoringProfile
                                                                  : filter.profile));
  JH_TRY(auto all, all_of(workspace, filter, stretch));
  sort_by(all, stretch);
  EvaluationPage page{.total = all.size(), .profile = profile.title};
  page.whole = static_cast<std::size_t>(
      std::ranges::count(all, std::size_t{0}, &EvaluationSummary::missing));
  for (auto i = start; i < all.size() && i < start + stretch.limit; ++i) {
    page.items.push_back(std::move(all[i]));
  }
  if (start + stretch.limit < all.size()) {
    page.next = std::to_string(start + stretch.limit);
  }
  return page;
}

Result<std::string> evaluations_csv(const Workspace& workspace, const EvaluationFilter& filter,
                                    const EvaluationStretch& stretch, packs::Language language) {
  JH_TRY(auto all, all_of(workspace, filter, stretch));
  sort_by(all, stretch);
  std::array<std::string, kColumns.size()> cells;
  std::ranges::transform(kColumns, cells.begin(), [&](std::string_view key) {
    return workspace.library.catalogue.render(language, {std::string(key)});
  });
  auto text = std::string(report::kBom) + report::csv_line(std::span<const std::string>(cells));
  for (const auto& one : all) {
    cells = {report::safe_cell(one.agency),
             report::safe_cell(one.project),
             std::to_string(one.rows),
             std::to_string(one.values),
             std::to_string(one.missing),
             one.possible.to_shortest_string(),
             one.total ? one.total->to_shortest_string() : std::string(),
             one.grade,
             std::to_string(one.id)};
    text += report::csv_line(std::span<const std::string>(cells));
  }
  return text;
}

}  // namespace jiheng::app
