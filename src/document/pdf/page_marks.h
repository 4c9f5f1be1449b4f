#pragma once

#include <mupdf/fitz.h>

#include <array>
#include <cstddef>
#include <vector>

#include "document/pages/page.h"
#include "document/pdf/scanned.h"

namespace jiheng::document {

// What the content of a page leaves on it, whoever reads that content: MuPDF (page_device.cc) or
// this program (content_run.cc).

/// Shape   `turned` counts glyphs by the direction of their text: right, down, left, up; `unknown`
///         those without a character; `overflow`: there was more than any page of text has, and it
///         was left out.
struct PageMarks {
  Page page{};
  PageMakeup makeup{};
  std::array<std::size_t, 4> turned{};
  std::size_t unknown{};
  bool overflow{};
};

[[nodiscard]] Length hundredths(float points);

/// How far a font's characters reach above and below their line, by its size: what the font says,
/// or usual values where it says nonsense.
struct Extent {
  float ascent;
  float descent;
};

[[nodiscard]] Extent extent_of(fz_context* context, fz_font* font);

/// Where a page prints at the moment. What a document draws outside its clip is not seen: programs
/// write the text of a merged cell on every page it covers and let the clip hide it.
struct Window {
  fz_rect clip;

  [[nodiscard]] bool shows(const fz_rect& box) const {
    const float x = (box.x0 + box.x1) / 2;
    const float y = (box.y0 + box.y1) / 2;
    return x >= clip.x0 - 1 && x <= clip.x1 + 1 && y >= clip.y0 - 1 && y <= clip.y1 + 1;
  }

  /// What is seen of a box that is shown: a line cut by the page end stands where its seen part is.
  [[nodiscard]] fz_rect seen(const fz_rect& box) const {
    if (box.x0 >= clip.x0 && box.x1 <= clip.x1 && box.y0 >= clip.y0 && box.y1 <= clip.y1) {
      return box;
    }
    const auto part = fz_intersect_rect(box, clip);
    return fz_is_empty_rect(part) != 0 ? box : part;
  }
};

/// One character as a text shows it.
///
/// Shape   `code` is what it reads, negative for nothing; `matrix` leads from its font's space to
///         the page.
/// Units   `advance` and the extent by the font's size.
struct ShownCharacter {
  int code{};
  float advance{};
  Extent extent{};
  bool down{};  // written from top to bottom
};

/// The advance of a further character of a ligature, which has no glyph of its own.
inline constexpr float kFurtherAdvance = 0.5F;

/// Puts a character on the page where the window shows it; blanks are nothing.
void add_character(PageMarks& marks, const ShownCharacter& character, const fz_matrix& matrix,
                   const Window& window);

/// Follows a painted path: straight strokes along an axis and thin filled rectangles are rules.
class PathWalk {
 public:
  PathWalk(PageMarks& marks, const fz_matrix& page, bool filled);

  void move_to(float x, float y);
  void line_to(float x, float y);
  /// A curve, of which only the end counts.
  void curve_to(float x, float y);
  void close();
  void end();

 private:
  void take_point(fz_point point);
  void take_stroke(fz_point from, fz_point to);

  PageMarks& marks_;
  fz_matrix page_;
  bool filled_;
  fz_point current_{};
  fz_point start_{};
  fz_rect bounds_{fz_infinite_rect};
  int points_{};
  bool curved_{};
};

}  // namespace jiheng::document
