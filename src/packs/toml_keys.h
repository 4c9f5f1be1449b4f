#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "packs/clause_settings.h"
#include "packs/toml_file.h"

namespace jiheng::packs {

/// Of a pack: one a day for some thousand years.
inline constexpr int kLastVersion = 999'999;

/// One table of a file: its keys replace a pack's, each where it stands.
///
/// Errors  invalid_input at "path:line": `packs.wrong_type`, `packs.unknown_word`, those of the
/// TOML
///         reader.
class Keys {
 public:
  Keys(const TomlFile& file, const toml::table& table) : file_(file), table_(table) {}

  Result<void> only(const std::vector<std::string_view>& known) const {
    return only_keys(file_, table_, known);
  }

  [[nodiscard]] std::string place() const {
    return where(file_, table_);
  }

  Result<void> set(std::string_view key, std::string& value) const {
    if (table_.contains(key)) {
      JH_TRY(value, text_of(file_, table_, key));
    }
    return {};
  }

  Result<void> set(std::string_view key, bool& value) const {
    JH_TRY(value, flag_of(file_, table_, key, value));
    return {};
  }

  Result<void> set(std::string_view key, Decimal& value) const {
    if (const auto* node = table_.get(key)) {
      JH_TRY(value, decimal_of(file_, *node));
    }
    return {};
  }

  Result<void> set(std::string_view key, std::optional<Decimal>& value) const {
    if (const auto* node = table_.get(key)) {
      JH_TRY(value, decimal_of(file_, *node));
    }
    return {};
  }

  /// A whole number from 0 to `most`.
  Result<void> set(std::string_view key, int& value, int most) const {
    if (const auto* node = table_.get(key)) {
      const auto* number = node->as_integer();
      if (number == nullptr || number->get() < 0 || number->get() > most) {
        return fail(ErrorCode::invalid_input,
                    {"packs.wrong_type", {std::string(key), "0…" + std::to_string(most)}},
                    where(file_, *node));
      }
      value = static_cast<int>(number->get());
    }
    return {};
  }

  Result<void> set(std::string_view key, std::vector<std::string>& value) const {
    if (table_.contains(key)) {
      JH_TRY(value, words_of(file_, table_, key));
    }
    return {};
  }

  /// One of several words.
  template <typename Value, typename Find>
  Result<void> set_word(std::string_view key, Value& value, Find find) const {
    if (!table_.contains(key)) {
      return {};
    }
    JH_TRY(const auto said, text_of(file_, table_, key));
    const std::optional<Value> found = find(said);
    if (!found) {
      return fail(ErrorCode::invalid_input, {"packs.unknown_word", {std::string(key), said}},
                  where(file_, *table_.get(key)));
    }
    value = *found;
    return {};
  }

  /// A list of whole numbers; what is too large for a month is none.
  Result<void> set(std::string_view key, std::vector<int>& value) const {
    const auto* node = table_.get(key);
    if (node == nullptr) {
      return {};
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
      return fail(ErrorCode::invalid_input, {"packs.wrong_type", {std::string(key), "[1, …]"}},
                  where(file_, *node));
    }
    return {};
  }

  /// Several words, each one of a closed list.
  template <typename Value, typename Find>
  Result<void> set_words(std::string_view key, std::vector<Value>& values, Find find) const {
    if (!table_.contains(key)) {
      return {};
    }
    JH_TRY(const auto said, words_of(file_, table_, key));
    values.clear();
    for (const auto& word : said) {
      const std::optional<Value> found = find(word);
      if (!found) {
        return fail(ErrorCode::invalid_input, {"packs.unknown_word", {std::string(key), word}},
                    where(file_, *table_.get(key)));
      }
      values.push_back(*found);
    }
    return {};
  }

  /// A pack that cites another clause vouches for it anew.
  Result<void> set_clause(ClauseSettings& clause) const {
    if (table_.contains("clause")) {
      clause.verified = false;
    }
    JH_TRY_DO(set("clause", clause.text));
    return set("verified", clause.verified);
  }

  /// A table below this one, if there is one.
  template <typename Settings>
  Result<void> section(std::string_view key, Settings& settings,
                       Result<void> (*read)(const Keys&, Settings&)) const {
    const auto* node = table_.get(key);
    if (node == nullptr) {
      return {};
    }
    if (!node->is_table()) {
      return fail(ErrorCode::invalid_input, {"packs.wrong_type", {std::string(key), "[…]"}},
                  where(file_, *node));
    }
    return read(Keys(file_, *node->as_table()), settings);
  }

  /// A list of tables, which replaces the inherited list as a whole.
  template <typename Value, typename Read>
  Result<void> list(std::string_view key, std::vector<Value>& values, Read read) const {
    const auto* node = table_.get(key);
    if (node == nullptr) {
      return {};
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
      JH_TRY_DO(read(Keys(file_, *element), value));
      value.where = where(file_, *element);
      values.push_back(std::move(value));
    }
    if (array == nullptr) {
      return fail(ErrorCode::invalid_input, {"packs.wrong_type", {std::string(key), "[[…]]"}},
                  where(file_, *node));
    }
    return {};
  }

 private:
  const TomlFile& file_;
  const toml::table& table_;
};

}  // namespace jiheng::packs
