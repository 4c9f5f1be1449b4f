#pragma once

#include <vector>

#include "document/scan/page_rules.h"
#include "document/scan/picture.h"

namespace jiheng::document {

/// Finds the lines of print, each within one cell: no line crosses a rule or a gap nearly as wide
/// as a character.
///
/// Shape   the smallest boxes around their ink, from top to bottom, then from left.
[[nodiscard]] std::vector<PixelBox> print_lines(const RuledInk& ink, int dpi);

}  // namespace jiheng::document
