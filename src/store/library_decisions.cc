#include <algorithm>

#include "base/text.h"
#include "store/library.h"
#include "store/query.h"
#include "store/row_text.h"
#include "store/store.h"
#include "store/writing.h"

namespace jiheng::store {
namespace {

constexpr std::string_view kLiving =
    "SELECT decision_id, name, indicator_id, code, version, confidence, from_indicator, agency, "
    "project, year, author, made_at FROM library_decision "
    "WHERE region_code = ? AND living = 1 ORDER BY made_at, decision_id";
constexpr std::string_view kReplace =
    "UPDATE library_decision SET living = 0, ended_as = ?, ended_by = ?, ended_at = ? "
    "WHERE region_code = ? AND living = 1 AND subject = ? AND indicator_id = ?";
constexpr std::string_view kTakeBack =
    "UPDATE library_decision SET living = 0, ended_as = ?, ended_by = ?, ended_at = ? "
    "WHERE region_code = ? AND living = 1 AND decision_id = ?";
constexpr std::string_view kKnown =
    "SELECT COUNT(*) FROM library_decision WHERE region_code = ? AND decision_id = ?";
constexpr std::string_view kInsert =
    "INSERT INTO library_decision (region_code, decision_id, subject, indicator_id, name, code, "
    "version, confidence, year, from_indicator, agency, project, author, made_at, living) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";
constexpr std::string_view kMatchableRows =
    "SELECT indicator_id, project_id, agency, project, level1, level2, name, measured "
    "FROM indicator WHERE region_code = ? AND year = ? AND is_current = 1 "
    "ORDER BY filing_id, position";

}  // namespace

ConfirmedEntries::ConfirmedEntries(const std::vector<LibraryDecision>& decisions) {
  for (const auto& [id, said, at_ms] : decisions) {
    auto subject = search_key(said.name);
    if (said.indicator_id == 0) {
      by_name_.insert_or_assign(std::move(subject), said.code);
    } else {
      by_indicator_.insert_or_assign(said.indicator_id, OfIndicator{std::move(subject), said.code});
    }
  }
}

std::optional<std::string_view> ConfirmedEntries::of_name(std::string_view name) const {
  const auto found = by_name_.find(search_key(name));
  return found == by_name_.end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

std::optional<std::string_view> ConfirmedEntries::of_indicator(std::int64_t indicator_id,
                                                               std::string_view name) const {
  const auto found = by_indicator_.find(indicator_id);
  if (found != by_indicator_.end() && found->second.subject == search_key(name)) {
    return found->second.code;
  }
  return of_name(name);
}

Result<std::vector<std::int64_t>> Store::decide_library(
    std::string_view region, std::span<const NewLibraryDecision> decisions) {
  JH_TRY(auto writing, Writing::begin(*pool_, region));
  JH_TRY(const auto replace, (*writing).prepare(kReplace));
  JH_TRY(const auto insert, (*writing).prepare(kInsert));
  const auto now = clock_.now_ms();
  std::vector<std::int64_t> ids;
  for (const auto& said : decisions) {
    const auto subject = search_key(said.name);
    JH_TRY_DO(replace->run(
        {word(CorrectionEnd::replaced), said.author, now, region, subject, said.indicator_id}));
    ids.push_back(ids_.next());
    JH_TRY_DO(insert->run({region, ids.back(), subject, said.indicator_id, said.name, said.code,
                           said.version, std::int64_t{said.confidence}, std::int64_t{said.year},
                           said.from_indicator, said.agency, said.project, said.author, now}));
  }
  JH_TRY_DO(writing.commit());
  return ids;
}

Result<void> Store::take_back_library(std::string_view region, std::span<const std::int64_t> ids,
                                      std::string_view author) {
  JH_TRY(auto writing, Writing::begin(*pool_, region));
  JH_TRY(const auto end, (*writing).prepare(kTakeBack));
  for (const auto id : ids) {
    JH_TRY_DO(end->run({word(CorrectionEnd::taken_back), author, clock_.now_ms(), region, id}));
    if (end->changed() == 1) {
      continue;
    }
    JH_TRY(const auto known, (*writing).number(kKnown, {region, id}));
    return known == 0 ? fail(ErrorCode::not_found, {"store.no_decision"})
                      : fail(ErrorCode::conflict, {"store.decision_ended"});
  }
  return writing.commit();
}

Result<std::vector<LibraryDecision>> Store::library_decisions(std::string_view region) {
  JH_TRY(const auto lease, pool_->lease());
  JH_TRY(const auto found, lease->prepare(kLiving));
  JH_TRY_DO(found->run({region}));
  std::vector<LibraryDecision> decisions;
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    decisions.push_back({.id = row.integer(0),
                         .said = {.name = std::string(row.text(1)),
                                  .indicator_id = row.integer(2),
                                  .code = std::string(row.text(3)),
                                  .version = row.integer(4),
                                  .confidence = static_cast<std::int32_t>(row.integer(5)),
                                  .from_indicator = row.integer(6),
                                  .agency = std::string(row.text(7)),
                                  .project = std::string(row.text(8)),
                                  .year = static_cast<int>(row.integer(9)),
                                  .author = std::string(row.text(10))},
                         .at_ms = row.integer(11)});
  }));
  return decisions;
}

Result<std::vector<MatchableRow>> Store::matchable_rows(std::string_view region, int year) {
  JH_TRY(const auto lease, pool_->lease());
  JH_TRY(const auto found, lease->prepare(kMatchableRows));
  JH_TRY_DO(found->run({region, std::int64_t{year}}));
  std::vector<MatchableRow> rows;
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    rows.push_back({.indicator_id = row.integer(0),
                    .project_id = row.integer(1),
                    .agency = std::string(row.text(2)),
                    .project = std::string(row.text(3)),
                    .level1 = std::string(row.text(4)),
                    .level2 = std::string(row.text(5)),
                    .name = std::string(row.text(6)),
                    .measured = measure(row.text(7))});
  }));
  return rows;
}

}  // namespace jiheng::store
