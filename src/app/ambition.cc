#include "app/ambition.h"

#include <algorithm>
#include <span>
#include <utility>

#include "app/comparing.h"
#include "app/judging.h"
#include "similarity/same_things.h"

namespace jiheng::app {
namespace {

constexpr std::int64_t kMostPeers = 5000;  // of one indicator: a province has fewer agencies
constexpr std::string_view kPeersRule = "cost_per_output_unusual";

/// How many peers say something: one number for the rule and for who looks.
Result<std::int64_t> least_peers(const Workspace& workspace, std::string_view region, int year) {
  JH_TRY(const auto judged_by, pack_of(workspace, region, year));
  const auto rule = judged_by.pack.rules.find(kPeersRule);
  if (rule == judged_by.pack.rules.end()) {
    return 1;
  }
  const auto& numbers = rule->second.numbers;
  const auto least = numbers.find("least_peers");
  return least == numbers.end() ? 1 : static_cast<std::int64_t>(least->second.digits());
}

/// To the measure of a row; what cannot be told in it is left out.
std::optional<Decimal> told(const std::optional<Decimal>& value, const Measure& measure) {
  return value ? in_measure(*value, measure) : std::nullopt;
}

std::vector<PastValue> told(std::vector<PastValue> past, const Measure& measure) {
  for (auto& one : past) {
    one.target = told(one.target, measure);
    one.actual = told(one.actual, measure);
  }
  return past;
}

/// Where the row's value lies among its peers'.
Result<void> place_among(std::span<const Decimal> sorted, const Decimal& value,
                         Ambition& ambition) {
  if (static_cast<std::int64_t>(sorted.size()) < ambition.least || sorted.empty()) {
    return {};
  }
  JH_TRY(ambition.lies, distribution_of(sorted));
  ambition.percentile = percentile_of(value, sorted);
  return {};
}

Result<void> find_peers(const Workspace& workspace, std::string_view region,
                        const similarity::SameThings& things,
                        const similarity::Comparable& comparable, Ambition& ambition) {
  const auto& own = ambition.row;
  JH_TRY(const auto rows, workspace.store.rows_named(region, ambition.year,
                                                     things.names_of(own.row.name), kMostPeers));
  for (const auto& row : rows) {
    if (row.id == own.id || similarity::comparable_of(row.row, things) != comparable) {
      continue;
    }
    if (const auto value = told(similarity::value_of_target(row.row), own.row.measured)) {
      ambition.peers.push_back(
          {row.id, row.project_id, row.row.agency, row.row.project, row.row.name, *value});
    }
  }
  std::ranges::stable_sort(ambition.peers, {}, &Peer::value);
  return {};
}

}  // namespace

Result<Ambition> ambition_of(const Workspace& workspace, std::int64_t indicator) {
  JH_TRY(const auto region, region_of(workspace));
  Ambition ambition;
  JH_TRY(ambition.row, workspace.store.indicator(region, indicator));
  const auto& row = ambition.row.row;
  JH_TRY(const auto project, workspace.store.project(region, ambition.row.project_id));
  ambition.year = project.summary.year;
  JH_TRY(ambition.least, least_peers(workspace, region, ambition.year));
  JH_TRY(const auto comparing, Comparing::load(workspace));
  const auto& things = comparing.things();
  if (const auto* entry = things.entry_of(row.name)) {
    ambition.entry = entry->code;
    ambition.entry_name = entry->name;
  }
  const auto comparable = similarity::comparable_of(row, things);
  if (!comparable) {
    return ambition;
  }
  ambition.ceiling = comparable->ceiling;
  ambition.value = told(similarity::value_of_target(row), row.measured);
  JH_TRY(const auto past, workspace.store.past_rows(region, ambition.year, ambition.row.agency_id));
  ambition.past = told(past_of(row, past), row.measured);
  JH_TRY_DO(find_peers(workspace, region, things, *comparable, ambition));
  std::vector<Decimal> values;
  for (const auto& peer : ambition.peers) {
    values.push_back(peer.value);
  }
  if (ambition.value) {
    JH_TRY_DO(place_among(values, *ambition.value, ambition));
  }
  return ambition;
}

}  // namespace jiheng::app
