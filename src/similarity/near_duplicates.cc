#include "similarity/near_duplicates.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

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

/// Whose a row is, whatever year its project's name holds.
std::string owner_of(const Indicator& row, const MeasureDictionary& measures) {
  return search_key(row.agency) + kBetween + wording(row.project, measures);
}

std::unordered_set<std::string> common_wordings(const DuplicateMeans& means) {
  std::unordered_set<std::string> wordings;
  for (const auto& indicator : means.library) {
    if (indicator.common) {
      wordings.insert(wording(indicator.name, means.measures));
      for (const auto& alias : indicator.aliases) {
        wordings.insert(wording(alias, means.measures));
      }
    }
  }
  return wordings;
}

bool have_several_owners(const DuplicateGroup& group, std::span<const Indicator> rows,
                         const MeasureDictionary& measures) {
  const auto first = owner_of(rows[group.rows.front()], measures);
  return std::ranges::any_of(
      group.rows, [&](std::size_t row) { return owner_of(rows[row], measures) != first; });
}

}  // namespace

std::vector<DuplicateGroup> near_duplicates(std::span<const Indicator> rows,
                                            const DuplicateMeans& means) {
  const auto common = common_wordings(means);
  std::unordered_map<std::string, std::size_t> group_of;
  std::vector<DuplicateGroup> groups;  // in the order of their first rows
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& row = rows[i];
    auto key = wording(row.name, means.measures, {.agency = row.agency, .project = row.project});
    if (row.target.empty() || length(key) < means.shortest || common.contains(key)) {
      continue;
    }
    key += kBetween + value_of(row);
    const auto [group, is_new] = group_of.try_emplace(std::move(key), groups.size());
    if (is_new) {
      groups.emplace_back();
    }
    groups[group->second].rows.push_back(i);
  }
  std::erase_if(groups, [&](const DuplicateGroup& group) {
    return group.rows.size() < 2 || !have_several_owners(group, rows, means.measures);
  });
  return groups;
}

}  // namespace jiheng::similarity
