#include "store/self_evaluations.h"

#include <array>

#include "base/hash.h"
#include "domain/correction.h"
#include "store/query.h"
#include "store/said.h"
#include "store/stating.h"
#include "store/writing.h"

namespace jiheng::store {
namespace {

constexpr SaidTable kTable{"evaluation_words", "words_id"};
constexpr std::size_t kRevisionLength = 32;

constexpr std::string_view kSelect =
    "SELECT words_id, project_id, outcome, execution, author, made_at, living, ended_by, ended_at "
    "FROM evaluation_words WHERE region_code = ?";
constexpr std::string_view kInOrder =
    " ORDER BY project_id, living DESC, made_at DESC, "
    "words_id DESC";
constexpr std::string_view kInsert =
    "INSERT INTO evaluation_words (region_code, words_id, project_id, outcome, execution, author, "
    "made_at, living) VALUES (?, ?, ?, ?, ?, ?, ?, 1)";
/// What counts now; every statement has an id of its own.
constexpr std::array<std::string_view, 4> kLiving{
    "SELECT actual_id FROM actual WHERE region_code = ? AND project_id = ? AND living = 1 "
    "ORDER BY actual_id",
    "SELECT assessment_id FROM assessment WHERE region_code = ? AND project_id = ? AND living = 1 "
    "ORDER BY assessment_id",
    "SELECT money_id FROM project_money WHERE region_code = ? AND project_id = ? AND living = 1 "
    "ORDER BY money_id",
    "SELECT words_id FROM evaluation_words WHERE region_code = ? AND project_id = ? AND "
    "living = 1 ORDER BY words_id"};

StoredWords read_words(const sql::Statement& row) {
  return {.id = row.integer(0),
          .project_id = row.integer(1),
          .words = {std::string(row.text(2)), std::string(row.text(3))},
          .author = std::string(row.text(4)),
          .at_ms = row.integer(5),
          .living = row.integer(6) != 0,
          .ended_by = std::string(row.text(7)),
          .ended_at_ms = row.integer(8)};
}

Result<std::vector<StoredWords>> read_all(sql::Connection& connection, const Query& query) {
  JH_TRY(const auto found, query.run(connection));
  std::vector<StoredWords> all;
  JH_TRY_DO(
      for_each_row(*found, [&](const sql::Statement& row) { all.push_back(read_words(row)); }));
  return all;
}

Result<std::string> revision_in(sql::Connection& connection, std::string_view region,
                                std::int64_t project_id) {
  std::string ids;
  for (const auto statement : kLiving) {
    JH_TRY(const auto found, connection.prepare(statement));
    JH_TRY_DO(found->run({region, project_id}));
    JH_TRY_DO(for_each_row(
        *found, [&](const sql::Statement& row) { ids += std::to_string(row.integer(0)) + ","; }));
    ids += ";";
  }
  return sha256(ids).substr(0, kRevisionLength);
}

Result<void> keep_words(sql::Connection& connection, const StoreParts& parts,
                        std::string_view region, const NewWords& said) {
  Query query(kSelect);
  query.add("", region).add(" AND living = 1 AND project_id = ?", said.project_id);
  JH_TRY(const auto before, read_all(connection, query));
  if ((before.empty() ? EvaluationWords{} : before.front().words) == said.words) {
    return {};
  }
  const auto now = parts.clock.now_ms();
  for (const auto& one : before) {
    JH_TRY_DO(end_said(connection, kTable,
                       {region, one.id, word(CorrectionEnd::replaced), said.author, now}));
  }
  JH_TRY_DO(
      connection.execute(kInsert, {region, parts.ids.next(), said.project_id, said.words.outcome,
                                   said.words.execution, said.author, now}));
  return {};
}

}  // namespace

Result<std::string> SelfEvaluations::revision(std::string_view region, std::int64_t project_id) {
  JH_TRY(const auto lease, parts_.pool.lease());
  return revision_in(*lease, region, project_id);
}

Result<void> SelfEvaluations::save(std::string_view region, const NewSelfEvaluation& said) {
  JH_TRY(auto writing, Writing::begin(parts_.pool, region));
  JH_TRY(const auto current, revision_in(*writing, region, said.project_id));
  if (current != said.seen) {
    return fail(ErrorCode::conflict, {"store.evaluation_changed_meanwhile"});
  }
  JH_TRY_DO(report_in(*writing, parts_, region, said.actuals));
  JH_TRY_DO(assess_in(*writing, parts_, region, said.assessments));
  JH_TRY_DO(state_in(*writing, parts_, region, said.moneys));
  if (said.words) {
    JH_TRY_DO(keep_words(*writing, parts_, region, {said.project_id, *said.words, said.author}));
  }
  return writing.commit();
}

Result<void> SelfEvaluations::keep(std::string_view region, const NewStatements& said) {
  JH_TRY(auto writing, Writing::begin(parts_.pool, region));
  JH_TRY_DO(report_in(*writing, parts_, region, said.actuals));
  JH_TRY_DO(assess_in(*writing, parts_, region, said.assessments));
  JH_TRY_DO(state_in(*writing, parts_, region, said.moneys));
  for (const auto& words : said.words) {
    JH_TRY_DO(keep_words(*writing, parts_, region, words));
  }
  return writing.commit();
}

Result<std::vector<StoredWords>> SelfEvaluations::words_of(std::string_view region,
                                                           std::int64_t project_id, bool ended) {
  JH_TRY(const auto lease, parts_.pool.lease());
  Query query(kSelect);
  query.add("", region).add(" AND project_id = ?", project_id);
  query.add(ended ? "" : " AND living = 1").add(kInOrder);
  return read_all(*lease, query);
}

Result<std::vector<StoredWords>> SelfEvaluations::words_of_projects(
    std::string_view region, const std::vector<std::int64_t>& project_ids) {
  if (project_ids.empty()) {
    return std::vector<StoredWords>{};
  }
  JH_TRY(const auto lease, parts_.pool.lease());
  Query query(kSelect);
  query.add("", region).add(" AND living = 1").add_in(" AND project_id IN", project_ids);
  query.add(kInOrder);
  return read_all(*lease, query);
}

}  // namespace jiheng::store
