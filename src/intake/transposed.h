#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "document/document.h"
#include "intake/head_stack.h"
#include "intake/seen_row.h"

namespace jiheng::intake {

/// A table whose indicators stand side by side, turned so that each stands in a row.
///
/// Shape   `height` is how many of the document's rows it takes; `rows` are the indicators from
///         left to right, each with the place of its own target; a cell that was merged over its
///         right neighbours is merged over the rows below it.
struct TurnedTable {
  std::size_t height{};
  TableHead head{};
  std::vector<document::Row> rows{};
};

/// Turns the table that begins with the first of the rows. Each of its rows begins with a head word
/// (三级指标 | 培训场次 | 合格率), and a name and a target are among them. Nothing when the rows
/// are no such table. A head word that comes again begins another table.
[[nodiscard]] std::optional<TurnedTable> turn(std::span<const document::Row> rows);

/// True when the row's first word is a head word of an indicator, or of what may differ from one
/// indicator to the next: cheap, for every row.
[[nodiscard]] bool may_begin_transposed(const SeenRow& row);

}  // namespace jiheng::intake
