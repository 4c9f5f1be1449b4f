#pragma once

#include <vector>

#include "document/scan/page_ink.h"
#include "document/scan/page_reading.h"
#include "document/scan/page_rules.h"
#include "document/scan/picture.h"

namespace jiheng::document {

/// The part of a printed line that stands on one side of a page end which cuts through it.
///
/// Units   pixels of the straight page.
struct CutLine {
  PixelBox box{};  // around its ink
  /// The inside of its cell, by which both parts are laid on each other.
  int cell_left{};
  int cell_right{};
  /// How far right of the table's left side that begins.
  int column{};
};

/// The lines of a page that may be parts: at the foot those that end where the page's ruling lines
/// end, at the top those that touch the rule above them, the highest first. At most one a cell.
struct CutLines {
  PageInk ink{};
  RuledInk ruled{};
  int line_height{};  // the usual one of the page
  std::vector<CutLine> foot{};
  std::vector<CutLine> top{};
};

/// `lines` are all of the page, `line_height` the usual height of them.
[[nodiscard]] CutLines cut_lines(PageInk ink, RuledInk ruled, const std::vector<PixelBox>& lines,
                                 int line_height);

/// A line of two parts.
///
/// Units   pixels; `left` and `right` from where the inside of the cell begins.
struct JoinedLine {
  const CutLine* foot{};
  const CutLine* top{};
  LinePicture picture{};
  int left{};
  int right{};
  int height{};
};

/// Puts the parts at the foot of a page on those at the top of the next one: two that stand in one
/// column and together are no higher than a line, each once. The result refers to both.
[[nodiscard]] std::vector<JoinedLine> join_cut_lines(const CutLines& before, const CutLines& after);

}  // namespace jiheng::document
