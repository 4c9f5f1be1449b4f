#include "store/project_money.h"

#include <algorithm>

#include "domain/correction.h"
#include "store/monitoring_state.h"
#include "store/said.h"
#include "store/stating.h"
#include "store/writing.h"

namespace jiheng::store {
namespace {

constexpr SaidTable kTable{"project_money", "money_id"};

constexpr std::string_view kSelect =
    "SELECT money_id, project_id, as_of, source, initial, adjusted, executed, expected, origin, "
    "document_name, place, author, made_at, living, ended_by, ended_at FROM project_money "
    "WHERE region_code = ?";
constexpr std::string_view kInOrder =
    " ORDER BY project_id, COALESCE(source, ''), as_of, living DESC, made_at DESC, money_id DESC";
constexpr SaidQuery kSaid{kSelect, kInOrder};
constexpr std::string_view kProject =
    "SELECT COUNT(*) FROM project WHERE region_code = ? AND project_id = ?";
constexpr std::string_view kInsert =
    "INSERT INTO project_money (region_code, money_id, project_id, as_of, source, initial, "
    "adjusted, executed, expected, origin, document_name, place, author, made_at, living) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";

StoredMoney read_money(const sql::Statement& row) {
  return {.id = row.integer(0),
          .money = {.project_id = row.integer(1),
                    .said = {.as_of = parse_iso_date(row.text(2)).value_or(Date{}),
                             .source = std::string(row.text(3)),
                             .initial = yuan(row, 4),
                             .adjusted = yuan(row, 5),
                             .executed = yuan(row, 6),
                             .expected = yuan(row, 7)},
                    .origin = report_origin_from_word(row.text(8)).value_or(ReportOrigin::entered),
                    .document_name = std::string(row.text(9)),
                    .place = std::string(row.text(10)),
                    .author = std::string(row.text(11))},
          .at_ms = row.integer(12),
          .living = row.integer(13) != 0,
          .ended_by = std::string(row.text(14)),
          .ended_at_ms = row.integer(15)};
}

/// The living one of the same project, day and source.
Result<std::optional<StoredMoney>> living_beside(sql::Connection& connection,
                                                 std::string_view region, const NewMoney& money) {
  Query query(kSelect);
  query.add("", region).add(" AND project_id = ? AND living = 1", money.project_id);
  query.add(" AND as_of = ?", iso(money.said.as_of));
  JH_TRY(const auto all, read_all(connection, query, read_money));
  const auto same = std::ranges::find_if(
      all, [&](const auto& one) { return one.money.said.source == money.said.source; });
  return same == all.end() ? std::nullopt : std::optional(*same);
}

/// Who says it does not belong to what is said.
bool says_the_same(const NewMoney& one, const NewMoney& other) {
  return one.said == other.said && one.origin == other.origin &&
         one.document_name == other.document_name && one.place == other.place;
}

/// The four amounts as they are stored.
struct Amounts {
  sql::Value initial;
  sql::Value adjusted;
  sql::Value executed;
  sql::Value expected;
};

Result<Amounts> amounts_of(const ProjectMoney& said, std::size_t position) {
  Amounts amounts;
  for (const auto& [stored, yuan] :
       {std::pair(&amounts.initial, &said.initial), std::pair(&amounts.adjusted, &said.adjusted),
        std::pair(&amounts.executed, &said.executed),
        std::pair(&amounts.expected, &said.expected)}) {
    auto value = cents(*yuan);
    if (!value) {
      value.error().where = std::to_string(position);
      return tl::unexpected(std::move(value).error());
    }
    *stored = *value;
  }
  return amounts;
}

}  // namespace

Result<std::vector<std::int64_t>> state_in(sql::Connection& connection, const StoreParts& parts,
                                           std::string_view region,
                                           std::span<const NewMoney> moneys) {
  const auto now = parts.clock.now_ms();
  std::vector<std::int64_t> ids;
  ids.reserve(moneys.size());
  std::vector<std::int64_t> touched;
  for (const auto& money : moneys) {
    JH_TRY(const auto known, connection.number(kProject, {region, money.project_id}));
    if (known == 0) {
      return fail(ErrorCode::not_found, {"store.no_project"}, std::to_string(ids.size() + 1));
    }
    JH_TRY(const auto amounts, amounts_of(money.said, ids.size() + 1));
    JH_TRY(const auto before, living_beside(connection, region, money));
    if (before && says_the_same(before->money, money)) {
      ids.push_back(before->id);
      continue;
    }
    if (before) {
      JH_TRY_DO(end_said(connection, kTable,
                         {region, before->id, word(CorrectionEnd::replaced), money.author, now}));
    }
    ids.push_back(parts.ids.next());
    touched.push_back(money.project_id);
    const auto as_of = iso(money.said.as_of);
    JH_TRY_DO(connection.execute(
        kInsert, {region, ids.back(), money.project_id, as_of, money.said.source, amounts.initial,
                  amounts.adjusted, amounts.executed, amounts.expected, word(money.origin),
                  money.document_name, money.place, money.author, now}));
  }
  JH_TRY_DO(forget_monitoring(connection, region, touched));
  return ids;
}

Result<std::vector<std::int64_t>> Moneys::state(std::string_view region,
                                                std::span<const NewMoney> moneys) {
  JH_TRY(auto writing, Writing::begin(parts_.pool, region));
  JH_TRY(auto ids, state_in(*writing, parts_, region, moneys));
  JH_TRY_DO(writing.commit());
  return ids;
}

Result<std::vector<StoredMoney>> Moneys::of_project(std::string_view region,
                                                    std::int64_t project_id, bool ended) {
  JH_TRY(const auto lease, parts_.pool.lease());
  return read_all(*lease, kSaid.of(region, {project_id}, ended), read_money);
}

Result<std::vector<StoredMoney>> Moneys::of_projects(std::string_view region,
                                                     const std::vector<std::int64_t>& project_ids) {
  if (project_ids.empty()) {
    return std::vector<StoredMoney>{};
  }
  JH_TRY(const auto lease, parts_.pool.lease());
  return read_all(*lease, kSaid.of(region, project_ids), read_money);
}

}  // namespace jiheng::store
