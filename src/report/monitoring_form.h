#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/indicator.h"
#include "domain/monitoring.h"
#include "domain/project_money.h"
#include "packs/library.h"

namespace jiheng::report {

/// A row of the form: an indicator, how it stands, and what a person says of it.
///
/// Shape   `expected` is what a person expects of the year, else the forecast; `possibility` and
///         `reasons` are ids of the pack.
struct MonitoringFormRow {
  Indicator row{};
  IndicatorWatch watch{};
  std::string actual{};
  std::string expected{};
  std::string possibility{};
  std::vector<std::string> reasons{};
  std::string words{};
  std::string measure{};
  std::string note{};
};

/// 项目支出绩效目标执行监控表 of a project.
///
/// Units   money in 元, the first of it 年度资金总额; rates in percent.
struct MonitoringForm {
  int year{};
  int month{};
  std::string agency{};
  std::string project{};
  std::vector<ProjectMoney> money{};
  ExecutionWatch execution{};
  std::optional<packs::Light> light{};
  std::vector<MonitoringFormRow> rows{};
};

/// The forms of a year, by one pack.
struct MonitoringForms {
  const packs::MonitoringPack& pack;
  std::span<const MonitoringForm> forms;
  const packs::Catalogue& catalogue;
  packs::Language language{};
};

/// The official layout, a sheet a project: money in 万元, deviation reasons and possibilities as
/// columns that are ticked.
/// Source  财预〔2019〕136号, regulations.md §4; docs/formats/monitoring.md
[[nodiscard]] Result<std::string> monitoring_xlsx(const MonitoringForms& forms);

/// One indicator a line, and one of the money a project (its name blank), UTF-8 with BOM; 元.
[[nodiscard]] std::string monitoring_csv(const MonitoringForms& forms);

/// Open data with the derivation of every light.
[[nodiscard]] std::string monitoring_json(const MonitoringForms& forms);

}  // namespace jiheng::report
