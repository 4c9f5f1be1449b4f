#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/result.h"
#include "domain/indicator.h"
#include "domain/project_money.h"

namespace jiheng::report {

/// A line of the form's money block; `rate` "" where it is not known. `as_of` is the day of the
/// execution that was stated.
///
/// Units   元; the form prints 万元.
struct FormMoney {
  ProjectMoney money{};
  std::string rate{};  // "70%"
  std::optional<Date> as_of{};
};

/// A row of the form. `row` holds points, actual and reason as the form shows them; `score` what it
/// comes to, "" while there is none; `derivation` the steps that lead to it. `as_of` is the day of
/// the value, nothing where the filed table has it.
struct FormRow {
  Indicator row{};
  std::string score{};
  std::string derivation{};
  std::optional<Date> as_of{};
};

/// 项目支出绩效自评表 of one project.
///
/// Shape   texts "" where nothing is known. `money` begins with the total, where there is one.
///         What is of a day before `day` is named below the table.
struct EvaluationForm {
  int year{};
  Date day{};
  std::string agency;
  std::string parent_agency{};
  std::string project;
  std::vector<FormMoney> money{};
  std::string execution_points{};
  std::string execution_score{};
  std::string execution_derivation{};
  std::string execution_reason{};
  std::string goal{};
  std::string outcome{};
  std::vector<FormRow> rows{};
  std::string points{};  // of everything together
  std::string total{};
  std::string grade{};
  std::string profile{};  // its title
};

/// 年度指标值 as the form prints it: ≥95%, 10月底前, 健全.
[[nodiscard]] std::string form_target(const Indicator& row);

/// The official layout, a sheet a project; the readers read it back. The sources of the total that
/// the layout names stand in it also where nothing is known of them, others behind.
/// Source  财预〔2020〕10号 附件1; docs/formats/self-evaluation-xlsx.md
/// Errors  unavailable `report.not_written`.
[[nodiscard]] Result<std::string> evaluation_xlsx(std::span<const EvaluationForm> forms);

/// A line an indicator, one for the execution of the budget and one for the total of each project.
[[nodiscard]] std::string evaluation_csv(std::span<const EvaluationForm> forms);

[[nodiscard]] std::string evaluation_json(std::span<const EvaluationForm> forms);

}  // namespace jiheng::report
