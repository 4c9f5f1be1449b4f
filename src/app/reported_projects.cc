#include "app/reported_projects.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "app/score_inputs.h"
#include "store/actuals.h"
#include "store/assessments.h"
#include "store/project_money.h"
#include "store/project_rows.h"

namespace jiheng::app {
namespace {

using Projects = std::vector<std::int64_t>;

/// Everything said of some projects, by indicator or project.
struct Said {
  std::unordered_map<std::int64_t, std::vector<ReportedValue>> values{};
  std::unordered_map<std::int64_t, store::Assessment> assessments{};
  std::unordered_map<std::int64_t, std::vector<ProjectMoney>> money{};
};

Result<Said> said_of(store::Store& store, std::string_view region, const Projects& projects) {
  Said said;
  JH_TRY(auto actuals, store::Actuals(store).of_projects(region, projects));
  for (auto& one : actuals) {
    said.values[one.actual.indicator_id].push_back(std::move(one.actual.said));
  }
  JH_TRY(auto assessments, store::Assessments(store).of_projects(region, projects));
  for (auto& one : assessments) {
    said.assessments.insert_or_assign(one.assessment.indicator_id, std::move(one.assessment.said));
  }
  JH_TRY(auto moneys, store::Moneys(store).of_projects(region, projects));
  for (auto& one : moneys) {
    said.money[one.money.project_id].push_back(std::move(one.money.said));
  }
  return said;
}

void prefer(std::string& filed, const std::string& said) {
  if (!said.empty()) {
    filed = said;
  }
}

ReportedProject project_of(store::ProjectRows loaded, Said& said, Date day,
                           const Understanding& by) {
  ReportedProject project{.id = loaded.id,
                          .agency_id = loaded.agency_id,
                          .agency = loaded.rows.front().row.agency,
                          .name = loaded.rows.front().row.project,
                          .year = loaded.year,
                          .rows = std::move(loaded.rows)};
  project.reached.reserve(project.rows.size());
  for (auto& stored : project.rows) {
    auto& row = stored.row;
    // One project, though a filing may write its name in two ways.
    row.agency = project.agency;
    row.project = project.name;
    project.reached.push_back(reached_by(row, said.values[stored.id], day, by));
    row.actual = project.reached.back().actual.text;
    const auto assessed = said.assessments.find(stored.id);
    if (assessed != said.assessments.end()) {
      prefer(row.points, assessed->second.points);
      prefer(row.score, assessed->second.score);
      prefer(row.reason, assessed->second.reason);
    }
  }
  project.money = std::move(said.money[project.id]);
  project.execution = {.agency = project.agency, .project = project.name};
  if (const auto money = money_at(project.money, "", day)) {
    project.execution.budget = money->budget();
    project.execution.executed = money->executed;
  }
  return project;
}

bool is_known(const Execution& execution) {
  return execution.budget || execution.executed || !execution.points.empty() ||
         !execution.score.empty();
}

/// What the filed forms say of the money of projects nobody has said anything of.
Result<void> add_filed_money(const Workspace& workspace, std::string_view region,
                             std::vector<ReportedProject>& projects) {
  std::map<std::pair<std::int64_t, int>, std::vector<ReportedProject*>> silent;
  for (auto& project : projects) {
    const bool evaluated = std::ranges::any_of(project.rows, [](const auto& stored) {
      return !stored.row.actual.empty() || !stored.row.score.empty();
    });
    if (evaluated && !is_known(project.execution)) {
      silent[{project.agency_id, project.year}].push_back(&project);
    }
  }
  for (const auto& [agency, waiting] : silent) {
    JH_TRY(const auto facts, workspace.store.filed_facts(region, agency.second, {agency.first}));
    // By the project's name alone: a form may write its agency's in another way.
    std::map<std::string_view, const Execution*> filed;
    for (const auto& execution : facts.executions) {
      filed.try_emplace(execution.project, &execution);
    }
    for (auto* project : waiting) {
      const auto found = filed.find(project->name);
      if (found != filed.end()) {
        project->execution = *found->second;
        project->execution.agency = project->agency;
      }
    }
  }
  return {};
}

}  // namespace

Result<std::vector<ReportedProject>> reported_projects(const Workspace& workspace,
                                                       std::string_view region,
                                                       const std::vector<std::int64_t>& projects,
                                                       Date day) {
  JH_TRY(auto loaded, store::project_rows(workspace.store, region, projects));
  // What is shown before anybody has chosen a profile is read by the usual one.
  JH_TRY(const auto profile, workspace.library.scoring_profile(packs::kDefaultScoringProfile));
  const Understanding by{workspace.vocabulary, profile.fraction_from};
  std::vector<ReportedProject> reported;
  reported.reserve(loaded.size());
  constexpr std::size_t kAtOnce = 2000;  // ids in one question, see store/project_rows.cc
  for (std::size_t start = 0; start < loaded.size(); start += kAtOnce) {
    const auto end = std::min(loaded.size(), start + kAtOnce);
    Projects ids;
    ids.reserve(end - start);
    for (auto i = start; i < end; ++i) {
      ids.push_back(loaded[i].id);
    }
    JH_TRY(auto said, said_of(workspace.store, region, ids));
    for (auto i = start; i < end; ++i) {
      reported.push_back(project_of(std::move(loaded[i]), said, day, by));
    }
  }
  JH_TRY_DO(add_filed_money(workspace, region, reported));
  return reported;
}

ProjectScore score_of(const ReportedProject& project, const scoring::Scheme& scheme) {
  return score_of(input_of(project), scheme);
}

}  // namespace jiheng::app
