#pragma once

#include <toml++/toml.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/result.h"

namespace jiheng::packs {

/// One pack file, parsed; its path goes with every error.
struct TomlFile {
  std::string path;
  toml::table table;
};

/// Errors  invalid_input `packs.not_toml` (args: the parser's words) at "path:line".
[[nodiscard]] Result<TomlFile> parse_toml(std::string_view path, std::string_view bytes);

/// "path:line" of a node.
[[nodiscard]] std::string where(const TomlFile& file, const toml::node& node);

/// The members of a table a pack may hold. Missing ones give the empty value.
/// Errors  invalid_input `packs.wrong_type` (args: key, what it should be) at "path:line".
[[nodiscard]] Result<std::string> text_of(const TomlFile& file, const toml::table& table,
                                          std::string_view key);
[[nodiscard]] Result<bool> flag_of(const TomlFile& file, const toml::table& table,
                                   std::string_view key, bool otherwise);
[[nodiscard]] Result<std::vector<std::string>> words_of(const TomlFile& file,
                                                        const toml::table& table,
                                                        std::string_view key);

/// A number written bare (90, 0.1) or, for exactness beyond 15 digits, as a string.
[[nodiscard]] Result<Decimal> decimal_of(const TomlFile& file, const toml::node& node);

/// The tables of an array of tables.
[[nodiscard]] Result<std::vector<const toml::table*>> tables_of(const TomlFile& file,
                                                                std::string_view key);

/// Errors  invalid_input `packs.unknown_key` for a key that is not in `known`: a typing error in a
/// pack must not switch a rule off unnoticed.
[[nodiscard]] Result<void> only_keys(const TomlFile& file, const toml::table& table,
                                     const std::vector<std::string_view>& known);

}  // namespace jiheng::packs
