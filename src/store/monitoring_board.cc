#include "store/monitoring_board.h"

#include <algorithm>
#include <array>
#include <bit>
#include <unordered_map>

#include "store/keyset.h"
#include "store/query.h"
#include "store/said.h"
#include "store/search.h"
#include "store/writing.h"

namespace jiheng::store {
namespace {

constexpr std::int64_t kLongestPage = 2000;
constexpr int kRateScale = 2;

constexpr std::string_view kColumns =
    "SELECT s.project_id, s.agency_id, s.light, s.quadrant, s.money_light, s.red, s.yellow, "
    "s.green, s.blue, s.not_reported, s.unclear, s.budget, s.executed, s.execution_rate, s.pace, "
    "s.goal_rate, s.forecast_money, s.forecast_rate, s.missing_forecast, p.name, a.name";
constexpr std::string_view kStates = " FROM monitoring_state s";
constexpr std::string_view kProjects =
    " JOIN project p ON p.region_code = s.region_code AND p.project_id = s.project_id";
constexpr std::string_view kAgencies =
    " JOIN agency a ON a.region_code = s.region_code AND a.agency_id = s.agency_id";
constexpr std::array<std::string_view, 24> kStored{"region_code",
                                                   "project_id",
                                                   "month",
                                                   "pack",
                                                   "year",
                                                   "agency_id",
                                                   "light",
                                                   "quadrant",
                                                   "money_light",
                                                   "red",
                                                   "yellow",
                                                   "green",
                                                   "blue",
                                                   "not_reported",
                                                   "unclear",
                                                   "budget",
                                                   "executed",
                                                   "execution_rate",
                                                   "pace",
                                                   "goal_rate",
                                                   "forecast_money",
                                                   "forecast_rate",
                                                   "missing_forecast",
                                                   "made_at"};
constexpr std::string_view kMissing =
    "SELECT p.project_id FROM project p WHERE p.region_code = ? AND p.year = ? AND "
    "p.indicators > 0 AND NOT EXISTS (SELECT 1 FROM monitoring_state s WHERE "
    "s.region_code = p.region_code AND s.project_id = p.project_id AND s.month = ? AND "
    "s.pack = ?) LIMIT ?";
constexpr std::string_view kProjectsOfYear =
    "SELECT COUNT(*) FROM project WHERE region_code = ? AND year = ? AND indicators > 0";
constexpr std::string_view kStatesOfPeriod =
    "SELECT COUNT(*) FROM monitoring_state WHERE region_code = ? AND year = ? AND month = ? AND "
    "pack = ?";
constexpr std::string_view kRevision = "SELECT revision FROM region WHERE region_code = ?";

template <typename Word>
std::int64_t code(const std::optional<Word>& word) {
  return word ? static_cast<std::int64_t>(*word) + 1 : 0;
}

template <typename Word>
std::optional<Word> from_code(std::int64_t code) {
  return code == 0 ? std::nullopt : std::optional(static_cast<Word>(code - 1));
}

/// Hundredths; what 64 bits do not hold is not known.
sql::Value hundredths(const std::optional<Decimal>& value) {
  const auto stored =
      value ? cents(value->rounded(kRateScale).value_or(*value)) : Result<sql::Value>(sql::Value{});
  return stored.value_or(sql::Value{});
}

std::optional<Decimal> rate(const sql::Statement& row, int column) {
  return yuan(row, column);
}

Keyset keyset_of(BoardSort sort, bool descending) {
  std::vector<SortKey> keys;
  std::string_view name = "board light";
  switch (sort) {
    case BoardSort::light:
      // Those without a light come last, the worst first.
      keys = {{"CASE s.light WHEN 0 THEN 9 ELSE s.light END"}, {"COALESCE(s.goal_rate, 0)"}};
      break;
    case BoardSort::name:
      name = "board name";
      keys = {{"COALESCE(p.name, '')", true}};
      break;
    case BoardSort::agency:
      name = "board agency";
      keys = {{"a.name", true}};
      break;
    case BoardSort::goal_rate:
      name = "board goal_rate";
      keys = {{"COALESCE(s.goal_rate, -1)"}};
      break;
    case BoardSort::execution_rate:
      name = "board execution_rate";
      keys = {{"COALESCE(s.execution_rate, -1)"}};
      break;
    case BoardSort::forecast:
      name = "board forecast";
      keys = {{"COALESCE(s.forecast_rate, -1)"}};
      break;
    case BoardSort::not_reported:
      name = "board not_reported";
      keys = {{"s.not_reported"}};
      break;
  }
  keys.push_back({"s.project_id"});
  return {name, std::move(keys), descending};
}

/// What the filter says of the period, the agency and the words.
void add_where(Query& query, const sql::Dialect& dialect, const BoardFilter& filter) {
  const auto& period = filter.period;
  query.add(" WHERE s.region_code = ?", period.region);
  query.add(" AND s.year = ?", std::int64_t{period.year});
  query.add(" AND s.month = ?", std::int64_t{period.month}).add(" AND s.pack = ?", period.pack);
  if (filter.agency) {
    query.add(" AND s.agency_id = ?", *filter.agency);
  }
  if (!filter.query.empty()) {
    query.add(" AND s.project_id IN (SELECT p.project_id FROM project p WHERE p.region_code = ?",
              period.region);
    query.add(" AND p.year = ?", std::int64_t{period.year});
    add_words(query, dialect, "p.search", filter.query);
    query.add(")");
  }
}

void add_choice(Query& query, const BoardFilter& filter) {
  if (filter.light || filter.dark) {
    query.add(" AND s.light = ?", code(filter.light));
  }
  if (filter.quadrant || filter.nowhere) {
    query.add(" AND s.quadrant = ?", code(filter.quadrant));
  }
}

BoardRow read_row(const sql::Statement& row) {
  const auto number = [&](int column) { return static_cast<int>(row.integer(column)); };
  return {.state = {.project_id = row.integer(0),
                    .agency_id = row.integer(1),
                    .light = from_code<packs::Light>(row.integer(2)),
                    .quadrant = from_code<Quadrant>(row.integer(3)),
                    .money_light = from_code<packs::Light>(row.integer(4)),
                    .counts = {.red = number(5),
                               .yellow = number(6),
                               .green = number(7),
                               .blue = number(8),
                               .not_reported = number(9),
                               .unclear = number(10)},
                    .budget = yuan(row, 11),
                    .executed = yuan(row, 12),
                    .execution_rate = rate(row, 13),
                    .pace = rate(row, 14),
                    .goal_rate = rate(row, 15),
                    .forecast_money = yuan(row, 16),
                    .forecast_rate = rate(row, 17),
                    .missing_forecast = number(18)},
          .project = std::string(row.text(19)),
          .agency = std::string(row.text(20))};
}

/// Counts by light and quadrant together: one walk over the index that carries both.
Result<void> add_counts(sql::Connection& connection, const BoardFilter& filter, BoardPage& page) {
  Query query("SELECT s.light, s.quadrant, COUNT(*)");
  query.add(kStates);
  add_where(query, connection.dialect(), filter);
  query.add(" GROUP BY s.light, s.quadrant");
  JH_TRY(const auto found, query.run(connection));
  return for_each_row(*found, [&](const sql::Statement& row) {
    const auto light = static_cast<std::size_t>(row.integer(0));
    const auto quadrant = static_cast<std::size_t>(row.integer(1));
    const auto count = row.integer(2);
    const bool of_light = !(filter.light || filter.dark) || row.integer(0) == code(filter.light);
    const bool of_quadrant =
        !(filter.quadrant || filter.nowhere) || row.integer(1) == code(filter.quadrant);
    // Each choice is counted within the other one, so that a chip says what it would show.
    page.counts.lights[light] += of_quadrant ? count : 0;
    page.counts.quadrants[quadrant] += of_light ? count : 0;
    page.counts.total += count;
    page.total += of_light && of_quadrant ? count : 0;
  });
}

/// The rows of these projects, in this order.
Result<std::vector<BoardRow>> rows_of(sql::Connection& connection, const MonitoringPeriod& period,
                                      const std::vector<std::int64_t>& ids) {
  if (ids.empty()) {
    return std::vector<BoardRow>{};
  }
  Query query(kColumns);
  query.add(kStates).add(kProjects).add(kAgencies);
  query.add(" WHERE s.region_code = ?", period.region).add_in(" AND s.project_id IN", ids);
  query.add(" AND s.month = ?", std::int64_t{period.month}).add(" AND s.pack = ?", period.pack);
  JH_TRY(auto rows, read_all(connection, query, read_row));
  std::unordered_map<std::int64_t, std::size_t> places;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    places.emplace(ids[i], i);
  }
  std::ranges::sort(rows, {}, [&](const BoardRow& row) { return places[row.state.project_id]; });
  return rows;
}

Result<std::int64_t> states_of(sql::Connection& connection, const MonitoringPeriod& period) {
  return connection.number(kStatesOfPeriod, {period.region, std::int64_t{period.year},
                                             std::int64_t{period.month}, period.pack});
}

Result<std::int64_t> missing_of(sql::Connection& connection, const MonitoringPeriod& period) {
  JH_TRY(const auto projects,
         connection.number(kProjectsOfYear, {period.region, std::int64_t{period.year}}));
  JH_TRY(const auto states, states_of(connection, period));
  return std::max<std::int64_t>(projects - states, 0);
}

/// As after a filing (filing.cc): what was just filled is told to PostgreSQL's planner whenever it
/// has doubled. Failing at it is no failure of keeping.
void tell_planner(sql::Connection& connection, const MonitoringPeriod& period, std::size_t kept) {
  constexpr std::array<std::string_view, 1> kGrowing{"monitoring_state"};
  const auto sql = connection.dialect().analyze(kGrowing);
  if (sql.empty()) {
    return;
  }
  const auto now = states_of(connection, period).value_or(0);
  const auto before = now - static_cast<std::int64_t>(kept);
  if (std::bit_width(static_cast<std::uint64_t>(now)) !=
      std::bit_width(static_cast<std::uint64_t>(std::max<std::int64_t>(before, 0)))) {
    static_cast<void>(connection.script(sql));
  }
}

}  // namespace

Result<BoardPage> MonitoringBoard::page(const BoardFilter& filter,
                                        const Stretch<BoardSort>& stretch) {
  JH_TRY(const auto lease, parts_.pool.lease());
  const auto keyset = keyset_of(stretch.sort, stretch.descending);
  const auto limit = std::clamp<std::int64_t>(stretch.limit, 1, kLongestPage);
  // What stands on the page is settled before its rows are read: only they are joined to names.
  Query query("SELECT s.project_id");
  query.add(keyset.columns()).add(kStates);
  query.add(stretch.sort == BoardSort::name ? kProjects : "");
  query.add(stretch.sort == BoardSort::agency ? kAgencies : "");
  add_where(query, lease->dialect(), filter);
  if (stretch.sort == BoardSort::name) {
    // Said of the project too, so that the index by name gives the order.
    query.add(" AND p.year = ?", std::int64_t{filter.period.year});
  }
  add_choice(query, filter);
  JH_TRY_DO(keyset.add_start(query, stretch.cursor));
  keyset.add_order(query, limit + 1);
  JH_TRY(const auto found, query.run(*lease));
  BoardPage page;
  std::vector<std::int64_t> ids;
  std::string last;
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    if (static_cast<std::int64_t>(ids.size()) == limit) {
      page.next = last;
      return;
    }
    ids.push_back(row.integer(0));
    last = keyset.cursor(row, 1);
  }));
  JH_TRY(page.items, rows_of(*lease, filter.period, ids));
  JH_TRY_DO(add_counts(*lease, filter, page));
  JH_TRY(page.missing, missing_of(*lease, filter.period));
  return page;
}

Result<std::int64_t> MonitoringBoard::count_missing(const MonitoringPeriod& period) {
  JH_TRY(const auto lease, parts_.pool.lease());
  return missing_of(*lease, period);
}

Result<MonitoringBoard::Missing> MonitoringBoard::missing(const MonitoringPeriod& period,
                                                          std::int64_t limit) {
  JH_TRY(const auto lease, parts_.pool.lease());
  Missing missing;
  JH_TRY(missing.revision, lease->number(kRevision, {period.region}));
  JH_TRY(const auto found, lease->prepare(kMissing));
  JH_TRY_DO(found->run(
      {period.region, std::int64_t{period.year}, std::int64_t{period.month}, period.pack, limit}));
  JH_TRY_DO(for_each_row(
      *found, [&](const sql::Statement& row) { missing.projects.push_back(row.integer(0)); }));
  return missing;
}

Result<bool> MonitoringBoard::keep(const MonitoringPeriod& period, std::int64_t revision,
                                   std::span<const MonitoringState> states) {
  JH_TRY(auto writing, Writing::begin(parts_.pool, period.region));
  JH_TRY(const auto now_at, (*writing).number(kRevision, {period.region}));
  if (now_at != revision + 1) {  // this writing counts itself
    return false;
  }
  const auto made_at = parts_.clock.now_ms();
  if (states.empty()) {
    return true;
  }
  std::vector<std::int64_t> projects;
  projects.reserve(states.size());
  for (const auto& state : states) {
    projects.push_back(state.project_id);
  }
  Query forget("DELETE FROM monitoring_state");
  forget.add(" WHERE region_code = ?", period.region).add_in(" AND project_id IN", projects);
  forget.add(" AND month = ?", std::int64_t{period.month}).add(" AND pack = ?", period.pack);
  JH_TRY_DO(forget.run(*writing));
  JH_TRY(const auto bulk, (*writing).bulk("monitoring_state", kStored));
  for (const auto& is : states) {
    const auto& counts = is.counts;
    JH_TRY_DO(bulk->row({period.region,
                         is.project_id,
                         std::int64_t{period.month},
                         period.pack,
                         std::int64_t{period.year},
                         is.agency_id,
                         code(is.light),
                         code(is.quadrant),
                         code(is.money_light),
                         std::int64_t{counts.red},
                         std::int64_t{counts.yellow},
                         std::int64_t{counts.green},
                         std::int64_t{counts.blue},
                         std::int64_t{counts.not_reported},
                         std::int64_t{counts.unclear},
                         hundredths(is.budget),
                         hundredths(is.executed),
                         hundredths(is.execution_rate),
                         hundredths(is.pace),
                         hundredths(is.goal_rate),
                         hundredths(is.forecast_money),
                         hundredths(is.forecast_rate),
                         std::int64_t{is.missing_forecast},
                         made_at}));
  }
  JH_TRY_DO(bulk->finish());
  JH_TRY_DO(writing.commit());
  tell_planner(*writing, period, states.size());
  return true;
}

}  // namespace jiheng::store
