#pragma once

#include <string_view>

#include "domain/actual.h"
#include "domain/vocabulary.h"

namespace jiheng::intake {

/// Reads the folded cell of an actual value (完成值) in the language of targets. A cell with
/// several values is text: which of them counts is not to be guessed.
[[nodiscard]] Actual read_actual(std::string_view cell, const Vocabulary& vocabulary);

}  // namespace jiheng::intake
