#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "packs/clause_settings.h"
#include "packs/toml_file.h"

namespace jiheng::packs {

/// One table of a file: its keys replace a pack's, each where it stands. What is wrong is noted in
/// the file and leaves the pack's value.
///
/// Errors  invalid_input at "path:line": `packs.wrong_type`, `packs.unknown_word`,
///         `packs.number_negative`, those of the TOML reader.
class Keys {
 public:
  Keys(const TomlFile& file, const toml::table& table) : file_(file), table_(table) {}

  void only(const std::vector<std::string_view>& known) const {
    only_keys(file_, table_, known);
  }

  [[nodiscard]] std::string place() const {
    return where(file_, table_);
  }

  [[nodiscard]] std::string place(std::string_view key) const {
    return where(file_, table_, key);
  }

  [[nodiscard]] bool has(std::string_view key) const {
    return table_.contains(key);
  }

  /// What is wrong with the whole table.
  void refuse(Text message) const {
    file_.refuse_value(table_, std::move(message));
  }

  void set(std::string_view key, std::string& value) const {
    if (table_.contains(key)) {
      value = text_of(file_, table_, key);
    }
  }

  void set(std::string_view key, bool& value) const {
    value = flag_of(file_, table_, key, value);
  }

  void set(std::string_view key, Decimal& value) const {
    value = decimal_of(file_, table_, key).value_or(value);
  }

  void set(std::string_view key, std::optional<Decimal>& value) const {
    if (auto number = decimal_of(file_, table_, key)) {
      value = number;
    }
  }

  /// A whole number from 0 to `most`.
  void set(std::string_view key, int& value, int most) const {
    set_whole(key, value, most, "0…" + std::to_string(most));
  }

  /// 0 is no version a person may write, but scores are kept with it of a profile that has none.
  void set_version(int& value) const {
    set_whole("version", value, kLastVersion, version_form());
  }

  void set(std::string_view key, std::vector<std::string>& value) const {
    if (table_.contains(key)) {
      value = words_of(file_, table_, key);
    }
  }

  /// One of several words.
  template <typename Value, typename Find>
  void set_word(std::string_view key, Value& value, Find find) const {
    const auto* node = table_.get(key);
    if (node == nullptr || !node->is_string()) {
      static_cast<void>(text_of(file_, table_, key));
      return;
    }
    const auto& said = node->as_string()->get();
    if (const std::optional<Value> found = find(said)) {
      value = *found;
    } else {
      file_.refuse_value(*node, {"packs.unknown_word", {std::string(key), said}});
    }
  }

  /// A list of whole numbers; what is too large for a month is none.
  void set(std::string_view key, std::vector<int>& value) const {
    const auto* node = table_.get(key);
    if (node == nullptr) {
      return;
    }
    value.clear();
    const auto* array = node->as_array();
    for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
      const auto* number = array->get(i)->as_integer();
      if (number == nullptr || number->get() < 0 || number->get() > Decimal::kMaxScale) {
        array = nullptr;
        break;
      }
      value.push_back(static_cast<int>(number->get()));
    }
    if (array == nullptr) {
      wrong_type(key, "[1, …]");
    }
  }

  /// Several words, each one of a closed list.
  template <typename Value, typename Find>
  void set_words(std::string_view key, std::vector<Value>& values, Find find) const {
    if (!table_.contains(key)) {
      return;
    }
    values.clear();
    for (const auto& word : words_of(file_, table_, key)) {
      if (const std::optional<Value> found = find(word)) {
        values.push_back(*found);
      } else {
        file_.refuse_value(*table_.get(key), {"packs.unknown_word", {std::string(key), word}});
      }
    }
  }

  /// A pack that cites another clause vouches for it anew.
  void set_clause(ClauseSettings& clause) const {
    if (table_.contains("clause")) {
      clause.verified = false;
    }
    set("clause", clause.text);
    set("verified", clause.verified);
  }

  /// A table below this one, if there is one.
  template <typename Settings>
  void section(std::string_view key, Settings& settings,
               void (*read)(const Keys&, Settings&)) const {
    const auto* node = table_.get(key);
    if (node == nullptr) {
      return;
    }
    if (node->is_table()) {
      read(Keys(file_, *node->as_table()), settings);
    } else {
      wrong_type(key, "[…]");
    }
  }

  /// A list of tables, which replaces the inherited list as a whole.
  template <typename Value, typename Read>
  void list(std::string_view key, std::vector<Value>& values, Read read) const {
    const auto* node = table_.get(key);
    if (node == nullptr) {
      return;
    }
    const auto* array = node->as_array();
    values.clear();
    for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
      const auto* element = array->get(i)->as_table();
      if (element == nullptr) {
        array = nullptr;
        break;
      }
      Value value{};
      read(Keys(file_, *element), value);
      value.where = where(file_, *element);
      values.push_back(std::move(value));
    }
    if (array == nullptr) {
      wrong_type(key, "[[…]]");
    }
  }

 private:
  void wrong_type(std::string_view key, std::string wanted) const {
    file_.refuse_value(*table_.get(key),
                       {"packs.wrong_type", {std::string(key), std::move(wanted)}});
  }

  void set_whole(std::string_view key, int& value, int most, std::string wanted) const {
    const auto* node = table_.get(key);
    if (node == nullptr) {
      return;
    }
    const auto* number = node->as_integer();
    if (number == nullptr || number->get() < 0 || number->get() > most) {
      wrong_type(key, std::move(wanted));
    } else {
      value = static_cast<int>(number->get());
    }
  }

  const TomlFile& file_;
  const toml::table& table_;
};

}  // namespace jiheng::packs
