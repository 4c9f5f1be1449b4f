#include "similarity/near_duplicates.h"

#include <string>

#include "base/text.h"
#include "similarity/wording.h"

namespace jiheng::similarity {
namespace {

constexpr char kBetween = '\n';  // in no folded cell

/// The value of a row, the same however it is written.
std::string value_of(const Indicator& row) {
  const auto* number = std::get_if<NumberTarget>(&row.typed);
  const auto& measured = row.measured;
  std::string value(row.comparator ? symbol(*row.comparator) : "");
  value += kBetween;
  value += number != nullptr ? number->value.to_shortest_string() : search_key(row.target);
  value += kBetween;
  value += measured.kind == MeasureKind::unknown
               ? search_key(row.measure)
               : measured.canonical + kBetween + measured.scale.to_shortest_string();
  return value;
}

}  // namespace

DuplicateFinder::DuplicateFinder(const DuplicateMeans& means)
    : measures_(means.measures), shortest_(means.shortest) {
  for (const auto& indicator : means.library) {
    if (indicator.common) {
      common_.insert(wording(indicator.name, measures_));
      for (const auto& alias : indicator.aliases) {
        common_.insert(wording(alias, measures_));
      }
    }
  }
}

void DuplicateFinder::add(const Indicator& row) {
  const auto number = rows_++;
  auto key = wording(row.name, measures_, {.agency = row.agency, .project = row.project});
  if (row.target.empty() || length(key) < shortest_ || common_.contains(key)) {
    return;
  }
  key += kBetween + value_of(row);
  const auto owner = owner_of(row);
  const auto [at, is_new] = said_by_.try_emplace(std::move(key), said_.size());
  if (is_new) {
    said_.push_back({.owner = owner});
  }
  auto& said = said_[at->second];
  said.group.rows.push_back(number);
  said.several = said.several || said.owner != owner;
}

std::vector<DuplicateGroup> DuplicateFinder::groups() && {
  std::vector<DuplicateGroup> groups;
  for (auto& said : said_) {
    if (said.several) {
      groups.push_back(std::move(said.group));
    }
  }
  return groups;
}

/// Whose a row is, whatever year its project's name holds.
std::size_t DuplicateFinder::owner_of(const Indicator& row) {
  return owners_
      .try_emplace(search_key(row.agency) + kBetween + wording(row.project, measures_),
                   owners_.size())
      .first->second;
}

std::vector<DuplicateGroup> near_duplicates(std::span<const Indicator> rows,
                                            const DuplicateMeans& means) {
  DuplicateFinder finder(means);
  for (const auto& row : rows) {
    finder.add(row);
  }
  return std::move(finder).groups();
}

}  // namespace jiheng::similarity
