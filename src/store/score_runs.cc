#include "store/score_runs.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/hash.h"
#include "base/text.h"
#include "store/items.h"
#include "store/keyset.h"
#include "store/query.h"
#include "store/search.h"
#include "store/writing.h"

namespace jiheng::store {
namespace {

constexpr std::int64_t kLongestPage = 2000;
constexpr std::int64_t kBatch = 200;  // results with their texts, held at once

constexpr std::string_view kFindProfile =
    "SELECT COUNT(*) FROM kept_profile WHERE region_code = ? AND hash = ?";
constexpr std::string_view kKeepProfile =
    "INSERT INTO kept_profile (region_code, hash, profile_id, version, title, content, kept_at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)";
constexpr std::string_view kStart =
    "INSERT INTO score_run (region_code, run_id, year, agency_id, project_id, as_of, profile_hash, "
    "of_run, author, made_at, expected, done, finished, scored, unscored) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0)";
constexpr std::string_view kState =
    "SELECT finished FROM score_run WHERE region_code = ? AND run_id = ?";
constexpr std::string_view kAdded =
    "UPDATE score_run SET done = done + ? WHERE region_code = ? AND run_id = ?";
constexpr std::string_view kFinish =
    "UPDATE score_run SET finished = 1, scored = ?, unscored = ?, grades = ?, proposed = ? "
    "WHERE region_code = ? AND run_id = ?";
constexpr std::string_view kDiscardResults =
    "DELETE FROM score_result WHERE region_code = ? AND run_id = ?";
constexpr std::string_view kDiscardRun =
    "DELETE FROM score_run WHERE region_code = ? AND run_id = ?";
constexpr std::string_view kRuns =
    "SELECT s.run_id, s.year, s.agency_id, s.project_id, s.as_of, s.profile_hash, s.of_run, "
    "s.author, s.made_at, s.expected, s.done, s.finished, s.scored, s.unscored, s.grades, "
    "k.profile_id, k.version, k.title, k.content, a.name, p.name, s.proposed FROM score_run s "
    "JOIN kept_profile k ON k.region_code = s.region_code AND k.hash = s.profile_hash "
    "LEFT JOIN agency a ON a.region_code = s.region_code AND a.agency_id = s.agency_id "
    "LEFT JOIN project p ON p.region_code = s.region_code AND p.project_id = s.project_id "
    "WHERE s.region_code = ?";
constexpr std::string_view kResults =
    "SELECT r.position, r.project_id, r.agency_id, r.agency, r.project, r.total, r.possible, "
    "r.execution, r.grade, r.unscored, r.has_score";
constexpr int kResultColumns = 11;
constexpr std::string_view kProfiles =
    "SELECT hash, content, profile_id FROM kept_profile ORDER BY region_code, hash";

constexpr std::array<std::string_view, 17> kResultNames{
    "region_code", "run_id",   "position",  "project_id",  "agency_id", "agency",
    "project",     "search",   "total",     "total_order", "possible",  "execution",
    "grade",       "unscored", "has_score", "result",      "inputs"};

sql::Value id_or_null(std::int64_t id) {
  return id == 0 ? sql::Value() : sql::Value(id);
}

sql::Value id_or_null(const std::optional<std::int64_t>& id) {
  return id ? sql::Value(*id) : sql::Value();
}

std::optional<std::int64_t> id_if(const sql::Statement& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(row.integer(column));
}

/// Ten-thousandths of a point; totals beyond that many stand at the end.
std::int64_t order_of(const Decimal& total) {
  constexpr int kPlaces = 4;
  constexpr std::int64_t kMost = 1'000'000'000'000'000;
  const auto fine = total.rounded(kPlaces);
  return fine && fine->digits() < kMost ? static_cast<std::int64_t>(fine->digits()) : kMost;
}

std::string text_of(const std::vector<GradeCount>& grades) {
  Items items;
  for (const auto& grade : grades) {
    items.add(grade.grade, std::to_string(grade.projects));
  }
  return items.text();
}

std::vector<GradeCount> grades_of(std::string_view text) {
  const Items items(text);
  std::vector<GradeCount> grades;
  for (const auto& [grade, projects] : items.all()) {
    std::int64_t count = 0;
    std::from_chars(projects.data(), projects.data() + projects.size(), count);
    grades.push_back({grade, count});
  }
  return grades;
}

StoredScoreRun read_run(const sql::Statement& row) {
  const auto text = [&](int column) { return std::string(row.text(column)); };
  return {.id = row.integer(0),
          .run = {.scope = {static_cast<int>(row.integer(1)), id_if(row, 2), id_if(row, 3)},
                  .as_of = parse_iso_date(row.text(4)).value_or(Date{}),
                  .profile = {text(5), text(15), row.integer(16), text(17), text(18)},
                  .of_run = row.integer(6),
                  .expected = row.integer(9),
                  .author = text(7)},
          .at_ms = row.integer(8),
          .done = row.integer(10),
          .finished = row.integer(11) != 0,
          .counts = {row.integer(12), row.integer(13), grades_of(row.text(14)), row.integer(21)},
          .agency = text(19),
          .project = text(20)};
}

Decimal decimal(std::string_view text) {
  return Decimal::parse(text).value_or(Decimal{});
}

ScoreResult read_result(const sql::Statement& row) {
  ScoreResult result{.position = row.integer(0),
                     .project_id = row.integer(1),
                     .agency_id = row.integer(2),
                     .agency = std::string(row.text(3)),
                     .project = std::string(row.text(4)),
                     .total = decimal(row.text(5)),
                     .possible = decimal(row.text(6)),
                     .grade = std::string(row.text(8)),
                     .unscored = row.integer(9),
                     .has_score = row.integer(10) != 0};
  if (!row.is_null(7)) {
    result.execution = decimal(row.text(7));
  }
  return result;
}

ScoreResult read_whole(const sql::Statement& row) {
  auto result = read_result(row);
  result.result = row.text(kResultColumns);
  result.inputs = row.text(kResultColumns + 1);
  return result;
}

Result<void> write(sql::Connection& connection, std::string_view region, std::int64_t run_id,
                   std::span<const ScoreResult> results) {
  JH_TRY(const auto bulk, connection.bulk("score_result", kResultNames));
  for (const auto& one : results) {
    const auto search = search_key(one.agency) + "\n" + search_key(one.project);
    const auto total = one.total.to_string();
    const auto possible = one.possible.to_string();
    const auto execution = one.execution ? one.execution->to_string() : std::string();
    JH_TRY_DO(
        bulk->row({region, run_id, one.position, one.project_id, one.agency_id, one.agency,
                   one.project, search, total, order_of(one.total), possible, execution, one.grade,
                   one.unscored, std::int64_t{one.has_score ? 1 : 0}, one.result, one.inputs}));
  }
  return bulk->finish();
}

Result<void> require_open(sql::Connection& connection, std::string_view region,
                          std::int64_t run_id) {
  JH_TRY(const auto found, connection.prepare(kState));
  JH_TRY_DO(found->run({region, run_id}));
  JH_TRY(const bool exists, found->next());
  if (!exists) {
    return fail(ErrorCode::not_found, {"store.no_score_run"});
  }
  if (found->integer(0) != 0) {
    return fail(ErrorCode::conflict, {"store.score_run_finished"});
  }
  return {};
}

Keyset keyset_of(ScoreSort sort, bool descending) {
  const SortKey position{"r.position"};
  switch (sort) {
    case ScoreSort::document:
      break;
    case ScoreSort::total:
      return {"scores total", {{"r.total_order"}, position}, descending};
    case ScoreSort::project:
      return {"scores project", {{"COALESCE(r.project, '')", true}, position}, descending};
    case ScoreSort::agency:
      return {"scores agency", {{"COALESCE(r.agency, '')", true}, position}, descending};
    case ScoreSort::unscored:
      return {"scores unscored", {{"r.unscored"}, position}, descending};
  }
  return {"scores document", {position}, descending};
}

void add_filter(Query& query, const sql::Dialect& dialect, const ScoreFilter& filter) {
  query.add(" FROM score_result r WHERE r.region_code = ?", filter.region);
  query.add(" AND r.run_id = ?", filter.run);
  if (filter.agency) {
    query.add(" AND r.agency_id = ?", *filter.agency);
  }
  if (filter.grade) {
    query.add(" AND COALESCE(r.grade, '') = COALESCE(?, '')", *filter.grade);
  }
  add_words(query, dialect, "r.search", filter.query);
}

Result<std::vector<StoredScoreRun>> read_runs(sql::Connection& connection, const Query& query) {
  JH_TRY(const auto found, query.run(connection));
  std::vector<StoredScoreRun> runs;
  JH_TRY_DO(
      for_each_row(*found, [&](const sql::Statement& row) { runs.push_back(read_run(row)); }));
  return runs;
}

}  // namespace

Result<std::vector<std::int64_t>> ScoreRuns::projects_of(std::string_view region,
                                                         const ScoredScope& scope) {
  JH_TRY(const auto lease, parts_.pool.lease());
  Query query("SELECT project_id FROM project WHERE region_code = ?");
  query.add("", region);
  query.add(" AND year = ? AND indicators > 0", std::int64_t{scope.year});
  if (scope.agency) {
    query.add(" AND agency_id = ?", *scope.agency);
  }
  if (scope.project) {
    query.add(" AND project_id = ?", *scope.project);
  }
  query.add(" ORDER BY filing_id, position, project_id");
  JH_TRY(const auto found, query.run(*lease));
  std::vector<std::int64_t> projects;
  JH_TRY_DO(
      for_each_row(*found, [&](const sql::Statement& row) { projects.push_back(row.integer(0)); }));
  return projects;
}

Result<std::int64_t> ScoreRuns::start(std::string_view region, const NewScoreRun& run) {
  JH_TRY(auto writing, Writing::begin(parts_.pool, region));
  const auto now = parts_.clock.now_ms();
  const auto& profile = run.profile;
  JH_TRY(const auto known, (*writing).number(kFindProfile, {region, profile.hash}));
  if (known == 0) {
    JH_TRY_DO((*writing).execute(kKeepProfile, {region, profile.hash, profile.id, profile.version,
                                                profile.title, profile.content, now}));
  }
  const auto id = parts_.ids.next();
  const auto as_of = iso(run.as_of);
  JH_TRY_DO((*writing).execute(
      kStart, {region, id, std::int64_t{run.scope.year}, id_or_null(run.scope.agency),
               id_or_null(run.scope.project), as_of, profile.hash, id_or_null(run.of_run),
               run.author, now, run.expected}));
  JH_TRY_DO(writing.commit());
  return id;
}

Result<void> ScoreRuns::add(std::string_view region, std::int64_t run_id,
                            std::span<const ScoreResult> results) {
  JH_TRY(auto writing, Writing::begin(parts_.pool, region));
  JH_TRY_DO(require_open(*writing, region, run_id));
  JH_TRY_DO(write(*writing, region, run_id, results));
  JH_TRY_DO(
      (*writing).execute(kAdded, {static_cast<std::int64_t>(results.size()), region, run_id}));
  return writing.commit();
}

Result<void> ScoreRuns::finish(std::string_view region, std::int64_t run_id,
                               const ScoreCounts& counts) {
  JH_TRY(auto writing, Writing::begin(parts_.pool, region));
  JH_TRY_DO(require_open(*writing, region, run_id));
  const auto grades = text_of(counts.grades);
  JH_TRY_DO((*writing).execute(
      kFinish, {counts.scored, counts.unscored, grades, counts.proposed, region, run_id}));
  return writing.commit();
}

Result<void> ScoreRuns::discard(std::string_view region, std::int64_t run_id) {
  JH_TRY(auto writing, Writing::begin(parts_.pool, region));
  JH_TRY_DO(require_open(*writing, region, run_id));
  JH_TRY_DO((*writing).execute(kDiscardResults, {region, run_id}));
  JH_TRY_DO((*writing).execute(kDiscardRun, {region, run_id}));
  return writing.commit();
}

Result<std::vector<StoredScoreRun>> ScoreRuns::of_year(std::string_view region, int year,
                                                       std::int64_t limit) {
  JH_TRY(const auto lease, parts_.pool.lease());
  Query query(kRuns);
  query.add("", region).add(" AND s.year = ?", std::int64_t{year});
  query.add(" ORDER BY s.made_at DESC, s.run_id DESC LIMIT ?", limit);
  JH_TRY(auto runs, read_runs(*lease, query));
  for (auto& run : runs) {
    run.run.profile.content.clear();
  }
  return runs;
}

Result<StoredScoreRun> ScoreRuns::run(std::string_view region, std::int64_t run_id) {
  JH_TRY(const auto lease, parts_.pool.lease());
  Query query(kRuns);
  query.add("", region).add(" AND s.run_id = ?", run_id);
  JH_TRY(auto runs, read_runs(*lease, query));
  if (runs.empty()) {
    return fail(ErrorCode::not_found, {"store.no_score_run"});
  }
  return std::move(runs.front());
}

Result<Page<ScoreResult>> ScoreRuns::results(const ScoreFilter& filter,
                                             const Stretch<ScoreSort>& stretch) {
  JH_TRY(const auto lease, parts_.pool.lease());
  const auto keyset = keyset_of(stretch.sort, stretch.descending);
  const auto limit = std::clamp<std::int64_t>(stretch.limit, 1, kLongestPage);
  Query query(kResults);
  query.add(keyset.columns());
  add_filter(query, lease->dialect(), filter);
  JH_TRY_DO(keyset.add_start(query, stretch.cursor));
  keyset.add_order(query, limit + 1);
  JH_TRY(const auto found, query.run(*lease));
  Page<ScoreResult> page;
  std::string last;
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    if (static_cast<std::int64_t>(page.items.size()) == limit) {
      page.next = last;
      return;
    }
    page.items.push_back(read_result(row));
    last = keyset.cursor(row, kResultColumns);
  }));
  Query counting("SELECT COUNT(*) FROM (SELECT 1");
  add_filter(counting, lease->dialect(), filter);
  counting.add(" LIMIT ?) counted", kCountedRows + 1);
  JH_TRY(const auto counted, counting.run(*lease));
  JH_TRY_DO(counted->next());
  page.total = std::min(counted->integer(0), kCountedRows);
  page.total_is_exact = counted->integer(0) <= kCountedRows;
  return page;
}

Result<ScoreResult> ScoreRuns::result(std::string_view region, std::int64_t run_id,
                                      std::int64_t project_id) {
  JH_TRY(const auto lease, parts_.pool.lease());
  Query query(kResults);
  query.add(", r.result, r.inputs FROM score_result r WHERE r.region_code = ?", region);
  query.add(" AND r.run_id = ?", run_id).add(" AND r.project_id = ?", project_id);
  JH_TRY(const auto found, query.run(*lease));
  JH_TRY(const bool exists, found->next());
  if (!exists) {
    return fail(ErrorCode::not_found, {"store.no_score"});
  }
  return read_whole(*found);
}

Result<void> ScoreRuns::each_result(
    std::string_view region, std::int64_t run_id,
    const std::function<Result<void>(const ScoreResult& result)>& each) {
  std::int64_t after = 0;
  for (;;) {
    std::vector<ScoreResult> batch;
    {
      JH_TRY(const auto lease, parts_.pool.lease());
      Query query(kResults);
      query.add(", r.result, r.inputs FROM score_result r WHERE r.region_code = ?", region);
      query.add(" AND r.run_id = ?", run_id).add(" AND r.position > ?", after);
      query.add(" ORDER BY r.position LIMIT ?", kBatch);
      JH_TRY(const auto found, query.run(*lease));
      JH_TRY_DO(for_each_row(*found,
                             [&](const sql::Statement& row) { batch.push_back(read_whole(row)); }));
    }
    for (const auto& result : batch) {
      JH_TRY_DO(each(result));
    }
    if (static_cast<std::int64_t>(batch.size()) < kBatch) {
      return {};
    }
    after = batch.back().position;
  }
}

Result<std::vector<Text>> ScoreRuns::check() {
  JH_TRY(const auto lease, parts_.pool.lease());
  JH_TRY(const auto found, lease->prepare(kProfiles));
  JH_TRY_DO(found->run({}));
  std::vector<Text> complaints;
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    if (sha256(row.text(1)) != row.text(0)) {
      complaints.push_back({"store.kept_profile_differs", {std::string(row.text(2))}});
    }
  }));
  return complaints;
}

}  // namespace jiheng::store
