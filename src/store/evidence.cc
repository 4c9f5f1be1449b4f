#include "store/evidence.h"

#include <algorithm>
#include <utility>

#include "domain/correction.h"
#include "store/query.h"
#include "store/said.h"
#include "store/writing.h"

namespace jiheng::store {
namespace {

constexpr SaidTable kTable{"evidence", "evidence_id"};

constexpr std::string_view kSelect =
    "SELECT e.evidence_id, e.project_id, e.indicator_id, e.actual_id, e.kind, e.sample, e.name, "
    "e.hash, e.size, e.note, e.author, e.made_at, a.living, e.living, e.ended_by, e.ended_at "
    "FROM evidence e JOIN actual a ON a.region_code = e.region_code AND a.actual_id = e.actual_id "
    "WHERE e.region_code = ?";
constexpr std::string_view kInOrder =
    " ORDER BY e.project_id, e.indicator_id, e.living DESC, e.made_at DESC, e.evidence_id DESC";
constexpr std::string_view kActual =
    "SELECT project_id, indicator_id, living FROM actual WHERE region_code = ? AND actual_id = ?";
constexpr std::string_view kInsert =
    "INSERT INTO evidence (region_code, evidence_id, project_id, indicator_id, actual_id, kind, "
    "sample, name, hash, size, note, author, made_at, living) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";
constexpr std::string_view kInsertContent =
    "INSERT INTO evidence_content (region_code, evidence_id, bytes) VALUES (?, ?, ?)";
constexpr std::string_view kFile =
    "SELECT e.name, e.hash, c.bytes FROM evidence e JOIN evidence_content c "
    "ON c.region_code = e.region_code AND c.evidence_id = e.evidence_id "
    "WHERE e.region_code = ? AND e.evidence_id = ?";

StoredEvidence read_evidence(const sql::Statement& row) {
  return {
      .id = row.integer(0),
      .project_id = row.integer(1),
      .indicator_id = row.integer(2),
      .actual_id = row.integer(3),
      .evidence = {.kind = evidence_kind_from_word(row.text(4)).value_or(EvidenceKind::description),
                   .sample = row.is_null(5) ? std::nullopt : std::optional(row.integer(5)),
                   .name = std::string(row.text(6)),
                   .hash = std::string(row.text(7)),
                   .size = row.integer(8),
                   .note = std::string(row.text(9))},
      .author = std::string(row.text(10)),
      .at_ms = row.integer(11),
      .current = row.integer(12) != 0,
      .living = row.integer(13) != 0,
      .ended_by = std::string(row.text(14)),
      .ended_at_ms = row.integer(15)};
}

Result<std::vector<StoredEvidence>> read_all(sql::Connection& connection, const Query& query) {
  JH_TRY(const auto found, query.run(connection));
  std::vector<StoredEvidence> all;
  JH_TRY_DO(
      for_each_row(*found, [&](const sql::Statement& row) { all.push_back(read_evidence(row)); }));
  return all;
}

struct ProvedActual {
  std::int64_t project_id{};
  std::int64_t indicator_id{};
};

Result<ProvedActual> living_actual(sql::Connection& connection, std::string_view region,
                                   std::int64_t actual_id) {
  JH_TRY(const auto found, connection.prepare(kActual));
  JH_TRY_DO(found->run({region, actual_id}));
  JH_TRY(const bool exists, found->next());
  if (!exists) {
    return fail(ErrorCode::not_found, {"store.no_actual"});
  }
  if (found->integer(2) == 0) {
    return fail(ErrorCode::conflict, {"store.actual_ended"});
  }
  return ProvedActual{found->integer(0), found->integer(1)};
}

Result<std::vector<StoredEvidence>> living_of(sql::Connection& connection, std::string_view region,
                                              std::int64_t actual_id) {
  Query query(kSelect);
  query.add("", region).add(" AND e.living = 1 AND e.actual_id = ?", actual_id).add(kInOrder);
  return read_all(connection, query);
}

}  // namespace

Result<std::int64_t> EvidenceFiles::attach(std::string_view region, const NewEvidence& evidence) {
  JH_TRY(auto writing, Writing::begin(parts_.pool, region));
  JH_TRY(const auto actual, living_actual(*writing, region, evidence.actual_id));
  JH_TRY(const auto beside, living_of(*writing, region, evidence.actual_id));
  const auto same = std::ranges::find(beside, evidence.evidence, &StoredEvidence::evidence);
  if (same != beside.end()) {
    return same->id;
  }
  const auto id = parts_.ids.next();
  const auto& is = evidence.evidence;
  JH_TRY_DO((*writing).execute(
      kInsert, {region, id, actual.project_id, actual.indicator_id, evidence.actual_id,
                word(is.kind), is.sample ? sql::Value{*is.sample} : sql::Value{}, is.name, is.hash,
                is.size, is.note, evidence.author, parts_.clock.now_ms()}));
  JH_TRY_DO((*writing).execute(kInsertContent, {region, id, sql::Blob{evidence.bytes}}));
  JH_TRY_DO(writing.commit());
  return id;
}

Result<std::int64_t> EvidenceFiles::take_back(std::string_view region, std::int64_t id,
                                              std::string_view author) {
  JH_TRY(auto writing, Writing::begin(parts_.pool, region));
  Query query(kSelect);
  query.add("", region).add(" AND e.evidence_id = ?", id);
  JH_TRY(const auto found, read_all(*writing, query));
  if (found.empty()) {
    return fail(ErrorCode::not_found, {"store.no_evidence"});
  }
  if (!found.front().living) {
    return fail(ErrorCode::conflict, {"store.evidence_ended"});
  }
  JH_TRY_DO(end_said(*writing, kTable,
                     {region, id, word(CorrectionEnd::taken_back), author, parts_.clock.now_ms()}));
  JH_TRY_DO(writing.commit());
  return found.front().project_id;
}

Result<std::vector<StoredEvidence>> EvidenceFiles::of_project(std::string_view region,
                                                              std::int64_t project_id, bool ended) {
  JH_TRY(const auto lease, parts_.pool.lease());
  Query query(kSelect);
  query.add("", region).add(" AND e.project_id = ?", project_id);
  query.add(ended ? "" : " AND e.living = 1").add(kInOrder);
  return read_all(*lease, query);
}

Result<std::vector<StoredEvidence>> EvidenceFiles::of_projects(
    std::string_view region, const std::vector<std::int64_t>& project_ids) {
  if (project_ids.empty()) {
    return std::vector<StoredEvidence>{};
  }
  JH_TRY(const auto lease, parts_.pool.lease());
  Query query(kSelect);
  query.add("", region).add(" AND e.living = 1").add_in(" AND e.project_id IN", project_ids);
  query.add(kInOrder);
  return read_all(*lease, query);
}

Result<EvidenceFile> EvidenceFiles::file(std::string_view region, std::int64_t id) {
  JH_TRY(const auto lease, parts_.pool.lease());
  JH_TRY(const auto found, lease->prepare(kFile));
  JH_TRY_DO(found->run({region, id}));
  JH_TRY(const bool exists, found->next());
  if (!exists) {
    return fail(ErrorCode::not_found, {"store.no_evidence"});
  }
  return EvidenceFile{std::string(found->text(0)), std::string(found->text(1)), found->blob(2)};
}

}  // namespace jiheng::store
