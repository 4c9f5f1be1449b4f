#include "app/evaluation_list.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

#include "app/self_evaluation.h"
#include "report/csv.h"

namespace jiheng::app {
namespace {

constexpr std::int64_t kAtOnce = 500;  // projects scored together
constexpr std::array<std::string_view, 10> kColumns{
    "report.column_agency",     "report.column_project",      "evaluation.column.rows",
    "evaluation.column.values", "evaluation.column.missing",  "evaluation.column.points",
    "evaluation.column.total",  "evaluation.column.unscored", "evaluation.column.grade",
    "evaluation.column.id"};

EvaluationSummary summary_of(const SelfEvaluation& evaluation) {
  EvaluationSummary summary{.id = evaluation.project_id,
                            .agency_id = evaluation.agency_id,
                            .agency = evaluation.agency,
                            .project = evaluation.project,
                            .rows = evaluation.rows.size(),
                            .missing = evaluation.missing.size(),
                            .possible = evaluation.score.possible,
                            .unscored = evaluation.score.unscored,
                            .grade = evaluation.score.grade};
  summary.values = static_cast<std::size_t>(std::ranges::count_if(
      evaluation.rows, [](const EvaluatedRow& row) { return !row.stored.row.actual.empty(); }));
  if (has_score(evaluation.score)) {
    summary.total = evaluation.score.total;
  }
  return summary;
}

/// The order is one the store keeps: by document, name or agency.
bool is_kept_order(EvaluationSort sort) {
  return sort <= EvaluationSort::agency;
}

bool fits(const EvaluationSummary& summary, const EvaluationFilter& filter) {
  return (!filter.missing || *filter.missing == (summary.missing > 0)) &&
         (filter.grade.empty() || filter.grade == summary.grade);
}

Result<store::ProjectFilter> projects_of(const Workspace& workspace,
                                         const EvaluationFilter& filter) {
  JH_TRY(auto region, region_of(workspace));
  return store::ProjectFilter{.region = std::move(region),
                              .year = filter.year,
                              .agency = filter.agency,
                              .query = filter.query};
}

store::Stretch<store::ProjectSort> kept_stretch(const EvaluationStretch& stretch) {
  const auto sort = stretch.sort == EvaluationSort::name     ? store::ProjectSort::name
                    : stretch.sort == EvaluationSort::agency ? store::ProjectSort::agency
                                                             : store::ProjectSort::document;
  return {.sort = sort, .descending = is_kept_order(stretch.sort) && stretch.descending};
}

using ProjectPage = store::Page<store::ProjectSummary>;

Result<std::vector<EvaluationSummary>> evaluated(const Workspace& workspace,
                                                 const EvaluationFilter& filter,
                                                 const ProjectPage& projects) {
  std::vector<std::int64_t> ids;
  for (const auto& project : projects.items) {
    ids.push_back(project.id);
  }
  JH_TRY(const auto evaluations, self_evaluations(workspace, filter.year, ids, filter.profile));
  std::vector<EvaluationSummary> all;
  std::ranges::transform(evaluations, std::back_inserter(all), summary_of);
  return all;
}

/// Every project of the filter in document order, or by name or agency.
Result<std::vector<EvaluationSummary>> all_of(const Workspace& workspace,
                                              const EvaluationFilter& filter,
                                              const EvaluationStretch& stretch) {
  JH_TRY(const auto projects, projects_of(workspace, filter));
  auto part = kept_stretch(stretch);
  part.limit = kAtOnce;
  std::vector<EvaluationSummary> all;
  do {
    JH_TRY(const auto page, workspace.store.list_projects(projects, part));
    JH_TRY(auto some, evaluated(workspace, filter, page));
    std::ranges::copy_if(some, std::back_inserter(all),
                         [&](const EvaluationSummary& one) { return fits(one, filter); });
    part.cursor = page.next;
  } while (!part.cursor.empty());
  return all;
}

/// A page of a list that can be told without scores: only its own projects are scored.
Result<EvaluationPage> kept_page(const Workspace& workspace, const EvaluationFilter& filter,
                                 const EvaluationStretch& stretch) {
  JH_TRY(const auto projects, projects_of(workspace, filter));
  auto part = kept_stretch(stretch);
  part.cursor = stretch.cursor;
  part.limit = static_cast<std::int64_t>(stretch.limit);
  JH_TRY(const auto page, workspace.store.list_projects(projects, part));
  JH_TRY(auto items, evaluated(workspace, filter, page));
  return EvaluationPage{.items = std::move(items),
                        .next = page.next,
                        .total = page.total,
                        .total_is_exact = page.total_is_exact};
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

Result<EvaluationPage> scored_page(const Workspace& workspace, const EvaluationFilter& filter,
                                   const EvaluationStretch& stretch) {
  JH_TRY(const auto start, start_of(stretch.cursor));
  JH_TRY(auto all, all_of(workspace, filter, stretch));
  sort_by(all, stretch);
  EvaluationPage page{.total = static_cast<std::int64_t>(all.size())};
  for (auto i = start; i < all.size() && i < start + stretch.limit; ++i) {
    page.items.push_back(std::move(all[i]));
  }
  if (start + stretch.limit < all.size()) {
    page.next = std::to_string(start + stretch.limit);
  }
  return page;
}

Result<packs::ScoringProfile> profile_of(const Workspace& workspace,
                                         const EvaluationFilter& filter) {
  return workspace.library.scoring_profile(filter.profile.empty() ? packs::kDefaultScoringProfile
                                                                  : filter.profile);
}

}  // namespace

Result<EvaluationPage> list_evaluations(const Workspace& workspace, const EvaluationFilter& filter,
                                        const EvaluationStretch& stretch) {
  JH_TRY(const auto profile, profile_of(workspace, filter));
  const bool without_scores =
      is_kept_order(stretch.sort) && !filter.missing && filter.grade.empty();
  JH_TRY(auto page, without_scores ? kept_page(workspace, filter, stretch)
                                   : scored_page(workspace, filter, stretch));
  page.profile = profile.title;
  return page;
}

Result<EvaluationCounts> count_evaluations(const Workspace& workspace,
                                           const EvaluationFilter& filter) {
  JH_TRY(const auto profile, profile_of(workspace, filter));
  JH_TRY(const auto all, all_of(workspace, filter, {}));
  EvaluationCounts counts{
      .total = static_cast<std::int64_t>(all.size()),
      .whole = std::ranges::count(all, std::size_t{0}, &EvaluationSummary::missing)};
  const auto add = [&](const std::string& grade) {
    const auto count = std::ranges::count(all, grade, &EvaluationSummary::grade);
    if (count > 0) {
      counts.grades.push_back({grade, count});
    }
  };
  for (const auto& band : profile.grades) {
    add(band.name);
  }
  add("");
  return counts;
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
             std::to_string(one.unscored),
             one.grade,
             std::to_string(one.id)};
    text += report::csv_line(std::span<const std::string>(cells));
  }
  return text;
}

}  // namespace jiheng::app
