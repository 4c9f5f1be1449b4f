#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"

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

enum class GoalSpan : std::uint8_t { annual, mid_term };

/// 绩效目标: the narrative target.
struct Goal {
  std::string agency;
  std::string project;
  GoalSpan span{};
  std::string text;
};

/// 项目资金: one row of the funding block. Amounts in 元, exact.
struct Funding {
  std::string agency;
  std::string project;
  std::string source;  // 财政拨款, 其他资金, …
  std::optional<int> year{};
  std::optional<Decimal> amount{};
  std::string as_filed;
};

}  // namespace jiheng
