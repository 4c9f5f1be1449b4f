#include "store/waivers.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <unordered_map>

#include "store/edits.h"
#include "store/keyset.h"
#include "store/query.h"
#include "store/row_text.h"
#include "store/rows.h"
#include "store/store.h"
#include "store/writing.h"

namespace jiheng::store {
namespace {

constexpr std::string_view kLiving =
    "SELECT project_id, indicator_id, rule, cells, waiver_id, kind, reason, author, made_at "
    "FROM waiver WHERE region_code = ? AND year = ? AND living = 1 ORDER BY made_at, waiver_id";
constexpr std::string_view kFinding =
    "SELECT field, message, waiver_id, year, project_id FROM finding WHERE region_code = ? AND "
    "indicator_id = ? AND rule = ? ORDER BY number";
constexpr std::string_view kInsert =
    "INSERT INTO waiver (region_code, waiver_id, year, project_id, indicator_id, rule, cells, "
    "kind, reason, message, author, made_at, pack_id, pack_version, living) VALUES (?, ?, ?, ?, ?, "
    "?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";
constexpr std::string_view kFind =
    "SELECT w.project_id, w.living, p.agency_id, w.year FROM waiver w JOIN project p ON "
    "p.region_code = w.region_code AND p.project_id = w.project_id "
    "WHERE w.region_code = ? AND w.waiver_id = ?";
constexpr std::string_view kEnd =
    "UPDATE waiver SET living = 0, ended_by = ?, ended_at = ? "
    "WHERE region_code = ? AND waiver_id = ?";
constexpr std::string_view kCounts =
    "SELECT f.rule, w.kind, COUNT(*), COALESCE(w.pack_id, ''), COALESCE(w.pack_version, 0) FROM "
    "finding f JOIN waiver w ON w.region_code = f.region_code "
    "AND w.waiver_id = f.waiver_id WHERE f.region_code = ? AND f.year = ? "
    "GROUP BY f.rule, w.kind, COALESCE(w.pack_id, ''), COALESCE(w.pack_version, 0) ORDER BY "
    "f.rule, "
    "COALESCE(w.pack_id, ''), COALESCE(w.pack_version, 0), w.kind";
constexpr std::string_view kListed =
    "SELECT w.waiver_id, w.kind, w.reason, w.author, w.made_at, w.rule, w.message, w.project_id, "
    "w.indicator_id, p.name, a.name, i.name, w.living, w.ended_by, w.ended_at, w.cells";
constexpr std::string_view kFromListed =
    " FROM waiver w JOIN project p ON p.region_code = w.region_code AND p.project_id = "
    "w.project_id "
    "JOIN agency a ON a.region_code = p.region_code AND a.agency_id = p.agency_id "
    "LEFT JOIN indicator i ON i.region_code = w.region_code AND i.indicator_id = w.indicator_id";

constexpr int kListedColumns = 16;
constexpr std::int64_t kLongestList = 200;

void add_filter(Query& query, const WaiverFilter& filter) {
  query.add(kFromListed);
  query.add(" WHERE w.region_code = ?", filter.region);
  query.add(" AND w.year = ?", std::int64_t{filter.year});
  if (!filter.rule.empty()) {
    query.add(" AND w.rule = ?", filter.rule);
  }
  if (!filter.ended) {
    query.add(" AND w.living = 1");
  }
}

/// What stands in a row, or in all rows of a project, as waivers hold on to it.
class CellsNow {
 public:
  CellsNow(sql::Connection& connection, std::string_view region)
      : connection_(connection), region_(region) {}

  /// "" where the row, or every row of the project, is gone.
  Result<std::string> of(const StoredWaiver& waiver) {
    auto known = projects_.find(waiver.project_id);
    if (known == projects_.end()) {
      JH_TRY(auto rows, rows_of_project(connection_, region_, waiver.project_id));
      known = projects_.emplace(waiver.project_id, std::move(rows)).first;
    }
    std::vector<const Indicator*> all;
    for (const auto& row : known->second) {
      if (row.stored.id == waiver.indicator_id) {
        return waived_cells(row.stored.row);
      }
      all.push_back(&row.stored.row);
    }
    return waiver.indicator_id == 0 && !all.empty() ? waived_cells(all) : std::string();
  }

 private:
  sql::Connection& connection_;
  std::string_view region_;
  std::map<std::int64_t, std::vector<LoadedIndicator>> projects_{};
};

Waiver read_waiver(const sql::Statement& row, int first) {
  return {.id = row.integer(first),
          .kind = waiver_kind_from_word(row.text(first + 1)).value_or(WaiverKind::waived),
          .reason = std::string(row.text(first + 2)),
          .author = std::string(row.text(first + 3)),
          .at_ms = row.integer(first + 4)};
}

/// The finding that is to be set aside.
struct Aside {
  bool of_project{};
  std::string message;
  std::int64_t year{};
  std::int64_t project_id{};
};

Result<Aside> finding_at(sql::Connection& connection, std::string_view region,
                         const NewWaiver& waiver) {
  JH_TRY(const auto found, connection.prepare(kFinding));
  JH_TRY_DO(found->run({region, waiver.indicator_id, waiver.rule}));
  std::optional<Aside> aside;
  bool all_waived = true;
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    const bool of_project = row.text(0) == word(Column::project);
    if (of_project != waiver.of_project.value_or(of_project)) {
      return;
    }
    const bool is_waived = row.integer(2) != 0;
    // One that stands comes before one that is set aside already.
    if (!aside || (all_waived && !is_waived)) {
      aside = Aside{of_project, std::string(row.text(1)), row.integer(3), row.integer(4)};
    }
    all_waived = all_waived && is_waived;
  }));
  if (!aside) {
    return fail(ErrorCode::not_found, {"store.no_finding", {waiver.rule}});
  }
  if (all_waived) {
    return fail(ErrorCode::conflict, {"store.already_waived"});
  }
  return *std::move(aside);
}

/// What the waiver holds on to: the row's cells, or those of the project's rows.
Result<std::string> cells_under(sql::Connection& connection, std::string_view region,
                                const NewWaiver& waiver, const Aside& aside) {
  JH_TRY(const auto rows, rows_of_project(connection, region, aside.project_id));
  std::vector<const Indicator*> all;
  for (const auto& row : rows) {
    if (!aside.of_project && row.stored.id == waiver.indicator_id) {
      return waived_cells(row.stored.row);
    }
    all.push_back(&row.stored.row);
  }
  if (!aside.of_project) {
    return fail(ErrorCode::not_found, {"store.no_indicator"});
  }
  return waived_cells(all);
}

}  // namespace

Result<LivingWaivers> LivingWaivers::load(sql::Connection& connection, std::string_view region,
                                          std::int64_t year) {
  LivingWaivers waivers;
  JH_TRY(const auto found, connection.prepare(kLiving));
  JH_TRY_DO(found->run({region, year}));
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    waivers.held_.emplace(std::tuple(row.integer(0), row.integer(1), std::string(row.text(2))),
                          Held{std::string(row.text(3)), read_waiver(row, 4)});
  }));
  return waivers;
}

void LivingWaivers::mark(std::span<const Indicator> rows, std::span<const FindingPlace> places,
                         std::span<Finding> findings) const {
  if (held_.empty()) {
    return;
  }
  std::unordered_map<std::int64_t, std::vector<const Indicator*>> projects;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    projects[places[i].project_id].push_back(&rows[i]);
  }
  for (auto& finding : findings) {
    const auto& place = places[finding.row];
    const bool whole = is_of_project(finding);
    const auto [first, last] = held_.equal_range(
        std::tuple(place.project_id, whole ? 0 : place.indicator_id, finding.rule));
    for (auto held = first; held != last; ++held) {
      const auto cells =
          whole ? waived_cells(projects[place.project_id]) : waived_cells(rows[finding.row]);
      if (held->second.cells == cells) {
        finding.waiver = held->second.waiver;
      }
    }
  }
}

Result<void> Store::mark_waived(std::string_view region, int year,
                                std::span<const StoredIndicator> rows,
                                std::span<Finding> findings) {
  JH_TRY(const auto lease, pool_->lease());
  JH_TRY(const auto waivers, LivingWaivers::load(*lease, region, year));
  std::vector<Indicator> shown;
  std::vector<FindingPlace> places;
  for (const auto& row : rows) {
    shown.push_back(row.row);
    places.push_back({row.id, row.project_id});
  }
  waivers.mark(shown, places, findings);
  return {};
}

Result<std::int64_t> Store::waive(std::string_view region, const NewWaiver& waiver,
                                  const Hooks& hooks) {
  JH_TRY(auto writing, Writing::begin(*pool_, region));
  JH_TRY_DO(load_at(*writing, region, waiver.indicator_id, waiver.revision));
  JH_TRY(const auto aside, finding_at(*writing, region, waiver));
  JH_TRY(const auto cells, cells_under(*writing, region, waiver, aside));
  const auto id = ids_.next();
  JH_TRY_DO((*writing).execute(
      kInsert, {region, id, aside.year, aside.project_id,
                aside.of_project ? std::int64_t{0} : waiver.indicator_id, waiver.rule, cells,
                word(waiver.kind), waiver.reason, aside.message, waiver.author, clock_.now_ms(),
                waiver.pack_id, waiver.pack_version}));
  JH_TRY_DO(review_project(*writing, region, aside.project_id, hooks.review));
  JH_TRY_DO(writing.commit());
  return id;
}

Result<void> Store::end_waiver(std::string_view region, std::int64_t waiver_id,
                               std::string_view author, const Hooks& hooks) {
  JH_TRY(auto writing, Writing::begin(*pool_, region));
  JH_TRY(const auto found, (*writing).prepare(kFind));
  JH_TRY_DO(found->run({region, waiver_id}));
  JH_TRY(const bool exists, found->next());
  if (!exists) {
    return fail(ErrorCode::not_found, {"store.no_waiver"});
  }
  if (found->integer(1) == 0) {
    return fail(ErrorCode::conflict, {"store.waiver_ended"});
  }
  const auto project = found->integer(0);
  JH_TRY_DO((*writing).execute(kEnd, {author, clock_.now_ms(), region, waiver_id}));
  JH_TRY_DO(review_project(*writing, region, project, hooks.review));
  return writing.commit();
}

Result<std::vector<WaiverCount>> Store::count_waivers(std::string_view region, int year) {
  JH_TRY(const auto lease, pool_->lease());
  JH_TRY(const auto found, lease->prepare(kCounts));
  JH_TRY_DO(found->run({region, std::int64_t{year}}));
  std::vector<WaiverCount> counts;
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    if (counts.empty() || counts.back().rule != row.text(0) ||
        counts.back().pack_id != row.text(3) || counts.back().pack_version != row.integer(4)) {
      counts.push_back({.rule = std::string(row.text(0)),
                        .pack_id = std::string(row.text(3)),
                        .pack_version = row.integer(4)});
    }
    auto& count =
        row.text(1) == word(WaiverKind::waived) ? counts.back().waived : counts.back().false_alarms;
    count = row.integer(2);
  }));
  return counts;
}

Result<Page<StoredWaiver>> Store::list_waivers(const WaiverFilter& filter, std::string_view cursor,
                                               std::int64_t limit) {
  JH_TRY(const auto lease, pool_->lease());
  const Keyset keyset("waivers", {{"w.made_at"}, {"w.waiver_id"}}, true);
  const auto most = std::clamp<std::int64_t>(limit, 1, kLongestList);
  Page<StoredWaiver> page;
  Query count("SELECT COUNT(*)");
  add_filter(count, filter);
  JH_TRY(const auto counted, count.run(*lease));
  JH_TRY_DO(counted->next());
  page.total = counted->integer(0);
  Query query(kListed);
  query.add(keyset.columns());
  add_filter(query, filter);
  JH_TRY_DO(keyset.add_start(query, cursor));
  keyset.add_order(query, most + 1);
  JH_TRY(const auto found, query.run(*lease));
  std::string last;
  std::vector<std::string> cells;
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    if (std::ssize(page.items) == most) {
      page.next = last;
      return;
    }
    last = keyset.cursor(row, kListedColumns);
    page.items.push_back({.waiver = read_waiver(row, 0),
                          .rule = std::string(row.text(5)),
                          .message = message(row.text(6)),
                          .project_id = row.integer(7),
                          .indicator_id = row.integer(8),
                          .project = std::string(row.text(9)),
                          .agency = std::string(row.text(10)),
                          .indicator = std::string(row.text(11)),
                          .living = row.integer(12) != 0,
                          .ended_by = std::string(row.text(13)),
                          .ended_at_ms = row.integer(14)});
    cells.emplace_back(row.text(15));
  }));
  CellsNow now(*lease, filter.region);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (page.items[i].living) {
      JH_TRY(const auto stands, now.of(page.items[i]));
      page.items[i].lapsed = stands != cells[i];
    }
  }
  return page;
}

}  // namespace jiheng::store
