#include "report/evaluation_form.h"

#include <array>

#include "report/csv.h"
#include "report/typed_json.h"

namespace jiheng::report {
namespace {

constexpr std::array<std::string_view, 14> kHeads{
    "单位名称", "项目名称", "一级指标",   "二级指标", "三级指标", "计算符号",
    "指标值",   "计量单位", "实际完成值", "分值",     "得分",     "偏差原因分析及改进措施",
    "推导",     "截至日期"};

using Cells = std::array<std::string, kHeads.size()>;

void add_line(Cells cells, std::string& text) {
  for (auto& cell : cells) {
    cell = safe_cell(cell);
  }
  text += csv_line(std::span<const std::string>(cells));
}

Json amount_json(const std::optional<Decimal>& yuan) {
  return yuan ? Json(yuan->to_string()) : Json(nullptr);
}

std::string spelled(const std::optional<Date>& day) {
  return day ? iso(*day) : std::string();
}

Json day_json(const std::optional<Date>& day) {
  return day ? Json(iso(*day)) : Json(nullptr);
}

Json money_json(const FormMoney& line) {
  return {{"source", line.money.source},
          {"initial", amount_json(line.money.initial)},
          {"adjusted", amount_json(line.money.adjusted)},
          {"executed", amount_json(line.money.executed)},
          {"rate", line.rate},
          {"as_of", day_json(line.as_of)}};
}

Json row_json(const FormRow& row) {
  const auto& is = row.row;
  return {{"level1", is.level1},
          {"level2", is.level2},
          {"level3", is.name},
          {"comparator", is.comparator ? std::string(symbol(*is.comparator)) : std::string()},
          {"target", is.target},
          {"measure", is.measure},
          {"typed", typed_json(is.typed, is.measured)},
          {"actual", is.actual},
          {"points", is.points},
          {"score", row.score},
          {"reason", is.reason},
          {"derivation", row.derivation},
          {"as_of", day_json(row.as_of)}};
}

Json form_json(const EvaluationForm& form) {
  Json json{{"year", form.year},
            {"day", iso(form.day)},
            {"agency", form.agency},
            {"parent_agency", form.parent_agency},
            {"project", form.project},
            {"profile", form.profile},
            {"money", Json::array()},
            {"execution",
             {{"points", form.execution_points},
              {"score", form.execution_score},
              {"derivation", form.execution_derivation},
              {"reason", form.execution_reason}}},
            {"goal", form.goal},
            {"outcome", form.outcome},
            {"rows", Json::array()},
            {"points", form.points},
            {"total", form.total},
            {"grade", form.grade}};
  for (const auto& line : form.money) {
    json["money"].push_back(money_json(line));
  }
  for (const auto& row : form.rows) {
    json["rows"].push_back(row_json(row));
  }
  return json;
}

}  // namespace

std::string form_target(const Indicator& row) {
  const bool signed_target = row.comparator && *row.comparator != Comparator::qualitative &&
                             *row.comparator != Comparator::between;
  return (signed_target ? std::string(sign(*row.comparator)) : std::string()) + row.target +
         row.measure;
}

std::string evaluation_csv(std::span<const EvaluationForm> forms) {
  std::string text(kBom);
  text += csv_line(kHeads);
  for (const auto& form : forms) {
    for (const auto& [row, score, derivation, as_of] : form.rows) {
      add_line({form.agency, form.project, row.level1, row.level2, row.name,
                row.comparator ? std::string(sign(*row.comparator)) : std::string(), row.target,
                row.measure, row.actual, row.points, score, row.reason, derivation, spelled(as_of)},
               text);
    }
    const auto total = form.money.empty() ? FormMoney{} : form.money.front();
    add_line({form.agency, form.project, "", "", "预算执行率", "", "", "", total.rate,
              form.execution_points, form.execution_score, form.execution_reason,
              form.execution_derivation, spelled(total.as_of)},
             text);
    add_line({form.agency, form.project, "", "", "总分", "", "", "", "", form.points, form.total,
              form.grade, "", ""},
             text);
  }
  return text;
}

std::string evaluation_json(std::span<const EvaluationForm> forms) {
  Json json{{"form", "self-evaluation"}, {"projects", Json::array()}};
  for (const auto& form : forms) {
    json["projects"].push_back(form_json(form));
  }
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace jiheng::report
