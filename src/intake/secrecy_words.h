#pragma once

#include <string_view>

namespace jiheng::intake {

/// What stands over the column, or before the field, that says whether a project is secret, with
/// blanks between.
inline constexpr std::string_view kSecrecyWords =
    "是否涉密 项目是否涉密 是否涉密项目 是否为涉密项目 是否属于涉密项目 是否保密 "
    "涉密 涉密与否 涉密项目 涉密标识 涉密标志 涉密情况 涉密等级 涉密级别 "
    "定密情况 项目密级 密级 保密等级 保密级别";

}  // namespace jiheng::intake
