#include "domain/finding.h"

#include <algorithm>

#include "domain/shown_value.h"

namespace jiheng {
namespace {

std::string shown(const Change& change) {
  return shown_value(change.field, change.after);
}

const Change* change_of(const std::vector<Change>& suggestion, Field field) {
  const auto found = std::ranges::find(suggestion, field, &Change::field);
  return found == suggestion.end() ? nullptr : &*found;
}

}  // namespace

std::string_view word(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::hint:
      return "hint";
  }
  return "";
}

std::optional<Severity> severity_from_word(std::string_view word) {
  for (const auto severity : {Severity::error, Severity::warning, Severity::hint}) {
    if (jiheng::word(severity) == word) {
      return severity;
    }
  }
  return std::nullopt;
}

bool is_of_project(const Finding& finding) {
  return finding.column == Column::project;
}

const Place& place_of(const Finding& finding, const Indicator& row) {
  return finding.place ? *finding.place : row.place;
}

std::string describe(const std::vector<Change>& suggestion) {
  std::string text;
  const auto add = [&text](std::string_view head, std::string_view value) {
    text += text.empty() ? "" : "; ";
    text += head;
    text += value.empty() ? "" : " ";
    text += value;
  };
  const auto* level1 = change_of(suggestion, Field::level1);
  const auto* level2 = change_of(suggestion, Field::level2);
  if (level1 != nullptr || level2 != nullptr) {
    std::string path = level1 != nullptr ? level1->after : "";
    path += level1 != nullptr && level2 != nullptr ? "/" : "";
    path += level2 != nullptr ? level2->after : "";
    add("move to", path);
  }
  if (const auto* name = change_of(suggestion, Field::level3)) {
    add("level3", name->after);
  }
  const auto* comparator = change_of(suggestion, Field::comparator);
  const auto* target = change_of(suggestion, Field::target);
  if (comparator != nullptr && target != nullptr) {
    add("target", shown(*comparator) + " " + target->after);
  } else if (comparator != nullptr) {
    add("comparator", shown(*comparator));
  } else if (target != nullptr) {
    add("target", target->after);
  }
  if (const auto* measure = change_of(suggestion, Field::measure)) {
    add("measure", measure->after);
  }
  return text;
}

}  // namespace jiheng
