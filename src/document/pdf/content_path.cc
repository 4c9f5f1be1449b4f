#include "document/pdf/content_path.h"

namespace jiheng::document {
namespace {

bool same(fz_point a, fz_point b) {
  return a.x == b.x && a.y == b.y;
}

}  // namespace

void ContentPath::move_to(fz_point point) {
  pieces_.push_back({.kind = Kind::move, .end = point});
  current_ = point;
  start_ = point;
}

void ContentPath::line_to(fz_point point) {
  if (empty() || (same(point, current_) && pieces_.back().kind != Kind::move)) {
    return;
  }
  pieces_.push_back({.kind = Kind::line, .end = point});
  current_ = point;
}

void ContentPath::curve_to(fz_point first, fz_point second, fz_point end) {
  const bool begins_straight = same(first, current_) && (same(second, end) || same(first, second));
  const bool ends_straight = same(second, end) && same(first, second);
  if (empty() || begins_straight || ends_straight) {
    line_to(end);
    return;
  }
  pieces_.push_back({Kind::curve, end, first, second});
  current_ = end;
}

void ContentPath::rectangle(fz_point corner, float width, float height) {
  const fz_point far{corner.x + width, corner.y + height};
  move_to(corner);
  for (const auto point : {fz_point{far.x, corner.y}, far, fz_point{corner.x, far.y}}) {
    pieces_.push_back({.kind = Kind::line, .end = point});
  }
  close();
}

void ContentPath::close() {
  if (empty() || pieces_.back().kind == Kind::close) {
    return;
  }
  pieces_.push_back({.kind = Kind::close, .end = start_});
  current_ = start_;
}

void ContentPath::clear() {
  pieces_.clear();
  current_ = {};
  start_ = {};
}

void ContentPath::paint(PageMarks& marks, const fz_matrix& page, bool filled) const {
  PathWalk walk(marks, page, filled);
  for (const auto& piece : pieces_) {
    switch (piece.kind) {
      case Kind::move:
        walk.move_to(piece.end.x, piece.end.y);
        break;
      case Kind::line:
        walk.line_to(piece.end.x, piece.end.y);
        break;
      case Kind::curve:
        walk.curve_to(piece.end.x, piece.end.y);
        break;
      case Kind::close:
        walk.close();
        break;
    }
  }
  walk.end();
}

fz_rect ContentPath::bounds(const fz_matrix& page) const {
  std::optional<fz_rect> bounds;
  const auto include = [&](fz_point point) {
    const auto on_page = fz_transform_point(point, page);
    bounds = bounds ? fz_include_point_in_rect(*bounds, on_page)
                    : fz_rect{on_page.x, on_page.y, on_page.x, on_page.y};
  };
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const auto& piece = pieces_[i];
    // A move that nothing follows draws nothing.
    if (piece.kind == Kind::move && i + 1 == pieces_.size() && i > 0) {
      break;
    }
    include(piece.end);
    if (piece.kind == Kind::curve) {
      include(piece.first);
      include(piece.second);
    }
  }
  return bounds.value_or(fz_empty_rect);
}

}  // namespace jiheng::document
