#include "app/monitoring_file.h"

#include <algorithm>

#include "app/monitoring.h"
#include "report/monitoring_form.h"

namespace jiheng::app {
namespace {

constexpr std::size_t kMostSheets = 200;

Result<std::vector<std::int64_t>> projects_of(const Workspace& workspace,
                                              const store::IndicatorFilter& filter) {
  if (filter.project) {
    return std::vector<std::int64_t>{*filter.project};
  }
  std::vector<std::int64_t> ids;
  store::Stretch<store::ProjectSort> stretch{.cursor = {}, .limit = 2000};
  do {
    JH_TRY(const auto page,
           workspace.store.list_projects(
               {.region = filter.region, .year = filter.year, .agency = filter.agency}, stretch));
    for (const auto& project : page.items) {
      ids.push_back(project.id);
    }
    stretch.cursor = page.next;
  } while (!stretch.cursor.empty());
  return ids;
}

std::string forecast_text(const IndicatorWatch& watch) {
  return watch.forecast ? watch.forecast->to_shortest_string() + watch.measure : "";
}

report::MonitoringFormRow row_of(const ProjectMonitoring& monitoring, std::size_t at) {
  const auto& one = monitoring.indicators[at];
  report::MonitoringFormRow row{.row = monitoring.project.rows[at].row,
                                .watch = monitoring.watch.indicators[at],
                                .actual = monitoring.project.reached[at].actual.text};
  row.expected = forecast_text(row.watch);
  if (one.opinion) {
    const auto& said = one.opinion->opinion;
    row.expected = said.expected.empty() ? row.expected : said.expected;
    row.possibility = said.possibility;
    row.reasons = said.reasons;
    row.words = said.words;
    row.measure = said.measure;
    row.note = said.note;
  }
  return row;
}

/// The whole first, then what it is made of, each once.
std::vector<ProjectMoney> money_of(const ProjectMonitoring& monitoring) {
  std::vector<ProjectMoney> moneys{
      monitoring.money.value_or(ProjectMoney{.as_of = monitoring.period.day(),
                                             .adjusted = monitoring.project.execution.budget,
                                             .executed = monitoring.project.execution.executed})};
  std::vector<std::string> seen{""};
  for (const auto& said : monitoring.project.money) {
    if (std::ranges::find(seen, said.source) != seen.end()) {
      continue;
    }
    seen.push_back(said.source);
    if (auto money = money_at(monitoring.project.money, said.source, monitoring.period.day())) {
      moneys.push_back(*std::move(money));
    }
  }
  return moneys;
}

report::MonitoringForm form_of(const ProjectMonitoring& monitoring) {
  report::MonitoringForm form{.year = monitoring.period.year,
                              .month = monitoring.period.month,
                              .agency = monitoring.project.agency,
                              .project = monitoring.project.name,
                              .money = money_of(monitoring),
                              .execution = monitoring.watch.execution,
                              .light = monitoring.watch.light};
  for (std::size_t i = 0; i < monitoring.project.rows.size(); ++i) {
    form.rows.push_back(row_of(monitoring, i));
  }
  return form;
}

}  // namespace

Result<std::string> monitoring_file(const Workspace& workspace, const ExportRequest& request,
                                    const store::IndicatorFilter& filter) {
  JH_TRY(const auto* pack, monitoring_pack(workspace, request.monitoring_pack));
  JH_TRY(const auto projects, projects_of(workspace, filter));
  if (request.format == ExportFormat::xlsx && projects.size() > kMostSheets) {
    return fail(ErrorCode::invalid_input,
                {"monitoring.too_many_sheets",
                 {std::to_string(projects.size()), std::to_string(kMostSheets)}},
                "format");
  }
  const WatchedPeriod period{.year = filter.year,
                             .month = request.month == 0 ? pack->periods.key : request.month,
                             .pack = pack->id};
  JH_TRY(const auto all, projects_monitoring(workspace, projects, period));
  if (all.empty()) {
    return fail(ErrorCode::not_found, {"exporting.no_rows", {std::to_string(filter.year)}});
  }
  std::vector<report::MonitoringForm> forms;
  forms.reserve(all.size());
  for (const auto& monitoring : all) {
    forms.push_back(form_of(monitoring));
  }
  const report::MonitoringForms given{*pack, forms, workspace.library.catalogue, request.language};
  switch (request.format) {
    case ExportFormat::xlsx:
      return report::monitoring_xlsx(given);
    case ExportFormat::csv:
      return report::monitoring_csv(given);
    case ExportFormat::json:
      return report::monitoring_json(given);
  }
  return "";
}

}  // namespace jiheng::app
