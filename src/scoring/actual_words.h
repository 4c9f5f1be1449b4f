#pragma once

#include <string_view>

#include "domain/indicator.h"

namespace jiheng::scoring {

/// True for an actual value that says nothing: blank, or a dash.
[[nodiscard]] bool is_blank(std::string_view actual);

/// True when the text is the word, or begins with it and goes on behind a stop.
[[nodiscard]] bool says(std::string_view text, std::string_view word);

/// True for a target that is blank or a placeholder.
[[nodiscard]] bool has_no_target(const Indicator& row);

}  // namespace jiheng::scoring
