#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "intake/columns.h"
#include "intake/line_cells.h"
#include "intake/seen_row.h"

namespace jiheng::intake {

/// What a row of a table is: an indicator, a kind listed and left blank, or neither (a mid-term
/// target alone).
enum class RowUse : std::uint8_t { indicator, blank_kind, none };

/// A row that a table holds, before repeats are dropped and merged cells filled.
///
/// Shape   `place` is the indicator's: in a worksheet that of the target's cell. `mid_term` is what
///         the row says in a block of mid-term targets.
struct TableRow {
  RowName name;
  Place place;
  RowCells cells;
  bool after_mark{};
  bool joined{};   // broken over lines
  bool carried{};  // some cell is a merged one from above
  RowUse use{};
  std::string mid_term{};
};

/// A table while its rows come in.
///
/// Shape   `agency` and `project` are those named above the table (单位名称：…); `mapped` says that
///         a person said what some column holds; `rows` those not finished yet, `begun` whether
///         there was any.
struct Table {
  Columns columns{};
  Columns mid_term{};
  Place first{};
  Place last{};
  std::string title{};
  std::string agency{};
  std::string project{};
  std::deque<TableRow> rows{};
  bool begun{};
  std::string layout{};
  bool mapped{};
};

}  // namespace jiheng::intake
