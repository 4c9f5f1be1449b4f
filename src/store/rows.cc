#include "store/rows.h"

#include <algorithm>
#include <unordered_map>

#include "store/query.h"
#include "store/row_text.h"
#include "store/store.h"

namespace jiheng::store {

namespace {

// PostgreSQL takes 65,535 parameters, SQLite 32,766.
constexpr std::size_t kIdsAtOnce = 2000;

constexpr std::string_view kFindingColumns =
    "SELECT f.indicator_id, f.rule, f.severity, f.field, f.message, f.clause, f.clause_verified, "
    "f.suggestion, w.waiver_id, w.kind, w.reason, w.author, w.made_at FROM finding f "
    "LEFT JOIN waiver w ON w.region_code = f.region_code AND w.waiver_id = f.waiver_id";
constexpr std::string_view kOverlayColumns =
    "SELECT o.indicator_id, o.overlay_id, o.author, o.laid_at, o.rule, o.undone, c.field, c.laid, "
    "c.shown, c.conflict FROM overlay o JOIN overlay_change c ON c.region_code = o.region_code AND "
    "c.overlay_id = o.overlay_id";

using RowsById = std::unordered_map<std::int64_t, StoredIndicator*>;

/// Runs `load` for stretches of the rows' ids.
template <typename Load>
Result<void> in_stretches(std::vector<StoredIndicator>& rows, const Load& load) {
  for (std::size_t start = 0; start < rows.size(); start += kIdsAtOnce) {
    const auto end = std::min(rows.size(), start + kIdsAtOnce);
    RowsById by_id;
    std::vector<std::int64_t> ids;
    for (std::size_t i = start; i < end; ++i) {
      by_id.emplace(rows[i].id, &rows[i]);
      ids.push_back(rows[i].id);
    }
    JH_TRY_DO(load(by_id, ids));
  }
  return {};
}

std::optional<Waiver> read_waiver(const sql::Statement& row) {
  if (row.integer(8) == 0) {
    return std::nullopt;
  }
  return Waiver{.id = row.integer(8),
                .kind = waiver_kind_from_word(row.text(9)).value_or(WaiverKind::waived),
                .reason = std::string(row.text(10)),
                .author = std::string(row.text(11)),
                .at_ms = row.integer(12)};
}

Finding read_finding(const sql::Statement& row) {
  return {.rule = std::string(row.text(1)),
          .severity = severity_from_word(row.text(2)).value_or(Severity::hint),
          .row = 0,
          .column = column_from_word(row.text(3)).value_or(Column::name),
          .message = message(row.text(4)),
          .clause = std::string(row.text(5)),
          .clause_verified = row.integer(6) != 0,
          .suggestion = changes(row.text(7)),
          .waiver = read_waiver(row)};
}

/// One row is one cell of an overlay; a new overlay starts where the id changes.
void add_overlay_cell(std::vector<Overlay>& overlays, const sql::Statement& row) {
  if (overlays.empty() || overlays.back().id != row.integer(1)) {
    overlays.push_back({.id = row.integer(1),
                        .indicator_id = row.integer(0),
                        .author = std::string(row.text(2)),
                        .at_ms = row.integer(3),
                        .rule = std::string(row.text(4)),
                        .undone = row.integer(5) != 0});
  }
  auto& overlay = overlays.back();
  const auto field = field_from_word(row.text(6)).value_or(Field::level1);
  overlay.changes.push_back({field, std::string(row.text(7))});
  overlay.before.push_back({field, std::string(row.text(8))});
  overlay.conflict = overlay.conflict || row.integer(9) != 0;
}

/// The filed row, columns 5 and 6 and 15 to the end.
Indicator read_filed(const sql::Statement& row) {
  Indicator filed;
  filed.agency = row.text(5);
  filed.project = row.text(6);
  filed.level1 = row.text(15);
  filed.level2 = row.text(16);
  filed.name = row.text(17);
  filed.comparator = comparator_from_symbol(row.text(18));
  filed.target = row.text(19);
  filed.measure = row.text(20);
  filed.typed = typed_target(row.text(21));
  filed.measured = measure(row.text(22));
  filed.points = row.text(23);
  filed.actual = row.text(24);
  filed.score = row.text(25);
  filed.reason = row.text(26);
  filed.place = place(row.text(27));
  filed.filed = filed_cells(row.text(28), filed);
  filed.as_filed = row.text(29);
  const auto marks = row.text(30);
  const auto cut = std::min(marks.find('|'), marks.size());
  filed.repaired = repairs(marks.substr(0, cut));
  filed.doubt = doubts(marks.substr(std::min(marks.size(), cut + 1)));
  filed.boxes = cell_boxes(row.text(31));
  filed.row_key = row.text(32);
  filed.explanation = row.text(33);
  filed.standard = row.text(34);
  return filed;
}

}  // namespace

const std::string_view kSelectIndicators =
    "SELECT i.indicator_id, i.revision, i.project_id, i.agency_id, v.document_id, i.agency, "
    "i.project, i.level1, i.level2, i.name, i.comparator, i.target, i.measure, i.typed, "
    "i.measured, r.level1, r.level2, r.name, r.comparator, r.target, r.measure, r.typed, "
    "r.measured, r.points, r.actual, r.score, r.reason, r.place, r.filed, r.as_filed, "
    "COALESCE(r.repaired, '') || '|' || COALESCE(r.doubt, ''), r.boxes, r.row_key, "
    "r.explanation, r.standard "
    "FROM indicator i "
    "JOIN filed_row r ON r.region_code = i.region_code AND r.version_id = i.version_id "
    "AND r.position = i.position "
    "JOIN filing_version v ON v.region_code = i.region_code AND v.version_id = i.version_id";

LoadedIndicator read_indicator(const sql::Statement& row) {
  LoadedIndicator loaded{.stored = {}, .filed = read_filed(row)};
  auto& stored = loaded.stored;
  stored.id = row.integer(0);
  stored.revision = row.integer(1);
  stored.project_id = row.integer(2);
  stored.agency_id = row.integer(3);
  stored.document_id = row.integer(4);
  stored.row = loaded.filed;
  stored.row.level1 = row.text(7);
  stored.row.level2 = row.text(8);
  stored.row.name = row.text(9);
  stored.row.comparator = comparator_from_symbol(row.text(10));
  stored.row.target = row.text(11);
  stored.row.measure = row.text(12);
  stored.row.typed = typed_target(row.text(13));
  stored.row.measured = measure(row.text(14));
  stored.filed_values = values_of(loaded.filed);
  stored.edited = edited_fields(loaded.filed, stored.row);
  return loaded;
}

std::vector<Field> edited_fields(const Indicator& filed, const Indicator& shown) {
  std::vector<Field> fields;
  std::copy_if(kAllFields.begin(), kAllFields.end(), std::back_inserter(fields),
               [&](Field field) { return value_of(filed, field) != value_of(shown, field); });
  return fields;
}

std::vector<std::string> values_of(const Indicator& row) {
  std::vector<std::string> values;
  values.reserve(kAllFields.size());
  for (const auto field : kAllFields) {
    values.push_back(value_of(row, field));
  }
  return values;
}

void set_value(Indicator& row, Field field, std::string_view value) {
  switch (field) {
    case Field::level1:
      row.level1 = value;
      return;
    case Field::level2:
      row.level2 = value;
      return;
    case Field::level3:
      row.name = value;
      return;
    case Field::comparator:
      row.comparator = comparator_from_symbol(value);
      return;
    case Field::target:
      row.target = value;
      return;
    case Field::measure:
      row.measure = value;
      return;
  }
}

Result<void> load_findings(sql::Connection& connection, std::string_view region,
                           std::vector<StoredIndicator>& rows) {
  return in_stretches(rows, [&](RowsById& by_id, const auto& ids) -> Result<void> {
    Query query(kFindingColumns);
    query.add(" WHERE f.region_code = ?", region).add_in(" AND f.indicator_id IN", ids);
    query.add(" ORDER BY f.indicator_id, f.number");
    JH_TRY(const auto found, query.run(connection));
    return for_each_row(*found, [&](const sql::Statement& row) {
      by_id[row.integer(0)]->findings.push_back(read_finding(row));
    });
  });
}

namespace {

/// An edit that only spells a cell anew leaves its value; it is an edit all the same.
void note_respelled(StoredIndicator& row) {
  for (const auto& overlay : row.overlays) {
    if (overlay.undone || overlay.conflict) {
      continue;
    }
    for (const auto& change : overlay.changes) {
      row.edited.push_back(change.field);
    }
  }
  std::ranges::sort(row.edited);
  row.edited.erase(std::unique(row.edited.begin(), row.edited.end()), row.edited.end());
}

Result<std::vector<LoadedIndicator>> read_rows(sql::Connection& connection, const Query& query) {
  JH_TRY(const auto found, query.run(connection));
  std::vector<LoadedIndicator> rows;
  JH_TRY_DO(for_each_row(*found,
                         [&](const sql::Statement& row) { rows.push_back(read_indicator(row)); }));
  return rows;
}

}  // namespace

Result<void> load_overlays(sql::Connection& connection, std::string_view region,
                           std::vector<StoredIndicator>& rows) {
  JH_TRY_DO(in_stretches(rows, [&](RowsById& by_id, const auto& ids) -> Result<void> {
    Query query(kOverlayColumns);
    query.add(" WHERE o.region_code = ?", region).add_in(" AND o.indicator_id IN", ids);
    query.add(" ORDER BY o.laid_at, o.overlay_id, c.field");
    JH_TRY(const auto found, query.run(connection));
    return for_each_row(*found, [&](const sql::Statement& row) {
      add_overlay_cell(by_id[row.integer(0)]->overlays, row);
    });
  }));
  std::ranges::for_each(rows, note_respelled);
  return {};
}

Result<std::vector<LoadedIndicator>> rows_of_agency(sql::Connection& connection,
                                                    std::string_view region, std::int64_t agency,
                                                    std::int64_t year) {
  Query query(kSelectIndicators);
  query.add(" WHERE i.region_code = ?", region).add(" AND i.agency_id = ?", agency);
  query.add(" AND i.year = ?", year);
  query.add(" AND i.is_current = 1 ORDER BY i.filing_id, i.position");
  return read_rows(connection, query);
}

Result<std::vector<LoadedIndicator>> rows_of_project(sql::Connection& connection,
                                                     std::string_view region,
                                                     std::int64_t project) {
  Query query(kSelectIndicators);
  query.add(" WHERE i.region_code = ?", region).add(" AND i.project_id = ?", project);
  query.add(" AND i.is_current = 1 ORDER BY i.filing_id, i.position");
  return read_rows(connection, query);
}

Result<std::vector<LoadedIndicator>> rows_of_projects(sql::Connection& connection,
                                                      std::string_view region,
                                                      const std::vector<std::int64_t>& projects) {
  if (projects.empty()) {
    return std::vector<LoadedIndicator>{};
  }
  Query query(kSelectIndicators);
  query.add(" WHERE i.region_code = ?", region).add_in(" AND i.project_id IN", projects);
  query.add(" AND i.is_current = 1 ORDER BY i.project_id, i.filing_id, i.position");
  return read_rows(connection, query);
}

Result<LoadedIndicator> load_at(sql::Connection& connection, std::string_view region,
                                std::int64_t id, std::int64_t revision) {
  Query query(kSelectIndicators);
  query.add(" WHERE i.region_code = ?", region).add(" AND i.indicator_id = ?", id);
  query.add(" AND i.is_current = 1");
  JH_TRY(const auto found, query.run(connection));
  JH_TRY(const bool exists, found->next());
  if (!exists) {
    return fail(ErrorCode::not_found, {"store.no_indicator"});
  }
  auto loaded = read_indicator(*found);
  if (loaded.stored.revision != revision) {
    return fail(ErrorCode::conflict, {"store.changed_meanwhile"});
  }
  return loaded;
}

Result<std::vector<StoredIndicator>> Store::rows_named(std::string_view region, int year,
                                                       const std::vector<std::string>& names,
                                                       std::int64_t limit) {
  JH_TRY(const auto lease, pool_->lease());
  Query query(kSelectIndicators);
  query.add(" WHERE i.region_code = ?", region).add(" AND i.year = ?", std::int64_t{year});
  query.add_in(" AND i.name IN", names);
  query.add(" AND i.is_current = 1 ORDER BY i.filing_id, i.position LIMIT ?", limit);
  JH_TRY(auto rows, read_rows(*lease, query));
  std::vector<StoredIndicator> stored;
  stored.reserve(rows.size());
  for (auto& row : rows) {
    stored.push_back(std::move(row.stored));
  }
  return stored;
}

}  // namespace jiheng::store
