#include "report/suggestion_text.h"

#include <algorithm>

#include "domain/shown_value.h"

namespace jiheng::report {
namespace {

bool is_level(const Change& change) {
  return change.field == Field::level1 || change.field == Field::level2;
}

}  // namespace

std::string suggestion_text(const std::vector<Change>& suggestion, const ReviewWords& words) {
  const auto say = [&](const Text& text) { return words.catalogue.render(words.language, text); };
  std::string text;
  const auto add = [&](const Text& part) {
    text += (text.empty() ? "" : say({"report.between_changes"})) + say(part);
  };
  std::string levels;
  for (const auto& change : suggestion) {
    if (is_level(change)) {
      levels += (levels.empty() ? "" : "/") + change.after;
    }
  }
  if (!levels.empty()) {
    add({"report.move_to", {levels}});
  }
  for (const auto& change : suggestion) {
    if (is_level(change)) {
      continue;
    }
    const auto field = say({"field." + std::string(word(change.field))});
    const auto after = shown_value(change.field, change.after);
    add(after.empty() ? Text{"report.clear", {field}} : Text{"report.change_to", {field, after}});
  }
  return text;
}

}  // namespace jiheng::report
