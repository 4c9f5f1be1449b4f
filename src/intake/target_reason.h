#pragma once

#include <string_view>

#include "domain/target.h"

namespace jiheng::intake {

/// Why a folded text is no number, date, span, frequency or grade.
[[nodiscard]] TextReason reason_of(std::string_view text);

/// ** or ×× or a lone dash where a value belongs.
[[nodiscard]] bool is_placeholder(std::string_view text);

}  // namespace jiheng::intake
