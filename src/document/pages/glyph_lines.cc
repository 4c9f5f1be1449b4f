#include "document/pages/glyph_lines.h"

#include <algorithm>

#include "base/utf8.h"

namespace jiheng::document {
namespace {

/// From here on (CJK radicals, kana, ideographs, full-width forms) nobody sets blanks.
constexpr char32_t kFirstWithoutBlanks = 0x2E80;

bool is_second_print(const Glyph& before, const Glyph& glyph) {
  const auto offset = std::max(glyph.left - before.left, before.left - glyph.left);
  return before.point == glyph.point && offset * 4 < std::max(glyph.right - glyph.left, kPoint);
}

/// 0.18 of the height: narrower than any blank of a text font, wider than any kerning.
bool has_blank_between(const Glyph& before, const Glyph& glyph) {
  const auto gap = glyph.left - before.right;
  return gap * 50 > glyph.height() * 9 &&
         (before.point < kFirstWithoutBlanks || glyph.point < kFirstWithoutBlanks);
}

/// Programs nearly always print in reading order: sorting is for the rest.
template <typename Place>
void sort_by(std::span<const Glyph*> glyphs, Place place) {
  if (!std::ranges::is_sorted(glyphs, {}, place)) {
    std::ranges::stable_sort(glyphs, {}, place);
  }
}

void append(std::string& text, const GlyphLine& line) {
  const Glyph* before = nullptr;
  for (const auto* glyph : line.glyphs) {
    if (before != nullptr && has_blank_between(*before, *glyph)) {
      text += ' ';
    }
    append_utf8(text, glyph->point);
    before = glyph;
  }
}

/// Sorts a line by place; of a glyph printed twice the first stays.
GlyphLine line_of(std::span<const Glyph*> glyphs) {
  sort_by(glyphs, &Glyph::left);
  GlyphLine line;
  line.glyphs.reserve(glyphs.size());
  for (const auto* glyph : glyphs) {
    if (line.glyphs.empty() || !is_second_print(*line.glyphs.back(), *glyph)) {
      line.glyphs.push_back(glyph);
    }
  }
  return line;
}

}  // namespace

std::vector<GlyphLine> lines_of_glyphs(std::vector<const Glyph*> glyphs) {
  sort_by(glyphs, &Glyph::middle_y2);
  std::vector<GlyphLine> lines;
  for (std::size_t first = 0; first < glyphs.size();) {
    const auto middle = glyphs[first]->middle_y2();
    const auto height = glyphs[first]->height();
    std::size_t end = first;
    while (end < glyphs.size() && glyphs[end]->middle_y2() - middle < height) {
      ++end;
    }
    end = std::max(end, first + 1);
    lines.push_back(line_of(std::span(glyphs).subspan(first, end - first)));
    first = end;
  }
  return lines;
}

std::string text_of(const GlyphLine& line) {
  return text_of({&line, 1});
}

std::string text_of(std::span<const GlyphLine> lines) {
  constexpr std::size_t kIdeograph = 3;  // bytes
  std::size_t glyphs = 0;
  for (const auto& line : lines) {
    glyphs += line.glyphs.size();
  }
  std::string text;
  text.reserve(glyphs * kIdeograph);
  for (const auto& line : lines) {
    text += text.empty() ? "" : "\n";
    append(text, line);
  }
  return text;
}

Box box_of(std::span<const GlyphLine> lines, int page) {
  Box box{.page = page};
  bool first = true;
  for (const auto& line : lines) {
    for (const auto* glyph : line.glyphs) {
      box.left = first ? glyph->left : std::min(box.left, glyph->left);
      box.top = first ? glyph->top : std::min(box.top, glyph->top);
      box.right = first ? glyph->right : std::max(box.right, glyph->right);
      box.bottom = first ? glyph->bottom : std::max(box.bottom, glyph->bottom);
      box.sure = std::min<std::int32_t>(box.sure, glyph->sure);
      first = false;
    }
  }
  return box;
}

}  // namespace jiheng::document
