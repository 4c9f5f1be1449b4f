#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jiheng {

/// The overlapping two-character grams of a name's search key, sorted, each once. A key of one
/// character gives itself. They find two-character Chinese words, which no stock tokenizer does.
[[nodiscard]] std::vector<std::string> grams(std::string_view text);

}  // namespace jiheng
