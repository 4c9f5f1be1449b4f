#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "domain/project.h"
#include "domain/project_money.h"

namespace jiheng::app {

/// 项目资金 of a form: its amounts by source, the total first.
///
/// Shape   heads say what an amount is: 年初预算数, 全年预算数, 执行数, 全年预计执行数; a bare
/// amount of
///         a target form (年度资金总额 | 金额) is the initial budget.
[[nodiscard]] std::vector<ProjectMoney> money_of(std::span<const Funding> funding,
                                                 std::string_view agency, std::string_view project,
                                                 Date day);

/// The cells of the same amounts that hold something no amount is read from: 五十, 见附件; dashes
/// stand for blank. Nothing of them is in `money_of`.
[[nodiscard]] std::vector<const Funding*> unread_money(std::span<const Funding> funding,
                                                       std::string_view agency,
                                                       std::string_view project);

/// "" for 年度资金总额, else what the total is made of, as forms write it: 财政拨款, 上年结转资金,
/// 其他资金. Nothing for a label that is no source.
[[nodiscard]] std::optional<std::string> money_source(std::string_view label);

}  // namespace jiheng::app
