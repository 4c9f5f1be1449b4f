#include "store/corrections.h"

#include <algorithm>

#include "store/keyset.h"
#include "store/query.h"
#include "store/store.h"
#include "store/writing.h"

namespace jiheng::store {

namespace {

constexpr std::int64_t kLongestPage = 200;
constexpr std::string_view kBefore = "before";
constexpr std::string_view kAfter = "after";

constexpr std::string_view kInsert =
    "INSERT INTO correction (region_code, correction_id, layout, subject, verdict, head, "
    "role_before, role_after, document_name, document_hash, place, row_text, author, made_at, "
    "living) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";
constexpr std::string_view kInsertReading =
    "INSERT INTO correction_reading (region_code, correction_id, side, number, agency, project, "
    "level1, level2, name, comparator, target, measure, points) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr std::string_view kEnd =
    "UPDATE correction SET living = 0, ended_as = ?, ended_by = ?, ended_at = ? "
    "WHERE region_code = ? AND living = 1 AND ";
constexpr std::string_view kSelect =
    "SELECT c.correction_id, c.layout, c.subject, c.verdict, c.head, c.role_before, c.role_after, "
    "c.document_name, c.document_hash, c.place, c.row_text, c.author, c.made_at, c.living, "
    "c.ended_as, c.ended_by, c.ended_at, d.document_id";
constexpr int kSelected = 18;
constexpr std::string_view kFrom =
    " FROM correction c LEFT JOIN document d ON d.region_code = c.region_code AND "
    "d.hash = c.document_hash WHERE c.region_code = ?";
constexpr std::string_view kSelectReadings =
    "SELECT r.correction_id, r.side, r.agency, r.project, r.level1, r.level2, r.name, "
    "r.comparator, r.target, r.measure, r.points FROM correction_reading r";

Column role_of(std::string_view word) {
  return column_from_word(word).value_or(Column::other);
}

Correction read_correction(const sql::Statement& row) {
  Correction correction{
      .id = row.integer(0),
      .said = {.verdict = verdict_from_word(row.text(3)).value_or(Verdict::confirmed),
               .layout = std::string(row.text(1)),
               .subject = std::string(row.text(2)),
               .head = std::string(row.text(4)),
               .role_before = role_of(row.text(5)),
               .role_after = role_of(row.text(6)),
               .document_name = std::string(row.text(7)),
               .document_hash = std::string(row.text(8)),
               .place = std::string(row.text(9)),
               .row_text = std::string(row.text(10)),
               .author = std::string(row.text(11))},
      .document_id = row.integer(17),
      .at_ms = row.integer(12),
      .ended_by = std::string(row.text(15)),
      .ended_at_ms = row.integer(16)};
  if (row.integer(13) == 0) {
    correction.ended = row.text(14) == word(CorrectionEnd::replaced) ? CorrectionEnd::replaced
                                                                     : CorrectionEnd::taken_back;
  }
  return correction;
}

RowReading read_reading(const sql::Statement& row) {
  return {.agency = std::string(row.text(2)),
          .project = std::string(row.text(3)),
          .level1 = std::string(row.text(4)),
          .level2 = std::string(row.text(5)),
          .name = std::string(row.text(6)),
          .comparator = comparator_from_symbol(row.text(7)),
          .target = std::string(row.text(8)),
          .measure = std::string(row.text(9)),
          .points = std::string(row.text(10))};
}

Result<void> insert_readings(sql::Connection& connection, std::string_view region, std::int64_t id,
                             std::string_view side, const std::vector<RowReading>& readings) {
  JH_TRY(const auto insert, connection.prepare(kInsertReading));
  std::int64_t number = 0;
  for (const auto& one : readings) {
    const auto comparator = one.comparator ? std::string(symbol(*one.comparator)) : std::string();
    JH_TRY_DO(insert->run({region, id, side, ++number, one.agency, one.project, one.level1,
                           one.level2, one.name, comparator, one.target, one.measure, one.points}));
  }
  return {};
}

/// Fills the readings of corrections.
Result<void> load_readings(sql::Connection& connection, std::string_view region,
                           std::vector<Correction>& corrections) {
  std::vector<std::int64_t> ids;
  ids.reserve(corrections.size());
  for (const auto& correction : corrections) {
    ids.push_back(correction.id);
  }
  if (ids.empty()) {
    return {};
  }
  Query query(kSelectReadings);
  query.add(" WHERE r.region_code = ?", region).add_in(" AND r.correction_id IN", ids);
  query.add(" ORDER BY r.correction_id, r.side, r.number");
  JH_TRY(const auto found, query.run(connection));
  return for_each_row(*found, [&](const sql::Statement& row) {
    auto& said = std::ranges::find(corrections, row.integer(0), &Correction::id)->said;
    (row.text(1) == kBefore ? said.before : said.after).push_back(read_reading(row));
  });
}

Result<Correction> load(sql::Connection& connection, std::string_view region, std::int64_t id) {
  Query query(kSelect);
  query.add(kFrom, region);
  query.add(" AND c.correction_id = ?", id);
  JH_TRY(const auto found, query.run(connection));
  JH_TRY(const bool exists, found->next());
  if (!exists) {
    return fail(ErrorCode::not_found, {"store.no_correction"});
  }
  std::vector<Correction> corrections{read_correction(*found)};
  JH_TRY_DO(load_readings(connection, region, corrections));
  return std::move(corrections.front());
}

void add_filter(Query& query, const CorrectionFilter& filter, const sql::Dialect& dialect) {
  query.add(kFrom, filter.region);
  if (filter.verdict) {
    query.add(" AND c.verdict = ?", word(*filter.verdict));
  }
  if (filter.living) {
    query.add(" AND c.living = ?", std::int64_t{*filter.living ? 1 : 0});
  }
  if (!filter.subject.empty()) {
    query.add(" AND c.subject = ?", filter.subject);
  }
  if (!filter.document_hash.empty()) {
    query.add(" AND c.document_hash = ?", filter.document_hash);
  }
  if (!filter.words.empty()) {
    query.add(" AND ");
    query.add(dialect.contains("(COALESCE(c.head, '') || ' ' || COALESCE(c.row_text, '') || ' ' || "
                               "COALESCE(c.document_name, ''))"),
              filter.words);
  }
}

}  // namespace

std::string_view word(CorrectionEnd end) {
  return end == CorrectionEnd::replaced ? "replaced" : "taken_back";
}

std::size_t column_of(std::string_view subject) {
  std::size_t number = 0;
  for (const char c : subject.substr(std::min(subject.size(), subject.find('/') + 1))) {
    number = number * 10 + static_cast<std::size_t>(c - '0');
  }
  return number;
}

Result<Correction> Store::remember(std::string_view region, const NewCorrection& said) {
  JH_TRY(auto writing, Writing::begin(*pool_, region));
  auto& connection = *writing;
  const auto id = ids_.next();
  const auto now = clock_.now_ms();
  JH_TRY_DO(
      connection.execute(std::string(kEnd) + "subject = ?",
                         {word(CorrectionEnd::replaced), said.author, now, region, said.subject}));
  const bool is_column = said.verdict == Verdict::mapped;
  JH_TRY_DO(connection.execute(
      kInsert,
      {region, id, said.layout, said.subject, word(said.verdict), said.head,
       is_column ? word(said.role_before) : "", is_column ? word(said.role_after) : "",
       said.document_name, said.document_hash, said.place, said.row_text, said.author, now}));
  JH_TRY_DO(insert_readings(connection, region, id, kBefore, said.before));
  JH_TRY_DO(insert_readings(connection, region, id, kAfter, said.after));
  JH_TRY(auto made, load(connection, region, id));
  JH_TRY_DO(writing.commit());
  return made;
}

Result<Correction> Store::take_back(std::string_view region, std::int64_t id,
                                    std::string_view author) {
  JH_TRY(auto writing, Writing::begin(*pool_, region));
  JH_TRY(const auto correction, load(*writing, region, id));
  if (correction.ended) {
    return fail(ErrorCode::conflict, {"store.correction_ended"});
  }
  JH_TRY_DO(
      (*writing).execute(std::string(kEnd) + "correction_id = ?",
                         {word(CorrectionEnd::taken_back), author, clock_.now_ms(), region, id}));
  JH_TRY(auto ended, load(*writing, region, id));
  JH_TRY_DO(writing.commit());
  return ended;
}

Result<Page<Correction>> Store::list_corrections(const CorrectionFilter& filter,
                                                 std::string_view cursor, std::int64_t limit) {
  JH_TRY(const auto lease, pool_->lease());
  const Keyset keyset("corrections", {{"c.made_at"}, {"c.correction_id"}}, true);
  limit = std::clamp<std::int64_t>(limit, 1, kLongestPage);
  Query query(kSelect);
  query.add(keyset.columns());
  add_filter(query, filter, lease->dialect());
  JH_TRY_DO(keyset.add_start(query, cursor));
  keyset.add_order(query, limit + 1);
  JH_TRY(const auto found, query.run(*lease));
  Page<Correction> page;
  std::string last;
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    if (static_cast<std::int64_t>(page.items.size()) == limit) {
      page.next = last;
      return;
    }
    page.items.push_back(read_correction(row));
    last = keyset.cursor(row, kSelected);
  }));
  JH_TRY_DO(load_readings(*lease, filter.region, page.items));
  Query counting("SELECT COUNT(*)");
  add_filter(counting, filter, lease->dialect());
  JH_TRY(const auto counted, counting.run(*lease));
  JH_TRY_DO(counted->next());
  page.total = counted->integer(0);
  return page;
}

Result<Corrections> Store::living_corrections(std::string_view region) {
  JH_TRY(const auto lease, pool_->lease());
  Query readings(kSelectReadings);
  readings.add(
      " JOIN correction c ON c.region_code = r.region_code AND c.correction_id = r.correction_id "
      "WHERE r.region_code = ?",
      region);
  readings.add(" AND c.living = 1 AND r.side = ?", kAfter);
  readings.add(" AND c.verdict = ?", word(Verdict::corrected));
  readings.add(" ORDER BY r.correction_id, r.number");
  JH_TRY(const auto found, readings.run(*lease));
  std::map<std::int64_t, std::vector<RowReading>> after;
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    after[row.integer(0)].push_back(read_reading(row));
  }));
  Query query(kSelect);
  query.add(kFrom, region).add(" AND c.living = 1");
  JH_TRY(const auto living, query.run(*lease));
  Corrections corrections;
  JH_TRY_DO(for_each_row(*living, [&](const sql::Statement& row) {
    const auto one = read_correction(row);
    if (one.said.verdict == Verdict::mapped) {
      corrections.add(ColumnCorrection{.id = one.id,
                                       .layout = one.said.layout,
                                       .column = column_of(one.said.subject),
                                       .role = one.said.role_after});
    } else {
      corrections.add(RowCorrection{.id = one.id,
                                    .key = one.said.subject,
                                    .verdict = one.said.verdict,
                                    .readings = std::move(after[one.id])});
    }
  }));
  return corrections;
}

}  // namespace jiheng::store
