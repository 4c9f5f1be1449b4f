#pragma once

#include <string>
#include <string_view>

namespace jiheng::intake {

/// The text without blanks of any kind: 项 目 is written for 项目 where a head has room.
[[nodiscard]] std::string without_blanks(std::string_view text);

/// Without a number in front that only counts: "1.", "(一)", "2、", "③". A year or an amount stays.
[[nodiscard]] std::string_view without_numbering(std::string_view folded);

}  // namespace jiheng::intake
