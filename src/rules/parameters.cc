#include "rules/rule.h"

namespace jiheng::rules {

Parameters::Parameters(const packs::RuleSettings& settings) : numbers_(settings.numbers) {
  for (const auto& [name, words] : settings.words) {
    lists_.emplace_back(name, WordList(words));
  }
}

const WordList& Parameters::list(std::string_view name) const {
  static const WordList none{{}};
  for (const auto& [known, words] : lists_) {
    if (known == name) {
      return words;
    }
  }
  return none;
}

std::span<const std::string> Parameters::words(std::string_view name) const {
  return list(name).words();
}

std::optional<Decimal> Parameters::number(std::string_view name) const {
  const auto found = numbers_.find(name);
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

std::string_view Parameters::ending(std::string_view list_name, std::string_view text) const {
  return list(list_name).ending(text);
}

std::string_view Parameters::beginning(std::string_view list_name, std::string_view text) const {
  return list(list_name).beginning(text);
}

std::string_view Parameters::containing(std::string_view list_name, std::string_view text) const {
  return list(list_name).containing(text);
}

bool Parameters::has(std::string_view list_name, std::string_view text) const {
  return list(list_name).has(text);
}

}  // namespace jiheng::rules
