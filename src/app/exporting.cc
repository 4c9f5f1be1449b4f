#include "app/exporting.h"

#include "app/ambition.h"
#include "app/evaluation_export.h"
#include "app/monitoring_file.h"
#include "report/indicator_list.h"
#include "report/table11.h"

namespace jiheng::app {
namespace {

struct FormatFacts {
  std::string_view ending;
  std::string_view media_type;
};

FormatFacts facts_of(ExportFormat format) {
  switch (format) {
    case ExportFormat::xlsx:
      return {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"};
    case ExportFormat::csv:
      return {".csv", "text/csv; charset=utf-8"};
    case ExportFormat::json:
      return {".json", "application/json"};
  }
  return {};
}

/// The title the rows were filed under; the newest of several, and a plain one where none has any.
Result<std::string> title_of(const Workspace& workspace, const std::string& region, int year) {
  JH_TRY(const auto imports, workspace.store.imports(region, year, {}, 50));
  for (const auto& import : imports.items) {
    if (!import.title.empty()) {
      return import.title;
    }
  }
  return std::to_string(year) + "年项目支出绩效目标表";
}

Result<std::string> table11(const Workspace& workspace, const ExportRequest& request,
                            const store::IndicatorFilter& filter) {
  report::Table11 table{.year = filter.year, .title = {}};
  JH_TRY(table.title, title_of(workspace, filter.region, filter.year));
  JH_TRY_DO(workspace.store.each_indicator(
      filter, store::IndicatorSort::document, false,
      [&](const store::StoredIndicator& stored) { table.rows.push_back(stored.row); }));
  if (table.rows.empty()) {
    return fail(ErrorCode::not_found, {"exporting.no_rows", {std::to_string(filter.year)}});
  }
  switch (request.format) {
    case ExportFormat::xlsx:
      return report::table11_xlsx(table);
    case ExportFormat::csv:
      return report::table11_csv(table);
    case ExportFormat::json:
      return report::table11_json(table);
  }
  return "";
}

Result<std::string> indicators(const Workspace& workspace, const ExportRequest& request,
                               const store::IndicatorFilter& filter) {
  std::vector<report::ListedIndicator> rows;
  JH_TRY_DO(workspace.store.each_indicator(filter, request.sort, request.descending,
                                           [&](const store::StoredIndicator& stored) {
                                             rows.push_back({stored.row, stored.findings});
                                           }));
  if (rows.empty()) {
    return fail(ErrorCode::not_found, {"exporting.no_rows", {std::to_string(filter.year)}});
  }
  const auto& catalogue = workspace.library.catalogue;
  switch (request.format) {
    case ExportFormat::xlsx:
      return report::indicator_list_xlsx(rows, catalogue, request.language);
    case ExportFormat::csv:
      return report::indicator_list_csv(rows, catalogue, request.language);
    case ExportFormat::json:
      return report::indicator_list_json(rows, catalogue, request.language);
  }
  return "";
}

Result<std::string> ambition(const Workspace& workspace, const ExportRequest& request,
                             const store::IndicatorFilter& filter) {
  if (request.format == ExportFormat::xlsx) {
    return fail(ErrorCode::invalid_input, {"exporting.data_only", {"ambition"}}, "format");
  }
  return ambition_file(
      workspace, filter,
      request.format == ExportFormat::csv ? AmbitionFormat::csv : AmbitionFormat::json);
}

Result<std::string> self_evaluation(const Workspace& workspace, const ExportRequest& request,
                                    const store::IndicatorFilter& filter) {
  const auto format = request.format == ExportFormat::xlsx  ? EvaluationFormat::xlsx
                      : request.format == ExportFormat::csv ? EvaluationFormat::csv
                                                            : EvaluationFormat::json;
  return evaluation_file(workspace, filter, request.profile, request.language, format);
}

Result<std::string> bytes_of(const Workspace& workspace, const ExportRequest& request,
                             const store::IndicatorFilter& filter) {
  switch (request.form) {
    case ExportForm::table11:
      return table11(workspace, request, filter);
    case ExportForm::indicators:
      return indicators(workspace, request, filter);
    case ExportForm::ambition:
      return ambition(workspace, request, filter);
    case ExportForm::monitoring:
      return monitoring_file(workspace, request, filter);
    case ExportForm::self_evaluation:
      return self_evaluation(workspace, request, filter);
  }
  return "";
}

std::string name_of(const Workspace& workspace, const ExportRequest& request) {
  const auto say = [&](const char* key) {
    return workspace.library.catalogue.render(request.language, {key});
  };
  switch (request.form) {
    case ExportForm::table11:
      return "表11";
    case ExportForm::indicators:
      return say("report.indicators");
    case ExportForm::ambition:
      return say("report.ambition");
    case ExportForm::monitoring:
      return "监控表";
    case ExportForm::self_evaluation:
      return say("report.self_evaluation");
  }
  return "";
}

}  // namespace

Result<ExportedFile> export_form(const Workspace& workspace, const ExportRequest& request) {
  auto filter = request.filter;
  if (filter.region.empty()) {
    JH_TRY(filter.region, region_of(workspace));
  }
  const auto facts = facts_of(request.format);
  if (request.form != ExportForm::indicators) {
    filter = {.region = filter.region,
              .year = filter.year,
              .agency = filter.agency,
              .project = filter.project};
  }
  JH_TRY(auto bytes, bytes_of(workspace, request, filter));
  return ExportedFile{.bytes = std::move(bytes),
                      .media_type = std::string(facts.media_type),
                      .name = name_of(workspace, request) + "-" + std::to_string(filter.year) +
                              std::string(facts.ending)};
}

}  // namespace jiheng::app
