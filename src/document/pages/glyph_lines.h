#pragma once

#include <span>
#include <string>
#include <vector>

#include "document/document.h"
#include "document/pages/page.h"

namespace jiheng::document {

/// A printed line: its glyphs from left to right, each once.
struct GlyphLine {
  std::vector<const Glyph*> glyphs{};
};

/// Glyphs as lines from top to bottom: one line where the middles lie within half a height. Bold
/// made by printing every glyph twice at a tiny offset gives each glyph once.
[[nodiscard]] std::vector<GlyphLine> lines_of_glyphs(std::vector<const Glyph*> glyphs);

/// A line's text. Blanks are only set where a gap stands beside a letter that is no ideograph:
/// Chinese has none.
[[nodiscard]] std::string text_of(const GlyphLine& line);

/// The text of a cell: its lines joined by "\n".
[[nodiscard]] std::string text_of(std::span<const GlyphLine> lines);

/// The rectangle that holds all glyphs of the lines.
[[nodiscard]] Box box_of(std::span<const GlyphLine> lines, int page);

}  // namespace jiheng::document
