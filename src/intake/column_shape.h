#pragma once

#include <optional>
#include <span>

#include "domain/vocabulary.h"
#include "intake/columns.h"
#include "intake/head_stack.h"
#include "intake/row_account.h"
#include "intake/seen_row.h"

namespace jiheng::intake {

/// The columns of a table without head, told by what a row holds: levels side by side, then the
/// name, a sign, the value.
[[nodiscard]] std::optional<Columns> columns_by_shape(const SeenRow& row,
                                                      const Vocabulary& vocabulary);

/// Fills columns the head named in unknown words by what the rows below hold: level words, signs,
/// measures, values; a name stands right of its level. Only where at least two rows and three of
/// four agree, and each guess is said in a notice.
void guess_columns(TableHead& head, std::span<const document::Row> below,
                   const Vocabulary& vocabulary, RowAccount& account);

}  // namespace jiheng::intake
