#pragma once

#include <string>
#include <string_view>

namespace jiheng::intake {

/// The option a folded text ticks: 公共项目 of "1.部门项目 □ 2.公共项目 □√" or "□部门项目
/// ☑公共项目".
///
/// Shape   several ticked options are joined with "、"; "" when boxes stand there and none is
///         ticked; the whole text when it has no boxes.
[[nodiscard]] std::string ticked_option(std::string_view folded);

/// The same under a question (是否涉密), where a box may stand alone: a ticked one gives "√", an
/// empty one "".
[[nodiscard]] std::string ticked_answer(std::string_view folded);

}  // namespace jiheng::intake
