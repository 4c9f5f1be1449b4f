#include "intake/columns.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"

namespace jiheng::intake {
namespace {

struct Synonym {
  std::string_view text;
  Column column;
};

/// How forms of the last ten years head their columns; compared without brackets and blanks.
constexpr std::array<Synonym, 66> kSynonyms{{
    {"单位名称", Column::agency},
    {"预算单位", Column::agency},
    {"预算单位名称", Column::agency},
    {"部门", Column::agency},
    {"部门名称", Column::agency},
    {"部门单位", Column::agency},
    {"单位部门", Column::agency},
    {"主管部门", Column::agency},
    {"项目单位", Column::agency},
    {"实施单位", Column::agency},
    {"项目", Column::project},
    {"项目名称", Column::project},
    {"二级项目", Column::project},
    {"二级项目名称", Column::project},
    {"预算项目", Column::project},
    {"预算项目名称", Column::project},
    {"一级指标", Column::level1},
    {"一级指标名称", Column::level1},
    {"二级指标", Column::level2},
    {"二级指标名称", Column::level2},
    {"三级指标", Column::name},
    {"三级指标名称", Column::name},
    {"指标名称", Column::name},
    {"绩效指标名称", Column::name},
    {"指标内容", Column::name},
    {"具体指标", Column::name},
    {"计算符号", Column::comparator},
    {"计算符", Column::comparator},
    {"指标符号", Column::comparator},
    {"比较符号", Column::comparator},
    {"运算符号", Column::comparator},
    {"符号", Column::comparator},
    {"指标性质", Column::comparator},
    {"指标值", Column::target},
    {"目标值", Column::target},
    {"年度指标值", Column::target},
    {"年度目标值", Column::target},
    {"指标目标值", Column::target},
    {"绩效指标值", Column::target},
    {"绩效目标值", Column::target},
    {"年初目标值", Column::target},
    {"预期指标值", Column::target},
    {"计划指标值", Column::target},
    {"计量单位", Column::measure},
    {"度量单位", Column::measure},
    {"指标单位", Column::measure},
    {"分值", Column::points},
    {"权重", Column::points},
    {"指标分值", Column::points},
    {"分值权重", Column::points},
    {"实际完成值", Column::actual},
    {"完成值", Column::actual},
    {"实际值", Column::actual},
    {"全年完成值", Column::actual},
    {"全年实际值", Column::actual},
    {"完成情况", Column::actual},
    {"实际完成情况", Column::actual},
    {"得分", Column::score},
    {"自评得分", Column::score},
    {"偏差原因", Column::reason},
    {"未完成原因", Column::reason},
    {"偏差原因分析", Column::reason},
    {"偏差原因分析及改进措施", Column::reason},
    {"序号", Column::other},
    {"备注", Column::other},
    {"指标解释", Column::other},
}};

constexpr std::array<std::string_view, 5> kGroups{"绩效指标", "绩效目标", "年度绩效指标", "指标",
                                                  "项目绩效指标"};

/// "指标值（必填）" and "计量 单位" are written in many ways; the bare word is compared.
std::string bare(std::string_view folded) {
  std::string out;
  for (std::size_t at = 0; at < folded.size();) {
    const auto point = decode_point(folded, at);
    const bool sign = is_blank(point.point) || point.point == U'(' || point.point == U')' ||
                      point.point == U'*' || point.point == U'"' || point.point == U':' ||
                      point.point == U'/' || point.point == U'、';
    if (!sign) {
      out.append(folded.substr(at, point.bytes));
    }
    at += point.bytes;
  }
  constexpr std::string_view kRequired = "必填";
  if (out.size() > kRequired.size() && out.ends_with(kRequired)) {
    out.resize(out.size() - kRequired.size());
  }
  return out;
}

bool has(const Columns& columns, Column column) {
  return std::ranges::find(columns, std::optional(column)) != columns.end();
}

/// 单位 left of the indicator's name is the agency, right of it the measure.
void settle_units(Columns& columns, const std::vector<std::size_t>& units) {
  const auto name = std::ranges::find(columns, std::optional(Column::name));
  const auto at = static_cast<std::size_t>(name - columns.begin());
  for (const auto unit : units) {
    const auto column = unit < at ? Column::agency : Column::measure;
    if (!has(columns, column)) {
      columns[unit] = column;
    }
  }
}

std::optional<Columns> usable(Columns columns, const std::vector<std::size_t>& units) {
  settle_units(columns, units);
  if (!has(columns, Column::name) || !has(columns, Column::target)) {
    return std::nullopt;
  }
  return columns;
}

}  // namespace

std::string_view word(Column column) {
  constexpr std::array<std::string_view, kColumnCount> kWords{
      "agency", "project", "level1", "level2", "level3", "comparator", "target", "measure",
      "points", "actual",  "score",  "reason", ""};
  return kWords.at(static_cast<std::size_t>(column));
}

ReadHead head_of(std::string_view folded) {
  if (folded.empty() || folded.size() > 60) {
    return {};
  }
  const auto text = bare(folded);
  if (text == "单位") {
    return {.kind = HeadWord::ambiguous_unit};
  }
  if (std::ranges::find(kGroups, text) != kGroups.end()) {
    return {.kind = HeadWord::group};
  }
  const auto found = std::ranges::find(kSynonyms, text, &Synonym::text);
  if (found == kSynonyms.end()) {
    return {};
  }
  return {.kind = HeadWord::column, .column = found->column};
}

std::optional<Columns> columns_of(const std::vector<std::vector<std::string>>& head_rows) {
  Columns columns;
  std::vector<std::size_t> units;
  for (const auto& row : head_rows) {
    if (columns.size() < row.size()) {
      columns.resize(row.size());
    }
    for (std::size_t i = 0; i < row.size(); ++i) {
      const auto head = head_of(row[i]);
      if (head.kind == HeadWord::column) {
        columns[i] = head.column;
      } else if (head.kind == HeadWord::ambiguous_unit) {
        units.push_back(i);
      }
    }
  }
  return usable(std::move(columns), units);
}

std::optional<Columns> columns_in_order(const std::vector<std::string>& words) {
  Columns columns;
  std::vector<std::size_t> units;
  for (const auto& text : words) {
    const auto head = head_of(text);
    if (head.kind == HeadWord::column) {
      columns.emplace_back(head.column);
    } else if (head.kind == HeadWord::ambiguous_unit) {
      units.push_back(columns.size());
      columns.emplace_back();
    }
  }
  return usable(std::move(columns), units);
}

Columns table11_columns() {
  return {Column::agency, Column::project,    Column::level1, Column::level2,
          Column::name,   Column::comparator, Column::target, Column::measure};
}

}  // namespace jiheng::intake
