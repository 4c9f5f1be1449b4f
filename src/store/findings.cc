#include "store/findings.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "store/edits.h"
#include "store/query.h"
#include "store/row_text.h"
#include "store/rows.h"
#include "store/store.h"
#include "store/writing.h"

namespace jiheng::store {

namespace {

constexpr std::array<std::string_view, 12> kColumns{
    "region_code", "indicator_id", "number", "project_id",      "year",      "rule", "severity",
    "field",       "message",      "clause", "clause_verified", "suggestion"};

constexpr std::string_view kDelete = "DELETE FROM finding WHERE region_code = ? AND project_id = ?";
constexpr std::string_view kYearOfProject =
    "SELECT year FROM project WHERE region_code = ? AND project_id = ?";
constexpr std::string_view kCountOnIndicators =
    "UPDATE indicator SET errors = ?, warnings = ?, hints = ? "
    "WHERE region_code = ? AND indicator_id = ? AND (errors <> ? OR warnings <> ? OR hints <> ?)";
constexpr std::string_view kSumOfProject =
    "SELECT COUNT(*), COALESCE(SUM(errors), 0), COALESCE(SUM(warnings), 0), "
    "COALESCE(SUM(hints), 0) FROM indicator "
    "WHERE region_code = ? AND project_id = ? AND is_current = 1";
constexpr std::string_view kFirstOfProject =
    "SELECT filing_id, position FROM indicator WHERE region_code = ? AND project_id = ? AND "
    "is_current = 1 ORDER BY filing_id, position LIMIT 1";
constexpr std::string_view kUpdateProject =
    "UPDATE project SET indicators = ?, errors = ?, warnings = ?, hints = ? "
    "WHERE region_code = ? AND project_id = ?";
constexpr std::string_view kMoveProject =
    "UPDATE project SET filing_id = ?, position = ? WHERE region_code = ? AND project_id = ?";

Result<void> set_counts(sql::Statement& update, std::string_view region, std::int64_t indicator,
                        const Counts& counts) {
  return update.run({counts.error, counts.warning, counts.hint, region, indicator, counts.error,
                     counts.warning, counts.hint});
}

/// Sets the rows' own counters to their findings.
Result<void> count_on_rows(sql::Connection& connection, std::string_view region,
                           std::span<const FindingPlace> places,
                           std::span<const Finding> findings) {
  std::vector<Counts> counts(places.size());
  for (const auto& finding : findings) {
    count(counts[finding.row], finding.severity);
  }
  JH_TRY(const auto update, connection.prepare(kCountOnIndicators));
  for (std::size_t i = 0; i < places.size(); ++i) {
    JH_TRY_DO(set_counts(*update, region, places[i].indicator_id, counts[i]));
  }
  return {};
}

Result<void> sum_up(sql::Connection& connection, std::string_view region,
                    std::span<const std::int64_t> projects) {
  JH_TRY(const auto sum, connection.prepare(kSumOfProject));
  JH_TRY(const auto update, connection.prepare(kUpdateProject));
  for (const auto project : projects) {
    JH_TRY_DO(sum->run({region, project}));
    JH_TRY_DO(sum->next());
    JH_TRY_DO(update->run(
        {sum->integer(0), sum->integer(1), sum->integer(2), sum->integer(3), region, project}));
  }
  return {};
}

/// Says where the projects start now; one without rows stays where it was.
Result<void> find_starts(sql::Connection& connection, std::string_view region,
                         std::span<const std::int64_t> projects) {
  JH_TRY(const auto first, connection.prepare(kFirstOfProject));
  JH_TRY(const auto move, connection.prepare(kMoveProject));
  for (const auto project : projects) {
    JH_TRY_DO(first->run({region, project}));
    JH_TRY(const bool has_rows, first->next());
    if (has_rows) {
      JH_TRY_DO(move->run({first->integer(0), first->integer(1), region, project}));
    }
  }
  return {};
}

}  // namespace

void count(Counts& counts, Severity severity) {
  switch (severity) {
    case Severity::error:
      ++counts.error;
      return;
    case Severity::warning:
      ++counts.warning;
      return;
    case Severity::hint:
      ++counts.hint;
      return;
  }
}

Result<void> add_findings(sql::Connection& connection, std::string_view region, std::int64_t year,
                          std::span<const FindingPlace> places, std::span<const Finding> findings) {
  if (findings.empty()) {
    return {};
  }
  std::vector<std::int64_t> numbers(places.size());
  JH_TRY(const auto bulk, connection.bulk("finding", kColumns));
  for (const auto& finding : findings) {
    const auto& place = places[finding.row];
    const auto text = encode(finding.message);
    const auto suggestion = encode(finding.suggestion);
    JH_TRY_DO(
        bulk->row({region, place.indicator_id, ++numbers[finding.row], place.project_id, year,
                   finding.rule, word(finding.severity), word(finding.field), text, finding.clause,
                   std::int64_t{finding.clause_verified ? 1 : 0}, suggestion}));
  }
  return bulk->finish();
}

Result<void> delete_findings(sql::Connection& connection, std::string_view region,
                             std::span<const std::int64_t> projects) {
  JH_TRY(const auto remove, connection.prepare(kDelete));
  for (const auto project : projects) {
    JH_TRY_DO(remove->run({region, project}));
  }
  return {};
}

Result<void> recount(sql::Connection& connection, std::string_view region,
                     std::span<const std::int64_t> projects) {
  JH_TRY_DO(sum_up(connection, region, projects));
  return find_starts(connection, region, projects);
}

Result<void> review_project(sql::Connection& connection, std::string_view region,
                            std::int64_t project, const Review& review) {
  if (!review) {
    return {};
  }
  JH_TRY(const auto year, connection.number(kYearOfProject, {region, project}));
  JH_TRY(const auto rows, rows_of_project(connection, region, project));
  JH_TRY(auto edits, load_edited_cells(connection, region, kOfProject, project));
  std::vector<FindingPlace> places;
  std::vector<Indicator> shown;
  for (const auto& row : rows) {
    places.push_back({row.stored.id, project});
    shown.push_back(row.stored.row);
    respell(shown.back(), row.filed, edits[row.stored.id]);
  }
  const auto findings = review(shown);
  JH_TRY_DO(delete_findings(connection, region, std::array{project}));
  JH_TRY_DO(add_findings(connection, region, year, places, findings));
  JH_TRY_DO(count_on_rows(connection, region, places, findings));
  return recount(connection, region, std::array{project});
}

Result<void> Store::replace_findings(std::string_view region,
                                     std::span<const std::int64_t> projects,
                                     std::span<const StoredFinding> findings) {
  std::unordered_map<std::int64_t, std::vector<Finding>> by_indicator;
  for (const auto& [indicator, finding] : findings) {
    by_indicator[indicator].push_back(finding);
  }
  JH_TRY(auto writing, Writing::begin(*pool_, region));
  for (const auto project : projects) {
    JH_TRY(const auto rows, rows_of_project(*writing, region, project));
    const auto known = [&](std::span<const Indicator>) {
      std::vector<Finding> all;
      for (std::size_t i = 0; i < rows.size(); ++i) {
        for (auto finding : by_indicator[rows[i].stored.id]) {
          finding.row = i;
          all.push_back(std::move(finding));
        }
      }
      return all;
    };
    JH_TRY_DO(review_project(*writing, region, project, known));
  }
  return writing.commit();
}

}  // namespace jiheng::store
