#include "store/numbers.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "base/text.h"
#include "store/query.h"
#include "store/store.h"

namespace jiheng::store {

namespace {

constexpr std::array kTargetKinds{TargetKind::text, TargetKind::number,   TargetKind::range,
                                  TargetKind::date, TargetKind::duration, TargetKind::frequency,
                                  TargetKind::grade};

constexpr std::string_view kSumOfYear =
    "SELECT COUNT(DISTINCT agency_id), COUNT(*), COALESCE(SUM(indicators), 0), "
    "COALESCE(SUM(errors), 0), COALESCE(SUM(warnings), 0), COALESCE(SUM(hints), 0), "
    "COALESCE(SUM(CASE WHEN errors > 0 THEN 1 ELSE 0 END), 0), "
    "COALESCE(SUM(CASE WHEN warnings > 0 THEN 1 ELSE 0 END), 0), "
    "COALESCE(SUM(CASE WHEN hints > 0 THEN 1 ELSE 0 END), 0) "
    "FROM project WHERE region_code = ? AND year = ? AND indicators > 0";
// One pass gives every breakdown: the groups are few.
constexpr std::string_view kGroupsOfYear =
    "SELECT level1, level2, kind, comparator, COUNT(*), SUM(measurable) FROM indicator "
    "WHERE region_code = ? AND year = ? AND is_current = 1 "
    "GROUP BY level1, level2, kind, comparator";
constexpr std::string_view kRulesOfYear =
    "SELECT rule, severity, COUNT(*), COUNT(DISTINCT project_id) FROM finding "
    "WHERE region_code = ? AND year = ? AND waiver_id IS NULL GROUP BY rule, severity ORDER BY "
    "COUNT(*) DESC, rule, "
    "severity";
constexpr std::string_view kAgenciesOfYear =
    "SELECT a.agency_id, a.name, a.code, a.parent, COUNT(*), SUM(p.indicators), SUM(p.errors), "
    "SUM(p.warnings), SUM(p.hints) FROM project p JOIN agency a ON a.region_code = p.region_code "
    "AND a.agency_id = p.agency_id WHERE p.region_code = ? AND p.year = ? AND p.indicators > 0 "
    "GROUP BY a.agency_id, a.name, a.code, a.parent ORDER BY a.name, a.agency_id";
constexpr std::string_view kProgrammesOfYear =
    "SELECT agency_id, programme, COUNT(*) FROM project WHERE region_code = ? AND year = ? AND "
    "indicators > 0 GROUP BY agency_id, programme ORDER BY agency_id, MIN(filing_id), "
    "MIN(position)";
constexpr std::string_view kYears =
    "SELECT year, COUNT(*), SUM(indicators), SUM(errors + warnings + hints) FROM project "
    "WHERE region_code = ? AND indicators > 0 GROUP BY year ORDER BY year DESC";

std::optional<TargetKind> target_kind(std::string_view text) {
  const auto it =
      std::ranges::find_if(kTargetKinds, [&](TargetKind kind) { return word(kind) == text; });
  return it == kTargetKinds.end() ? std::nullopt : std::optional(*it);
}

Result<void> add_sums(sql::Connection& connection, std::string_view region, std::int64_t year,
                      Overview& overview) {
  JH_TRY(const auto found, connection.prepare(kSumOfYear));
  JH_TRY_DO(found->run({region, year}));
  return for_each_row(*found, [&](const sql::Statement& row) {
    overview.agencies = row.integer(0);
    overview.projects = row.integer(1);
    overview.indicators = row.integer(2);
    overview.findings = {row.integer(3), row.integer(4), row.integer(5)};
    overview.projects_with = {row.integer(6), row.integer(7), row.integer(8)};
  });
}

/// Most frequent first, then by their words, in which the map already is.
template <typename Item>
void sort_by_count(std::vector<Item>& items) {
  std::ranges::stable_sort(items, std::ranges::greater(), &Item::indicators);
}

Result<void> add_groups(sql::Connection& connection, std::string_view region, std::int64_t year,
                        Overview& overview) {
  std::map<std::pair<std::string, std::string>, std::int64_t> levels;
  std::map<std::string, std::int64_t> kinds;
  std::map<std::string, std::int64_t> comparators;
  JH_TRY(const auto found, connection.prepare(kGroupsOfYear));
  JH_TRY_DO(found->run({region, year}));
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    const auto rows = row.integer(4);
    levels[{std::string(row.text(0)), std::string(row.text(1))}] += rows;
    kinds[std::string(row.text(2))] += rows;
    comparators[std::string(row.text(3))] += rows;
    overview.measurable += row.integer(5);
  }));
  for (const auto& [level, rows] : levels) {
    overview.by_level.push_back({level.first, level.second, rows});
  }
  for (const auto& [name, rows] : kinds) {
    const auto kind = target_kind(name).value_or(TargetKind::text);
    overview.by_kind.push_back({kind, rows});
    overview.typed += kind == TargetKind::text ? 0 : rows;
  }
  for (const auto& [comparator, rows] : comparators) {
    overview.by_comparator.push_back({comparator, rows});
  }
  sort_by_count(overview.by_kind);
  sort_by_count(overview.by_comparator);
  return {};
}

Result<void> add_rules(sql::Connection& connection, std::string_view region, std::int64_t year,
                       Overview& overview) {
  JH_TRY(const auto found, connection.prepare(kRulesOfYear));
  JH_TRY_DO(found->run({region, year}));
  return for_each_row(*found, [&](const sql::Statement& row) {
    overview.by_rule.push_back(
        {.rule = std::string(row.text(0)),
         .severity = severity_from_word(row.text(1)).value_or(Severity::hint),
         .findings = row.integer(2),
         .projects = row.integer(3)});
  });
}

struct NamedParents {
  std::vector<AgencyCount> agencies{};
  std::vector<std::string> parents{};  // beside `agencies`, search keys
};

Result<NamedParents> load_agencies(sql::Connection& connection, std::string_view region,
                                   std::int64_t year) {
  JH_TRY(const auto found, connection.prepare(kAgenciesOfYear));
  JH_TRY_DO(found->run({region, year}));
  NamedParents loaded;
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    loaded.agencies.push_back({.id = row.integer(0),
                               .name = std::string(row.text(1)),
                               .code = std::string(row.text(2)),
                               .projects = row.integer(4),
                               .indicators = row.integer(5),
                               .findings = {row.integer(6), row.integer(7), row.integer(8)}});
    loaded.parents.push_back(search_key(row.text(3)));
  }));
  return loaded;
}

void set_parents(NamedParents& loaded) {
  std::unordered_map<std::string, std::int64_t> ids;
  for (const auto& agency : loaded.agencies) {
    ids.emplace(search_key(agency.name), agency.id);
  }
  for (std::size_t i = 0; i < loaded.agencies.size(); ++i) {
    const auto parent = ids.find(loaded.parents[i]);
    if (parent != ids.end() && parent->second != loaded.agencies[i].id) {
      loaded.agencies[i].parent_id = parent->second;
    }
  }
}

}  // namespace

Result<Overview> Store::overview(std::string_view region, int year) {
  JH_TRY(const auto lease, pool_->lease());
  Overview overview;
  JH_TRY_DO(add_sums(*lease, region, year, overview));
  JH_TRY_DO(add_groups(*lease, region, year, overview));
  JH_TRY_DO(add_rules(*lease, region, year, overview));
  return overview;
}

Result<std::vector<AgencyCount>> Store::agencies(std::string_view region, int year) {
  JH_TRY(const auto lease, pool_->lease());
  JH_TRY(auto loaded, load_agencies(*lease, region, year));
  set_parents(loaded);
  std::unordered_map<std::int64_t, AgencyCount*> by_id;
  for (auto& agency : loaded.agencies) {
    by_id.emplace(agency.id, &agency);
  }
  JH_TRY(const auto found, lease->prepare(kProgrammesOfYear));
  JH_TRY_DO(found->run({region, std::int64_t{year}}));
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    if (const auto it = by_id.find(row.integer(0)); it != by_id.end()) {
      it->second->programmes.push_back({std::string(row.text(1)), row.integer(2)});
    }
  }));
  return std::move(loaded.agencies);
}

Result<std::vector<YearCount>> Store::years(std::string_view region) {
  JH_TRY(const auto lease, pool_->lease());
  JH_TRY(const auto found, lease->prepare(kYears));
  JH_TRY_DO(found->run({region}));
  std::vector<YearCount> years;
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    years.push_back({.year = static_cast<int>(row.integer(0)),
                     .projects = row.integer(1),
                     .indicators = row.integer(2),
                     .findings = row.integer(3)});
  }));
  return years;
}

}  // namespace jiheng::store
