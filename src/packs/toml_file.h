#pragma once

#include <toml++/toml.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/result.h"
#include "packs/pack_problems.h"

namespace jiheng::packs {

/// One pack file, parsed; its path goes with every error. What is wrong with it goes to `problems`,
/// which outlives it, and reading goes on.
struct TomlFile {
  std::string path;
  toml::table table;
  PackProblems* problems;

  /// Errors  invalid_input with this message at "path:line" of the node.
  void refuse(const toml::node& node, Text message) const;
  /// The same of a value that is not taken.
  void refuse_value(const toml::node& node, Text message) const;
};

/// Errors  invalid_input `packs.not_toml` (args: the parser's words) at "path:line"; no file then.
[[nodiscard]] std::optional<TomlFile> parse_toml(std::string_view path, std::string_view bytes,
                                                 PackProblems& problems);

/// "path:line" of a node.
[[nodiscard]] std::string where(const TomlFile& file, const toml::node& node);

/// "path:line" of a key; of the table where it has none.
[[nodiscard]] std::string where(const TomlFile& file, const toml::table& table,
                                std::string_view key);

/// The members of a table a pack may hold. Missing and wrong ones give the empty value.
/// Errors  invalid_input `packs.wrong_type` (args: key, what it should be) at "path:line".
[[nodiscard]] std::string text_of(const TomlFile& file, const toml::table& table,
                                  std::string_view key);
[[nodiscard]] bool flag_of(const TomlFile& file, const toml::table& table, std::string_view key,
                           bool otherwise);
[[nodiscard]] std::vector<std::string> words_of(const TomlFile& file, const toml::table& table,
                                                std::string_view key);

/// A number written bare (90, 0.1) or, for exactness beyond 15 digits, as a string; never negative:
/// no number of a pack is.
/// Errors  also `packs.number_negative`.
[[nodiscard]] std::optional<Decimal> decimal_of(const TomlFile& file, const toml::table& table,
                                                std::string_view key);

/// The tables of an array of tables.
[[nodiscard]] std::vector<const toml::table*> tables_of(const TomlFile& file, std::string_view key);

/// Errors  invalid_input `packs.unknown_key` for a key that is not in `known`: a typing error in a
/// pack must not switch a rule off unnoticed.
void only_keys(const TomlFile& file, const toml::table& table,
               const std::vector<std::string_view>& known);

/// What holds of every pack file, whatever it is about: its version is one, and no text in it is
/// empty (an empty clause would look like one).
/// Errors  invalid_input `packs.empty` (args: key), `packs.wrong_type` at "path:line".
void check_writing(const TomlFile& file);

/// Of a pack: one a day for some thousand years.
inline constexpr int kLastVersion = 999'999;

/// "1…999999", for `packs.wrong_type`.
[[nodiscard]] std::string version_form();

}  // namespace jiheng::packs
