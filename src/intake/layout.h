#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/correction.h"
#include "intake/columns.h"
#include "intake/head_stack.h"
#include "intake/intake.h"

namespace jiheng::intake {

/// What makes the layout of a table, as a word that is the same in every file, year and format.
///
/// Shape   32 hexadecimal digits, of: the form, and the head texts over each column from top to
///         bottom, column by column. Blanks, brackets and signs of the heads do not count, numbers
///         in them count as one number like another (2024年, 2025年), nor do columns at the right
///         that no head names. A table without head is told by what its columns were taken for.
/// Source  docs/formats/layout.md
[[nodiscard]] std::string layout_of(std::string_view form, const TableHead& head);
[[nodiscard]] std::string layout_of(std::string_view form, const Columns& columns);

/// Sets the columns a person has mapped; a role stands once, so it leaves the column it had.
void map_columns(Columns& columns, const std::vector<ColumnCorrection>& corrections);

/// The same for a head, whose words no longer count for those columns.
void map_head(TableHead& head, const std::vector<ColumnCorrection>& corrections);

/// What the report says of a layout: its columns with their head texts and roles. A head in
/// running text has no columns.
[[nodiscard]] LayoutNote note_of(const std::string& layout, const TableHead& head,
                                 const std::vector<ColumnCorrection>& corrections);

}  // namespace jiheng::intake
