#include "scoring/score_projects.h"

#include <algorithm>
#include <map>

#include "domain/cell_number.h"
#include "scoring/actual_words.h"
#include "scoring/difference.h"
#include "scoring/execution.h"
#include "scoring/quantities.h"
#include "scoring/score_indicator.h"
#include "scoring/steps.h"

namespace jiheng::scoring {
namespace {

template <typename Said>
const Said* said_of(const ProjectScore& project, std::span<const Said> all) {
  const auto found = std::ranges::find_if(all, [&](const Said& said) {
    return said.agency == project.agency && said.project == project.project;
  });
  return found == all.end() ? nullptr : &*found;
}

std::vector<ProjectScore> by_project(std::span<const Indicator> rows) {
  std::vector<ProjectScore> projects;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> known;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto [found, fresh] =
        known.try_emplace({rows[i].agency, rows[i].project}, projects.size());
    if (fresh) {
      projects.push_back({.agency = rows[i].agency, .project = rows[i].project});
    }
    projects[found->second].rows.push_back(i);
  }
  return projects;
}

/// Nothing where less is better, or the two cannot be compared.
std::optional<InOneMeasure> compared_of(const Indicator& row, const Actual& actual,
                                        const packs::ScoringProfile& profile) {
  const bool more_is_better =
      row.comparator == Comparator::at_least || row.comparator == Comparator::more_than;
  if (!more_is_better || is_blank(actual.text)) {
    return std::nullopt;
  }
  Steps quiet(false);
  const auto values = in_one_measure(row, actual, profile, quiet);
  return values ? std::optional(InOneMeasure{values->low, values->actual}) : std::nullopt;
}

/// What is said of the money stays; what it would have earned goes.
void leave_unscored(Score& score) {
  score.score.reset();
  score.unscored = Unscored::no_room;
  score.difference = Difference::none;
  std::erase_if(score.derivation.steps, [](const Step& step) {
    return step.kind != StepKind::execution_initial && step.kind != StepKind::execution_rate;
  });
}

/// Execution has its points where those of the indicators leave room for them. Where they leave
/// none it is not scored, which is said: a total without it is not the profile's.
void add_execution(const Scheme& scheme, const Execution* said, ProjectScore& project) {
  const auto& profile = scheme.profile();
  auto score =
      score_execution(scheme, said != nullptr ? *said : Execution{project.agency, project.project});
  if (!(score.points > Decimal{})) {
    return;
  }
  const auto all = project.possible.plus(*score.points);
  if (!all || *all > profile.total) {
    leave_unscored(score);
    project.execution = std::move(score);
  } else if (said != nullptr || *all == profile.total) {
    project.possible = *all;
    project.execution = std::move(score);
  }
}

bool is_without_room(const ProjectScore& project) {
  return project.execution && project.execution->unscored == Unscored::no_room;
}

/// Adds up; what leaves 128 bits is left out and counted as not scored.
void add(ProjectScore& project, const std::optional<Decimal>& score) {
  const auto sum = score ? project.total.plus(*score) : Result<Decimal>(project.total);
  if (!score || !sum) {
    ++project.unscored;
    return;
  }
  project.total = *sum;
}

void cap(const packs::ScoringProfile& profile, const Execution* execution, ProjectScore& project,
         Steps& steps) {
  const auto rate = execution != nullptr ? execution_rate(*execution) : std::nullopt;
  for (const auto& known : profile.execution.caps) {
    if (!rate || project.total <= known.total) {
      continue;
    }
    const auto from = reaches(*rate, known.from);
    const auto beyond = known.to ? reaches(*rate, *known.to) : Outcome<bool>(false);
    const auto percent = percent_of(*rate);
    if (from && *from && beyond && !*beyond && percent) {
      steps.add(StepKind::cap, *percent, known.total, project.total);
      project.total = known.total;
    }
  }
}

void grade(const packs::ScoringProfile& profile, ProjectScore& project, Steps& steps) {
  if (project.unscored > 0 || project.possible != profile.total) {
    return;
  }
  const auto band = std::ranges::find_if(profile.grades, [&](const packs::GradeBand& known) {
    return project.total >= known.from && (!known.to || project.total < *known.to);
  });
  if (band != profile.grades.end()) {
    project.grade = band->name;
    steps.add(StepKind::grade, project.total, band->name, band->from);
  }
}

void sum_up(const Scheme& scheme, const Reported& reported, ProjectScore& project) {
  const auto& profile = scheme.profile();
  const auto* execution = said_of(project, reported.executions);
  Steps steps(scheme.explains());
  add_execution(scheme, execution, project);
  for (const auto& score : project.scores) {
    add(project, score.score);
  }
  const auto of_rows = project.total;
  if (project.execution) {
    add(project, project.execution->score);
  }
  const auto total = project.total.rounded(profile.places);
  project.total = total ? *total : project.total;
  const auto money =
      project.execution && project.execution->score ? *project.execution->score : Decimal{};
  steps.add(StepKind::sum, of_rows, money, project.total);
  cap(profile, execution, project, steps);
  grade(profile, project, steps);
  if (const auto off = points_complaint(profile, project); off) {
    steps.add(*off);
  }
  if (const auto* filed = said_of(project, reported.totals)) {
    project.filed_total = number_in(filed->total);
  }
  if (project.unscored == 0 && project.filed_total) {
    project.difference = plain_difference(project.filed_total, project.total, profile);
  }
  if (scheme.explains()) {
    project.derivation = {steps.take(), profile.grade_clause.text, profile.grade_clause.verified};
  }
}

}  // namespace

std::optional<Step> points_complaint(const packs::ScoringProfile& profile,
                                     const ProjectScore& project) {
  if (is_without_room(project) && !(project.possible > profile.total)) {
    return Step{StepKind::points_beyond,
                {project.possible.to_shortest_string(),
                 project.execution->points.value_or(Decimal{}).to_shortest_string(),
                 profile.total.to_shortest_string()}};
  }
  if (project.possible == profile.total) {
    return std::nullopt;
  }
  return Step{StepKind::points_off,
              {project.possible.to_shortest_string(), profile.total.to_shortest_string()}};
}

std::vector<ProjectScore> score_projects(const Scheme& scheme, const Reported& reported) {
  auto projects = by_project(reported.rows);
  for (auto& project : projects) {
    for (const auto row : project.rows) {
      project.scores.push_back(
          score_indicator(scheme, reported.rows[row], reported.actuals[row], reported.year));
      project.compared.push_back(
          compared_of(reported.rows[row], reported.actuals[row], scheme.profile()));
      const auto& points = project.scores.back().points;
      const auto sum = points ? project.possible.plus(*points) : Result<Decimal>(project.possible);
      project.possible = sum ? *sum : project.possible;
    }
    sum_up(scheme, reported, project);
  }
  return projects;
}

}  // namespace jiheng::scoring
