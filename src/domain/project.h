#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "domain/place.h"

namespace jiheng {

/// 预算单位: a node of the organisation tree.
///
/// Shape   `region` is nine digits (行政区划); `code` may be empty; `parent` is 主管部门's name.
struct Agency {
  std::string region;
  std::string code{};
  std::string name;
  std::string parent{};
};

/// 项目: belongs to one agency and fiscal year. 表11 writes "一级项目-二级项目" in one cell.
struct Project {
  Agency agency;
  int year{};
  std::string code{};
  std::string name;         // the whole folded cell
  std::string programme{};  // 一级项目, what stands before the first "-"
};

/// 一级项目 and 二级项目 of a project cell, cut at the first "-" outside quotation marks.
struct ProjectName {
  std::string programme;  // "" when the cell names no programme
  std::string title;
};

[[nodiscard]] ProjectName split_project_name(std::string_view name);

/// What a form says about its project.
///
/// Shape   texts folded, "" where the form says nothing; `kind` is the ticked one of 项目类型
///         (公共项目); `place` is the name's.
struct ProjectRecord {
  Place place{};
  std::string name{};
  std::string kind{};
  std::string period{};            // 项目期: "2022年1月至2023年12月", as it is written
  std::string agency{};            // 单位名称, 部门名称
  std::string parent_agency{};     // 主管部门
  std::string executing_agency{};  // 实施单位, 项目执行单位
};

/// What a document says of the secrecy of a project, in a column or beside a label (是否涉密,
/// 密级).
///
/// Shape   `text` folded, the ticked option where there are boxes: "是", "否", "机密★1年"; never
/// "".
struct SecrecyMark {
  Place place{};
  std::string agency;
  std::string project;
  std::string text;

  friend bool operator==(const SecrecyMark&, const SecrecyMark&) = default;
};

enum class GoalSpan : std::uint8_t { annual, mid_term };

[[nodiscard]] std::string_view word(GoalSpan span);

/// 绩效目标: the narrative target. Several numbered goals of one cell are one text.
struct Goal {
  Place place{};
  std::string agency;
  std::string project;
  GoalSpan span{};
  std::string text;
};

/// What a self-evaluation says of a project as a whole.
enum class EvaluationPart : std::uint8_t {
  outcome,    // 目标实际完成情况
  execution,  // 预算执行情况说明: why the budget was executed as it was
};

[[nodiscard]] std::string_view word(EvaluationPart part);

/// A text of a filed self-evaluation.
struct EvaluationText {
  Place place{};
  std::string agency;
  std::string project;
  EvaluationPart part{};
  std::string text;
};

/// 项目资金: one amount a form states.
///
/// Shape   `source` is the label beside the amount, folded, without leading numbering: 财政拨款,
///         就业补助, 项目总预算; `block` the heading it stands under (项目资金来源), `column` the
///         head over the amount (预算金额(万元)); `content` and `expected` what a task says of its
///         work and its aim (年度重点工作任务). `as_filed` is the untouched text of the amount.
/// Units   amount in 元, exact; empty where the form states no unit or the cell is no number.
struct Funding {
  Place place{};
  std::string agency;
  std::string project;
  std::string block{};
  std::string column{};
  std::string source;
  std::optional<int> year{};  // of the label (2024年, 当年) or of the sentence
  std::optional<Decimal> amount{};
  std::string as_filed;
  std::string content{};
  std::string expected{};
};

}  // namespace jiheng
