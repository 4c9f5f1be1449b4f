#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <span>
#include <utility>

#include "app/ambition.h"
#include "app/comparing.h"
#include "report/csv.h"
#include "similarity/same_things.h"

namespace jiheng::app {
namespace {

using Json = nlohmann::ordered_json;
using Peers = std::map<similarity::Comparable, std::vector<Decimal>>;  // sorted, in the base

constexpr std::array<std::string_view, 21> kColumns{
    "year",       "agency", "project",       "level1", "level2",        "level3",
    "comparator", "target", "measure",       "entry",  "last_target",   "last_actual",
    "peers",      "lowest", "first_quarter", "median", "third_quarter", "highest",
    "percentile", "place",  "indicator_id"};

/// What lines are made from.
struct Means {
  const store::IndicatorFilter& filter;
  const similarity::SameThings& things;
  std::vector<PastRow> past{};
  Peers peers{};
};

std::string text_of(const std::optional<Decimal>& value, const Measure& measure) {
  const auto told = value ? in_measure(*value, measure) : std::nullopt;
  return told ? told->to_shortest_string() : "";
}

/// The values of a thing without one that is the row's own.
std::vector<Decimal> others_of(const std::vector<Decimal>& sorted, const Decimal& own) {
  auto others = sorted;
  others.erase(std::ranges::lower_bound(others, own));
  return others;
}

std::array<std::string, 7> standing_of(const store::StoredIndicator& stored, const Means& means,
                                       const similarity::Comparable& comparable) {
  const auto own = similarity::value_of_target(stored.row).value_or(Decimal{});
  const auto others = others_of(means.peers.at(comparable), own);
  std::array<std::string, 7> cells{std::to_string(others.size())};
  const auto lies = distribution_of(others);
  if (lies) {
    std::size_t at = 1;
    for (const auto* value : {&lies->lowest, &lies->first_quarter, &lies->median,
                              &lies->third_quarter, &lies->highest}) {
      cells.at(at++) = text_of(*value, stored.row.measured);
    }
    cells[6] = std::to_string(percentile_of(own, others));
  }
  return cells;
}

/// The values in the order of `kColumns`; nothing for a row without a number.
std::optional<std::array<std::string, kColumns.size()>> cells_of(
    const store::StoredIndicator& stored, const Means& means) {
  const auto& row = stored.row;
  const auto comparable = similarity::comparable_of(row, means.things);
  if (!comparable) {
    return std::nullopt;
  }
  const auto past = past_of(row, means.past);
  const bool last = !past.empty() && past.front().year == means.filter.year - 1;
  const auto* entry = means.things.entry_of(row.name);
  auto [peers, lowest, first, median, third, highest, percentile] =
      standing_of(stored, means, *comparable);
  return std::array<std::string, kColumns.size()>{
      std::to_string(means.filter.year),
      row.agency,
      row.project,
      row.level1,
      row.level2,
      row.name,
      row.comparator ? std::string(symbol(*row.comparator)) : "",
      row.target,
      row.measure,
      entry == nullptr ? "" : entry->code,
      last ? text_of(past.front().target, row.measured) : "",
      last ? text_of(past.front().actual, row.measured) : "",
      std::move(peers),
      std::move(lowest),
      std::move(first),
      std::move(median),
      std::move(third),
      std::move(highest),
      std::move(percentile),
      to_string(row.place),
      std::to_string(stored.id)};
}

Result<Peers> peers_of_year(const Workspace& workspace, const store::IndicatorFilter& filter,
                            const similarity::SameThings& things) {
  Peers peers;
  JH_TRY_DO(workspace.store.each_indicator(
      {.region = filter.region, .year = filter.year}, store::IndicatorSort::document, false,
      [&](const store::StoredIndicator& stored) {
        if (auto comparable = similarity::comparable_of(stored.row, things)) {
          peers[*std::move(comparable)].push_back(
              similarity::value_of_target(stored.row).value_or(Decimal{}));
        }
      }));
  for (auto& [comparable, values] : peers) {
    std::ranges::sort(values);
  }
  return peers;
}

std::string json_of(const std::array<std::string, kColumns.size()>& cells) {
  Json json = Json::object();
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    json[std::string(kColumns.at(i))] = cells.at(i);
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

Result<std::string> ambition_file(const Workspace& workspace, const store::IndicatorFilter& filter,
                                  AmbitionFormat format) {
  JH_TRY(const auto comparing, Comparing::load(workspace));
  Means means{.filter = filter, .things = comparing.things()};
  JH_TRY(means.past, workspace.store.past_rows(filter.region, filter.year, filter.agency));
  JH_TRY(means.peers, peers_of_year(workspace, filter, means.things));
  std::string text = format == AmbitionFormat::csv ? report::csv_line(kColumns) : "[";
  std::size_t lines = 0;
  JH_TRY_DO(workspace.store.each_indicator(
      filter, store::IndicatorSort::document, false, [&](const store::StoredIndicator& stored) {
        const auto cells = cells_of(stored, means);
        if (!cells) {
          return;
        }
        if (format == AmbitionFormat::csv) {
          text += report::csv_line(std::span<const std::string>(*cells));
        } else {
          text += (lines == 0 ? "\n" : ",\n") + json_of(*cells);
        }
        ++lines;
      }));
  if (lines == 0) {
    return fail(ErrorCode::not_found, {"exporting.no_rows", {std::to_string(filter.year)}});
  }
  return format == AmbitionFormat::csv ? text : text + "\n]\n";
}

}  // namespace jiheng::app
