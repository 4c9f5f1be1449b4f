#pragma once

#include <optional>

#include "domain/vocabulary.h"
#include "intake/seen_row.h"
#include "intake/table.h"

namespace jiheng::intake {

/// A row's cells under the columns of a table.
///
/// Shape   a merged cell fills every row it covers; points, actual, score and reason count for its
///         first row only, because one score shared by rows is no score of each.
///         Nothing when the row is none of the table: no name and no target of its own, and no
///         kind it leaves blank.
[[nodiscard]] std::optional<TableRow> place_row(const SeenRow& row, const Table& table,
                                                const Vocabulary& vocabulary);

/// True when a row without head before it may continue a table of these columns: as wide, and with
/// level words or a sign where they belong.
[[nodiscard]] bool continues(const SeenRow& row, const Columns& columns,
                             const Vocabulary& vocabulary);

/// 合计, 总分: a row of sums.
[[nodiscard]] bool is_total(const SeenRow& row);

/// The sum of the scores that such a row states; "" where it states none, or of a part (小计).
[[nodiscard]] std::string total_score(const SeenRow& row, const Columns& columns);

}  // namespace jiheng::intake
