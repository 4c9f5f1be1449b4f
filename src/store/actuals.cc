#include "store/actuals.h"

#include <algorithm>
#include <array>

#include "domain/correction.h"
#include "store/monitoring_state.h"
#include "store/said.h"
#include "store/stating.h"
#include "store/writing.h"

namespace jiheng::store {
namespace {

constexpr SaidTable kTable{"actual", "actual_id"};

constexpr std::string_view kSelect =
    "SELECT actual_id, project_id, indicator_id, as_of, unit, value, numerator, denominator, "
    "amount, origin, document_id, place, note, author, made_at, living, ended_by, ended_at "
    "FROM actual WHERE region_code = ?";
constexpr std::string_view kInOrder =
    " ORDER BY project_id, indicator_id, as_of, COALESCE(unit, ''), living DESC, made_at DESC, "
    "actual_id DESC";
constexpr SaidQuery kSaid{kSelect, kInOrder};
constexpr std::string_view kInsert =
    "INSERT INTO actual (region_code, actual_id, project_id, indicator_id, as_of, unit, value, "
    "numerator, denominator, amount, origin, document_id, place, note, author, made_at, living) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";

StoredActual read_actual(const sql::Statement& row) {
  return {.id = row.integer(0),
          .project_id = row.integer(1),
          .actual = {.indicator_id = row.integer(2),
                     .said = {.as_of = parse_iso_date(row.text(3)).value_or(Date{}),
                              .unit = std::string(row.text(4)),
                              .value = std::string(row.text(5)),
                              .numerator = std::string(row.text(6)),
                              .denominator = std::string(row.text(7)),
                              .amount = yuan(row, 8)},
                     .origin = report_origin_from_word(row.text(9)).value_or(ReportOrigin::entered),
                     .document_id = row.integer(10),
                     .place = std::string(row.text(11)),
                     .note = std::string(row.text(12)),
                     .author = std::string(row.text(13))},
          .at_ms = row.integer(14),
          .living = row.integer(15) != 0,
          .ended_by = std::string(row.text(16)),
          .ended_at_ms = row.integer(17)};
}

/// The living one of the same indicator, day and sub-unit.
Result<std::optional<StoredActual>> living_beside(sql::Connection& connection,
                                                  std::string_view region, std::int64_t project,
                                                  const NewActual& actual) {
  Query query(kSelect);
  query.add("", region).add(" AND project_id = ? AND living = 1", project);
  query.add(" AND indicator_id = ?", actual.indicator_id);
  query.add(" AND as_of = ?", iso(actual.said.as_of));
  JH_TRY(const auto all, read_all(connection, query, read_actual));
  const auto same = std::ranges::find_if(
      all, [&](const auto& one) { return one.actual.said.unit == actual.said.unit; });
  return same == all.end() ? std::nullopt : std::optional(*same);
}

/// What a statement replaced lives again: taking back the later one does not unsay it.
constexpr std::string_view kRevive =
    "UPDATE actual SET living = 1, ended_as = NULL, ended_by = NULL, ended_at = NULL "
    "WHERE region_code = ? AND actual_id = ?";

Result<void> revive_before(sql::Connection& connection, std::string_view region,
                           const StoredActual& taken_back) {
  const auto& said = taken_back.actual.said;
  Query query(kSelect);
  query.add("", region).add(" AND project_id = ? AND living = 0", taken_back.project_id);
  query.add(" AND indicator_id = ?", taken_back.actual.indicator_id);
  query.add(" AND as_of = ?", iso(said.as_of));
  query.add(" AND ended_as = ?", word(CorrectionEnd::replaced));
  query.add(" AND ended_at = ?", taken_back.at_ms).add(kInOrder);
  JH_TRY(const auto all, read_all(connection, query, read_actual));
  const auto before = std::ranges::find_if(all, [&](const StoredActual& one) {
    return one.actual.said.unit == said.unit && one.id != taken_back.id;
  });
  if (before != all.end()) {
    JH_TRY_DO(connection.execute(kRevive, {region, before->id}));
  }
  return {};
}

/// Where it was read and what was noted belong to what is said; who says it does not.
bool says_the_same(const NewActual& one, const NewActual& other) {
  return one.said == other.said && one.origin == other.origin &&
         one.document_id == other.document_id && one.place == other.place && one.note == other.note;
}

sql::Value id_or_null(std::int64_t id) {
  return id == 0 ? sql::Value{} : sql::Value{id};
}

}  // namespace

Result<std::vector<std::int64_t>> report_in(sql::Connection& connection, const StoreParts& parts,
                                            std::string_view region,
                                            std::span<const NewActual> actuals) {
  const auto now = parts.clock.now_ms();
  std::vector<std::int64_t> ids;
  ids.reserve(actuals.size());
  std::vector<std::int64_t> touched;
  for (const auto& actual : actuals) {
    const auto& said = actual.said;
    JH_TRY(const auto project, project_of(connection, region, actual.indicator_id, ids.size() + 1));
    JH_TRY(const auto before, living_beside(connection, region, project, actual));
    if (before && says_the_same(before->actual, actual)) {
      ids.push_back(before->id);
      continue;
    }
    if (before) {
      JH_TRY_DO(end_said(connection, kTable,
                         {region, before->id, word(CorrectionEnd::replaced), actual.author, now}));
    }
    JH_TRY(const auto amount, cents(said.amount));
    ids.push_back(parts.ids.next());
    touched.push_back(project);
    const auto as_of = iso(said.as_of);
    JH_TRY_DO(connection.execute(
        kInsert, {region, ids.back(), project, actual.indicator_id, as_of, said.unit, said.value,
                  said.numerator, said.denominator, amount, word(actual.origin),
                  id_or_null(actual.document_id), actual.place, actual.note, actual.author, now}));
  }
  JH_TRY_DO(forget_monitoring(connection, region, touched));
  return ids;
}

Result<std::vector<std::int64_t>> Actuals::report(std::string_view region,
                                                  std::span<const NewActual> actuals) {
  JH_TRY(auto writing, Writing::begin(parts_.pool, region));
  JH_TRY(auto ids, report_in(*writing, parts_, region, actuals));
  JH_TRY_DO(writing.commit());
  return ids;
}

Result<std::int64_t> Actuals::take_back(std::string_view region, std::int64_t actual_id,
                                        std::string_view author) {
  JH_TRY(auto writing, Writing::begin(parts_.pool, region));
  Query query(kSelect);
  query.add("", region).add(" AND actual_id = ?", actual_id);
  JH_TRY(const auto found, read_all(*writing, query, read_actual));
  if (found.empty()) {
    return fail(ErrorCode::not_found, {"store.no_actual"});
  }
  if (!found.front().living) {
    return fail(ErrorCode::conflict, {"store.actual_ended"});
  }
  JH_TRY_DO(end_said(
      *writing, kTable,
      {region, actual_id, word(CorrectionEnd::taken_back), author, parts_.clock.now_ms()}));
  JH_TRY_DO(revive_before(*writing, region, found.front()));
  JH_TRY_DO(forget_monitoring(*writing, region, std::array{found.front().project_id}));
  JH_TRY_DO(writing.commit());
  return found.front().actual.indicator_id;
}

Result<std::vector<StoredActual>> Actuals::of_project(std::string_view region,
                                                      std::int64_t project_id, bool ended) {
  JH_TRY(const auto lease, parts_.pool.lease());
  return read_all(*lease, kSaid.of(region, {project_id}, ended), read_actual);
}

Result<std::vector<StoredActual>> Actuals::of_projects(
    std::string_view region, const std::vector<std::int64_t>& project_ids) {
  if (project_ids.empty()) {
    return std::vector<StoredActual>{};
  }
  JH_TRY(const auto lease, parts_.pool.lease());
  return read_all(*lease, kSaid.of(region, project_ids), read_actual);
}

}  // namespace jiheng::store
