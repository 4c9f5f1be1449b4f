#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sql/connection.h"
#include "store/filing.h"

namespace jiheng::store {

/// One cell of a living (not undone) overlay.
struct EditedCell {
  std::int64_t overlay_id{};
  Field field{};
  std::string laid;
  std::string filed;  // what was filed under it when it was laid
  bool conflict{};
};

/// Cells by indicator, in the order they were laid.
using EditedCells = std::unordered_map<std::int64_t, std::vector<EditedCell>>;

/// Reads the cells of living overlays; `condition` narrows `overlay o`, with one id as parameter.
[[nodiscard]] Result<EditedCells> load_edited_cells(sql::Connection& connection,
                                                    std::string_view region,
                                                    std::string_view condition, std::int64_t id);

/// Edits the row itself: " AND o.indicator_id = ?".
extern const std::string_view kOfIndicator;
/// Edits of the rows of a project.
extern const std::string_view kOfProject;
/// Edits of all rows of an agency, in all years.
extern const std::string_view kOfAgency;

/// True when the edit shows over this filed value: it is the one it was laid over, or has become
/// what the edit says.
[[nodiscard]] bool lives(const EditedCell& cell, std::string_view filed);

/// Puts living edits in place of the texts as filed: rules that read how a cell was spelled read
/// the edit's spelling then, even where folding made both alike ("(%)" and "%").
void respell(Indicator& shown, const Indicator& filed, const std::vector<EditedCell>& cells);

/// True when laying `change` would change what the row shows or how the cell is spelled.
[[nodiscard]] bool changes_something(const Change& change, const Indicator& shown,
                                     const std::vector<EditedCell>& cells);

/// The row as it stands: `filed` with every living edit in turn, typed anew where cells differ.
[[nodiscard]] Indicator lay_over(const Indicator& filed, const std::vector<EditedCell>& cells,
                                 const Retype& retype);

}  // namespace jiheng::store
