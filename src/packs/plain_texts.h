#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jiheng::packs {

/// A sentence of the text catalogue as its file has it, and on which line (from 1).
struct PlainText {
  std::string key;
  std::string text;
  std::size_t line{};
};

/// The sentences of a TOML file that is nothing but lines of `"key" = "text"` and `'''text'''`,
/// comments and blank lines, as packs/text/*.toml are: a quarter of a megabyte that each command
/// reads, in a twentieth of the time the whole of TOML takes. Nothing when the file holds anything
/// else, right or wrong: then the parser of TOML has the say.
/// Source  TOML 1.0, Strings.
[[nodiscard]] std::optional<std::vector<PlainText>> plain_texts(std::string_view bytes);

}  // namespace jiheng::packs
