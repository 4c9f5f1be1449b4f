#include "packs/toml_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace jiheng::packs {
namespace {

Text wrong_type(std::string_view key, std::string_view wanted) {
  return {"packs.wrong_type", {std::string(key), std::string(wanted)}};
}

/// Of indicators in words the library says that they have no measure.
constexpr std::string_view kMayBeEmpty = "measure";

void refuse_empty(const TomlFile& file, std::string_view key, const toml::node& node) {
  const auto refuse_if = [&](const toml::node& text, bool empty) {
    if (empty && key != kMayBeEmpty) {
      file.refuse(text, {"packs.empty", {std::string(key)}});
    }
  };
  if (const auto* text = node.as_string()) {
    refuse_if(node, trim(text->get()).empty());
  } else if (const auto* array = node.as_array()) {
    for (const auto& element : *array) {
      if (const auto* word = element.as_string()) {
        refuse_if(element, word->get().empty());  // a blank may be a word: it parts others
      } else {
        refuse_empty(file, key, element);
      }
    }
  } else if (const auto* table = node.as_table()) {
    for (const auto& [name, member] : *table) {
      refuse_empty(file, name.str(), member);
    }
  }
}

}  // namespace

void TomlFile::refuse(const toml::node& node, Text message) const {
  problems->add({ErrorCode::invalid_input, std::move(message), where(*this, node)});
}

void TomlFile::refuse_value(const toml::node& node, Text message) const {
  problems->add_unread({ErrorCode::invalid_input, std::move(message), where(*this, node)});
}

std::optional<TomlFile> parse_toml(std::string_view path, std::string_view bytes,
                                   PackProblems& problems) {
  try {
    return TomlFile{std::string(path), toml::parse(bytes, std::string(path)), &problems};
  } catch (const toml::parse_error& error) {
    problems.add_unread({ErrorCode::invalid_input,
                         {"packs.not_toml", {std::string(error.description())}},
                         fmt::format("{}:{}", path, error.source().begin.line)});
    return std::nullopt;
  }
}

std::string where(const TomlFile& file, const toml::node& node) {
  return fmt::format("{}:{}", file.path, node.source().begin.line);
}

std::string where(const TomlFile& file, const toml::table& table, std::string_view key) {
  const auto* node = table.get(key);
  return where(file, node == nullptr ? static_cast<const toml::node&>(table) : *node);
}

std::string text_of(const TomlFile& file, const toml::table& table, std::string_view key) {
  const auto* node = table.get(key);
  if (node == nullptr) {
    return {};
  }
  if (!node->is_string()) {
    file.refuse_value(*node, wrong_type(key, "\"…\""));
    return {};
  }
  return node->as_string()->get();
}

bool flag_of(const TomlFile& file, const toml::table& table, std::string_view key, bool otherwise) {
  const auto* node = table.get(key);
  if (node == nullptr) {
    return otherwise;
  }
  if (!node->is_boolean()) {
    file.refuse_value(*node, wrong_type(key, "true | false"));
    return otherwise;
  }
  return node->as_boolean()->get();
}

std::vector<std::string> words_of(const TomlFile& file, const toml::table& table,
                                  std::string_view key) {
  std::vector<std::string> words;
  const auto* node = table.get(key);
  if (node == nullptr) {
    return words;
  }
  const auto* array = node->as_array();
  if (array == nullptr) {
    file.refuse_value(*node, wrong_type(key, "[\"…\", …]"));
    return words;
  }
  words.reserve(array->size());
  for (const auto& element : *array) {
    if (element.is_string()) {
      words.push_back(element.as_string()->get());
    } else {
      file.refuse_value(element, wrong_type(key, "[\"…\", …]"));
    }
  }
  return words;
}

std::optional<Decimal> decimal_of(const TomlFile& file, const toml::table& table,
                                  std::string_view key) {
  const auto* node = table.get(key);
  if (node == nullptr) {
    return std::nullopt;
  }
  std::string spelling;
  if (const auto* integer = node->as_integer()) {
    spelling = std::to_string(integer->get());
  } else if (const auto* number = node->as_floating_point()) {
    spelling = fmt::format("{}", number->get());  // the shortest spelling: what was written
  } else if (const auto* text = node->as_string()) {
    spelling = text->get();
  }
  const auto decimal = Decimal::parse(spelling);
  if (!decimal) {
    file.refuse_value(*node, wrong_type(key, "123.45"));
    return std::nullopt;
  }
  if (decimal->is_negative()) {
    file.refuse_value(*node, {"packs.number_negative", {decimal->to_string()}});
    return std::nullopt;
  }
  return *decimal;
}

std::vector<const toml::table*> tables_of(const TomlFile& file, std::string_view key) {
  std::vector<const toml::table*> tables;
  const auto* node = file.table.get(key);
  if (node == nullptr) {
    return tables;
  }
  const auto* array = node->as_array();
  if (array == nullptr) {
    file.refuse_value(*node, wrong_type(key, "[[…]]"));
    return tables;
  }
  tables.reserve(array->size());
  for (const auto& element : *array) {
    if (element.is_table()) {
      tables.push_back(element.as_table());
    } else {
      file.refuse_value(element, wrong_type(key, "[[…]]"));
    }
  }
  return tables;
}

void only_keys(const TomlFile& file, const toml::table& table,
               const std::vector<std::string_view>& known) {
  for (const auto& [key, node] : table) {
    if (std::ranges::find(known, key.str()) == known.end()) {
      file.refuse(node, {"packs.unknown_key", {std::string(key.str())}});
    }
  }
}

void check_writing(const TomlFile& file) {
  refuse_empty(file, "", file.table);
  if (const auto* version = file.table.get("version")) {
    const auto* number = version->as_integer();
    if (number == nullptr || number->get() < 1 || number->get() > kLastVersion) {
      file.refuse_value(*version, wrong_type("version", version_form()));
    }
  }
}

std::string version_form() {
  return "1…" + std::to_string(kLastVersion);
}

}  // namespace jiheng::packs
