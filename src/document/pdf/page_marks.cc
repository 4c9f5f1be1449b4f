#include "document/pdf/page_marks.h"

#include <algorithm>
#include <cmath>

namespace jiheng::document {
namespace {

/// A page with more than this is no page of text; what follows is left out, and counted as broken.
constexpr std::size_t kMostGlyphs = 1'000'000;
constexpr std::size_t kMostPageRules = 200'000;
/// A filled rectangle thinner than this, in points, is a rule.
constexpr float kThin = 2.5F;
/// A stroke that leaves its direction by less than this, in points, is straight.
constexpr float kStraight = 0.6F;

bool is_blank_code(int code) {
  constexpr int kNoBreak = 0xA0;
  constexpr int kIdeographic = 0x3000;
  return (code >= 0 && code <= ' ') || code == kNoBreak || code == kIdeographic;
}

std::size_t direction_of(const fz_matrix& matrix) {
  if (std::fabs(matrix.a) >= std::fabs(matrix.b)) {
    return matrix.a >= 0 ? 0 : 2;
  }
  return matrix.b >= 0 ? 1 : 3;
}

void add_glyph(PageMarks& marks, const fz_rect& box, int code, std::size_t direction) {
  if (marks.page.glyphs.size() >= kMostGlyphs) {
    marks.overflow = true;
    return;
  }
  constexpr int kUnknown = 0xFFFD;
  const bool unknown = code < 0 || code == kUnknown || code > 0x10FFFF;
  marks.unknown += unknown ? 1 : 0;
  ++marks.turned.at(direction);
  marks.page.glyphs.push_back({.left = hundredths(box.x0),
                               .top = hundredths(box.y0),
                               .right = hundredths(box.x1),
                               .bottom = hundredths(box.y1),
                               .point = static_cast<char32_t>(unknown ? kUnknown : code)});
}

fz_rect box_between(fz_point a, fz_point b) {
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

void add_rule(PageMarks& marks, std::vector<Rule>& rules, const Rule& rule) {
  if (marks.page.horizontal.size() + marks.page.vertical.size() >= kMostPageRules) {
    marks.overflow = true;
    return;
  }
  rules.push_back(rule);
}

void add_horizontal(PageMarks& marks, float y, float x0, float x1) {
  add_rule(marks, marks.page.horizontal,
           {hundredths(y), hundredths(std::min(x0, x1)), hundredths(std::max(x0, x1))});
}

void add_vertical(PageMarks& marks, float x, float y0, float y1) {
  add_rule(marks, marks.page.vertical,
           {hundredths(x), hundredths(std::min(y0, y1)), hundredths(std::max(y0, y1))});
}

}  // namespace

Length hundredths(float points) {
  // Nothing that matters stands beyond any page; up to here a hundred times a distance is a Length.
  constexpr float kFarthest = 1e5F;
  // Halves away from zero, as `lround` has them: this runs four times for each glyph.
  const double exact = std::clamp(points, -kFarthest, kFarthest) * 100.0F;
  return static_cast<Length>(exact < 0 ? exact - 0.5 : exact + 0.5);
}

Extent extent_of(fz_context* context, fz_font* font) {
  constexpr float kUsualAscent = 0.88F;
  constexpr float kUsualDescent = -0.15F;
  Extent extent{fz_font_ascender(context, font), fz_font_descender(context, font)};
  if (extent.ascent > 1.05F || extent.ascent <= 0) {
    extent.ascent = kUsualAscent;
  }
  if (extent.descent >= 0 || extent.descent < -0.5F) {
    extent.descent = kUsualDescent;
  }
  return extent;
}

void add_character(PageMarks& marks, const ShownCharacter& character, const fz_matrix& matrix,
                   const Window& window) {
  if (is_blank_code(character.code)) {
    return;
  }
  const auto first =
      character.down ? fz_make_point(-0.5F, 0) : fz_make_point(0, character.extent.ascent);
  const auto last = character.down ? fz_make_point(0.5F, -std::fabs(character.advance))
                                   : fz_make_point(character.advance, character.extent.descent);
  const auto box = box_between(fz_transform_point(first, matrix), fz_transform_point(last, matrix));
  if (window.shows(box)) {
    add_glyph(marks, window.seen(box), character.code, direction_of(matrix));
  }
}

PathWalk::PathWalk(PageMarks& marks, const fz_matrix& page, bool filled)
    : marks_(marks), page_(page), filled_(filled) {
  ++marks_.makeup.paths;
}

void PathWalk::end() {
  constexpr int kRectanglePoints = 5;
  if (filled_ && !curved_ && points_ >= 2 && points_ <= kRectanglePoints) {
    const auto& box = bounds_;
    const float width = box.x1 - box.x0;
    const float height = box.y1 - box.y0;
    if (height <= kThin && (width > height || width <= kThin)) {
      add_horizontal(marks_, (box.y0 + box.y1) / 2, box.x0, box.x1);
    }
    if (width <= kThin && (height > width || height <= kThin)) {
      add_vertical(marks_, (box.x0 + box.x1) / 2, box.y0, box.y1);
    }
  }
  points_ = 0;
  curved_ = false;
}

void PathWalk::take_point(fz_point point) {
  bounds_ = points_ == 0 ? fz_rect{point.x, point.y, point.x, point.y}
                         : fz_include_point_in_rect(bounds_, point);
  ++points_;
  current_ = point;
}

void PathWalk::take_stroke(fz_point from, fz_point to) {
  if (filled_) {
    return;
  }
  const float across = std::fabs(from.x - to.x);
  const float down = std::fabs(from.y - to.y);
  if (down < kStraight && across > 1) {
    add_horizontal(marks_, (from.y + to.y) / 2, from.x, to.x);
  } else if (across < kStraight && down > 1) {
    add_vertical(marks_, (from.x + to.x) / 2, from.y, to.y);
  }
}

void PathWalk::move_to(float x, float y) {
  end();
  take_point(fz_transform_point_xy(x, y, page_));
  start_ = current_;
}

void PathWalk::line_to(float x, float y) {
  const auto point = fz_transform_point_xy(x, y, page_);
  take_stroke(current_, point);
  take_point(point);
}

void PathWalk::curve_to(float x, float y) {
  take_point(fz_transform_point_xy(x, y, page_));
  curved_ = true;
}

void PathWalk::close() {
  take_stroke(current_, start_);
  current_ = start_;
}

}  // namespace jiheng::document
