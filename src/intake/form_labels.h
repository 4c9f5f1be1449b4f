#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jiheng::intake {

/// What a label cell of a form says stands beside it.
enum class FormLabel : std::uint8_t {
  none,
  project,
  agency,
  parent_agency,
  executing_agency,
  project_kind,
  period,
  goal,
  money,      // an amount: 项目总预算
  narrative,  // a text that may state amounts: 测算依据及说明
  outcome,    // 目标实际完成情况
  execution,  // 预算执行情况说明
  secrecy,    // 是否涉密, 密级
  other,      // known, but nothing this program keeps: 联系电话
};

/// What a folded cell says as a label, without numbering, brackets and a colon behind it.
[[nodiscard]] FormLabel form_label(std::string_view folded);

/// True for labels that name the project, its agencies, kind or goal: a form begins with one.
[[nodiscard]] bool is_identity(FormLabel label);

/// Heads in the blocks of a form that are about money.
enum class MoneyHead : std::uint8_t {
  none,
  amount,    // 金额, 预算金额(万元), 全年预算数
  content,   // 主要实施内容 of a task
  expected,  // 期望达到的目标 of a task
  unread,    // 执行率, 占比: figures that are no amounts
};

[[nodiscard]] MoneyHead money_head(std::string_view folded);

/// True when the heading of a block says it is about money: 项目资金来源, 预算整体情况.
[[nodiscard]] bool is_about_money(std::string_view folded);

/// "项目名称：甲" in one cell.
struct LabelledText {
  FormLabel label{};
  std::string value;
};

[[nodiscard]] std::optional<LabelledText> labelled_text(std::string_view folded);

}  // namespace jiheng::intake
