#include "store/shown_row.h"

#include <array>

#include "store/identity.h"
#include "store/row_text.h"

namespace jiheng::store {

namespace {

constexpr std::array<std::string_view, 29> kColumns{
    "region_code", "indicator_id", "project_id", "form",     "identity",   "agency_id",
    "year",        "filing_id",    "version_id", "position", "is_current", "revision",
    "agency",      "project",      "level1",     "level2",   "name",       "comparator",
    "target",      "target_order", "measure",    "kind",     "measurable", "typed",
    "measured",    "search",       "errors",     "warnings", "hints"};

constexpr std::string_view kUpdateCells =
    "UPDATE indicator SET level1 = ?, level2 = ?, name = ?, comparator = ?, target = ?, "
    "target_order = ?, measure = ?, kind = ?, measurable = ?, typed = ?, measured = ?, search = ?, "
    "revision = revision + 1 WHERE region_code = ? AND indicator_id = ?";

}  // namespace

const std::string_view kUpdateIndicator =
    "UPDATE indicator SET filing_id = ?, version_id = ?, position = ?, is_current = 1, "
    "revision = ?, agency = ?, project = ?, level1 = ?, level2 = ?, name = ?, comparator = ?, "
    "target = ?, target_order = ?, measure = ?, kind = ?, measurable = ?, typed = ?, measured = ?, "
    "search = ?, errors = ?, warnings = ?, hints = ? WHERE region_code = ? AND indicator_id = ?";

ShownRow::ShownRow(const Indicator& shown)
    : comparator(value_of(shown, Field::comparator)),
      order(target_order(shown)),
      kind(word(jiheng::kind(shown.typed))),
      measurable(is_measurable(shown)),
      typed(encode(shown.typed)),
      measured(encode(shown.measured)),
      search(search_text(shown)) {}

sql::Columns indicator_columns() {
  return kColumns;
}

Result<void> add_indicator(sql::Bulk& bulk, const RowPlace& place, const Indicator& shown,
                           const Counts& findings) {
  const ShownRow row(shown);
  return bulk.row({place.region,
                   place.indicator_id,
                   place.project_id,
                   place.form,
                   place.identity,
                   place.agency_id,
                   place.year,
                   place.filing_id,
                   place.version_id,
                   place.position,
                   std::int64_t{1},
                   place.revision,
                   place.agency,
                   shown.project,
                   shown.level1,
                   shown.level2,
                   shown.name,
                   row.comparator,
                   shown.target,
                   row.order,
                   shown.measure,
                   row.kind,
                   std::int64_t{row.measurable ? 1 : 0},
                   row.typed,
                   row.measured,
                   row.search,
                   findings.error,
                   findings.warning,
                   findings.hint});
}

Result<void> update_indicator(sql::Statement& update, const RowPlace& place, const Indicator& shown,
                              const Counts& findings) {
  const ShownRow row(shown);
  return update.run({place.filing_id, place.version_id,  place.position,
                     place.revision,  place.agency,      shown.project,
                     shown.level1,    shown.level2,      shown.name,
                     row.comparator,  shown.target,      row.order,
                     shown.measure,   row.kind,          std::int64_t{row.measurable ? 1 : 0},
                     row.typed,       row.measured,      row.search,
                     findings.error,  findings.warning,  findings.hint,
                     place.region,    place.indicator_id});
}

Result<void> update_cells(sql::Connection& connection, std::string_view region,
                          std::int64_t indicator_id, const Indicator& shown) {
  const ShownRow row(shown);
  return connection
      .execute(kUpdateCells,
               {shown.level1, shown.level2, shown.name, row.comparator, shown.target, row.order,
                shown.measure, row.kind, std::int64_t{row.measurable ? 1 : 0}, row.typed,
                row.measured, row.search, region, indicator_id})
      .map([](std::int64_t) {});
}

}  // namespace jiheng::store
