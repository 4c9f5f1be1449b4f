#pragma once

#include <cstddef>
#include <span>

#include "document/document.h"
#include "intake/seen_row.h"

namespace jiheng::intake {

/// How many of the rows, from the first on, are a table whose indicators stand side by side: each
/// row begins with a head word (三级指标 | 培训场次 | 合格率), and a name and a target are among
/// them. 0 when they are no such table.
[[nodiscard]] std::size_t transposed_rows(std::span<const document::Row> rows);

/// True when the row's first word is a head word of an indicator: cheap, for every row.
[[nodiscard]] bool may_begin_transposed(const SeenRow& row);

}  // namespace jiheng::intake
