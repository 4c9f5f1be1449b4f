#include "store/assessments.h"

#include "domain/correction.h"
#include "store/said.h"
#include "store/stating.h"
#include "store/writing.h"

namespace jiheng::store {
namespace {

constexpr SaidTable kTable{"assessment", "assessment_id"};

constexpr std::string_view kSelect =
    "SELECT assessment_id, project_id, indicator_id, points, score, reason, origin, author, "
    "made_at, living, ended_by, ended_at FROM assessment WHERE region_code = ?";
constexpr std::string_view kInOrder =
    " ORDER BY project_id, indicator_id, living DESC, made_at DESC, assessment_id DESC";
constexpr SaidQuery kSaid{kSelect, kInOrder};
constexpr std::string_view kInsert =
    "INSERT INTO assessment (region_code, assessment_id, project_id, indicator_id, points, score, "
    "reason, origin, author, made_at, living) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";

StoredAssessment read_assessment(const sql::Statement& row) {
  return {
      .id = row.integer(0),
      .project_id = row.integer(1),
      .assessment = {.indicator_id = row.integer(2),
                     .said = {.points = std::string(row.text(3)),
                              .score = std::string(row.text(4)),
                              .reason = std::string(row.text(5))},
                     .origin = report_origin_from_word(row.text(6)).value_or(ReportOrigin::entered),
                     .author = std::string(row.text(7))},
      .at_ms = row.integer(8),
      .living = row.integer(9) != 0,
      .ended_by = std::string(row.text(10)),
      .ended_at_ms = row.integer(11)};
}

}  // namespace

Result<std::vector<std::int64_t>> assess_in(sql::Connection& connection, const StoreParts& parts,
                                            std::string_view region,
                                            std::span<const NewAssessment> assessments) {
  const auto now = parts.clock.now_ms();
  std::vector<std::int64_t> ids;
  ids.reserve(assessments.size());
  for (const auto& one : assessments) {
    JH_TRY(const auto project, project_of(connection, region, one.indicator_id, ids.size() + 1));
    Query query(kSelect);
    query.add("", region).add(" AND project_id = ? AND living = 1", project);
    query.add(" AND indicator_id = ?", one.indicator_id);
    JH_TRY(const auto before, read_all(connection, query, read_assessment));
    if (!before.empty() && before.front().assessment.said == one.said) {
      ids.push_back(before.front().id);
      continue;
    }
    if (!before.empty()) {
      JH_TRY_DO(
          end_said(connection, kTable,
                   {region, before.front().id, word(CorrectionEnd::replaced), one.author, now}));
    }
    ids.push_back(parts.ids.next());
    JH_TRY_DO(connection.execute(
        kInsert, {region, ids.back(), project, one.indicator_id, one.said.points, one.said.score,
                  one.said.reason, word(one.origin), one.author, now}));
  }
  return ids;
}

Result<std::vector<std::int64_t>> Assessments::assess(std::string_view region,
                                                      std::span<const NewAssessment> assessments) {
  JH_TRY(auto writing, Writing::begin(parts_.pool, region));
  JH_TRY(auto ids, assess_in(*writing, parts_, region, assessments));
  JH_TRY_DO(writing.commit());
  return ids;
}

Result<std::vector<StoredAssessment>> Assessments::of_project(std::string_view region,
                                                              std::int64_t project_id, bool ended) {
  JH_TRY(const auto lease, parts_.pool.lease());
  return read_all(*lease, kSaid.of(region, {project_id}, ended), read_assessment);
}

Result<std::vector<StoredAssessment>> Assessments::of_projects(
    std::string_view region, const std::vector<std::int64_t>& project_ids) {
  if (project_ids.empty()) {
    return std::vector<StoredAssessment>{};
  }
  JH_TRY(const auto lease, parts_.pool.lease());
  return read_all(*lease, kSaid.of(region, project_ids), read_assessment);
}

}  // namespace jiheng::store
