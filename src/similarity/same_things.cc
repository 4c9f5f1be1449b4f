#include "similarity/same_things.h"

#include <algorithm>
#include <variant>

#include "base/text.h"
#include "domain/past_row.h"

namespace jiheng::similarity {

SameThings::SameThings(std::span<const LibraryIndicator> library,
                       std::span<const std::string> apart) {
  // What a person confirmed goes before what the library calls an entry.
  for (const auto& entry : library) {
    for (const auto& name : entry.learned) {
      entries_.emplace(fold_cell(name), &entry);
    }
  }
  for (const auto& entry : library) {
    entries_.emplace(fold_cell(entry.name), &entry);
    for (const auto& alias : entry.aliases) {
      entries_.emplace(fold_cell(alias), &entry);
    }
  }
  for (const auto& name : apart) {
    entries_.erase(fold_cell(name));
  }
}

const LibraryIndicator* SameThings::entry_of(std::string_view name) const {
  const auto found = entries_.find(name);
  return found == entries_.end() ? nullptr : found->second;
}

std::string_view SameThings::thing_of(std::string_view name) const {
  const auto* entry = entry_of(name);
  return entry == nullptr ? name : std::string_view(entry->name);
}

std::vector<std::string> SameThings::names_of(std::string_view name) const {
  std::vector<std::string> names{std::string(name)};
  if (const auto* entry = entry_of(name)) {
    for (const auto& [spelling, of] : entries_) {
      if (of == entry && spelling != name) {
        names.push_back(spelling);
      }
    }
  }
  return names;
}

std::optional<Comparable> comparable_of(const Indicator& row, const SameThings& things) {
  const bool known = row.measured.kind != MeasureKind::unknown && !row.measured.base.empty();
  if (!known || !value_of_target(row) || row.comparator == Comparator::qualitative) {
    return std::nullopt;
  }
  return Comparable{
      .thing = std::string(things.thing_of(row.name)),
      .base = row.measured.base,
      .ceiling = row.comparator == Comparator::at_most || row.comparator == Comparator::less_than};
}

std::optional<Decimal> value_of_target(const Indicator& row) {
  const auto* number = std::get_if<NumberTarget>(&row.typed);
  return number != nullptr ? in_base(number->value, row.measured) : std::nullopt;
}

}  // namespace jiheng::similarity
