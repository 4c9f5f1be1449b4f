#include "packs/toml_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace jiheng::packs {
namespace {

tl::unexpected<Error> wrong_type(const TomlFile& file, const toml::node& node, std::string_view key,
                                 std::string_view wanted) {
  return fail(ErrorCode::invalid_input,
              {"packs.wrong_type", {std::string(key), std::string(wanted)}}, where(file, node));
}

}  // namespace

Result<TomlFile> parse_toml(std::string_view path, std::string_view bytes) {
  try {
    return TomlFile{std::string(path), toml::parse(bytes, std::string(path))};
  } catch (const toml::parse_error& error) {
    return fail(ErrorCode::invalid_input, {"packs.not_toml", {std::string(error.description())}},
                fmt::format("{}:{}", path, error.source().begin.line));
  }
}

std::string where(const TomlFile& file, const toml::node& node) {
  return fmt::format("{}:{}", file.path, node.source().begin.line);
}

Result<std::string> text_of(const TomlFile& file, const toml::table& table, std::string_view key) {
  const auto* node = table.get(key);
  if (node == nullptr) {
    return std::string();
  }
  if (!node->is_string()) {
    return wrong_type(file, *node, key, "\"…\"");
  }
  return node->as_string()->get();
}

Result<bool> flag_of(const TomlFile& file, const toml::table& table, std::string_view key,
                     bool otherwise) {
  const auto* node = table.get(key);
  if (node == nullptr) {
    return otherwise;
  }
  if (!node->is_boolean()) {
    return wrong_type(file, *node, key, "true | false");
  }
  return node->as_boolean()->get();
}

Result<std::vector<std::string>> words_of(const TomlFile& file, const toml::table& table,
                                          std::string_view key) {
  std::vector<std::string> words;
  const auto* node = table.get(key);
  if (node == nullptr) {
    return words;
  }
  const auto* array = node->as_array();
  if (array == nullptr) {
    return wrong_type(file, *node, key, "[\"…\", …]");
  }
  for (const auto& element : *array) {
    if (!element.is_string()) {
      return wrong_type(file, element, key, "[\"…\", …]");
    }
    words.push_back(element.as_string()->get());
  }
  return words;
}

Result<Decimal> decimal_of(const TomlFile& file, const toml::node& node) {
  std::string spelling;
  if (const auto* integer = node.as_integer()) {
    return Decimal::whole(integer->get());
  }
  if (const auto* number = node.as_floating_point()) {
    spelling = fmt::format("{}", number->get());  // the shortest spelling: what was written
  } else if (const auto* text = node.as_string()) {
    spelling = text->get();
  }
  auto decimal = Decimal::parse(spelling);
  if (!decimal) {
    return wrong_type(file, node, spelling, "123.45");
  }
  return decimal;
}

Result<std::vector<const toml::table*>> tables_of(const TomlFile& file, std::string_view key) {
  std::vector<const toml::table*> tables;
  const auto* node = file.table.get(key);
  if (node == nullptr) {
    return tables;
  }
  const auto* array = node->as_array();
  if (array == nullptr) {
    return wrong_type(file, *node, key, "[[…]]");
  }
  for (const auto& element : *array) {
    if (!element.is_table()) {
      return wrong_type(file, element, key, "[[…]]");
    }
    tables.push_back(element.as_table());
  }
  return tables;
}

Result<void> only_keys(const TomlFile& file, const toml::table& table,
                       const std::vector<std::string_view>& known) {
  for (const auto& [key, node] : table) {
    if (std::ranges::find(known, key.str()) == known.end()) {
      return fail(ErrorCode::invalid_input, {"packs.unknown_key", {std::string(key.str())}},
                  where(file, node));
    }
  }
  return {};
}

}  // namespace jiheng::packs
