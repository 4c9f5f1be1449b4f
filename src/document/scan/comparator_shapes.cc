#include "document/scan/comparator_shapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <utility>

namespace jiheng::document {
namespace {

/// Signs are compared in squares of so many points; a point is how dark it is, 0 … 1.
constexpr int kSide = 20;
using Square = std::array<float, static_cast<std::size_t>(kSide) * kSide>;

struct Point {
  float x;
  float y;
};

struct Stroke {
  Point from;
  Point to;
};

/// A sign as strokes within 0 … 1, and how wide it may be for its height.
struct Shape {
  char32_t point{};
  float narrowest{};
  float widest{};
  std::vector<Stroke> strokes{};
  float thickness{1};
};

struct Template {
  char32_t point;
  float narrowest;
  float widest;
  Square square;
};

float& at(Square& square, int x, int y) {
  return square[static_cast<std::size_t>(y) * kSide + static_cast<std::size_t>(x)];
}

/// How far a point is from a stroke.
float distance(const Point& point, const Stroke& stroke) {
  const float dx = stroke.to.x - stroke.from.x;
  const float dy = stroke.to.y - stroke.from.y;
  const float length = dx * dx + dy * dy;
  const float along =
      length > 0
          ? std::clamp(((point.x - stroke.from.x) * dx + (point.y - stroke.from.y) * dy) / length,
                       0.0F, 1.0F)
          : 0.0F;
  return std::hypot(point.x - stroke.from.x - along * dx, point.y - stroke.from.y - along * dy);
}

/// Mean 0 and length 1, so that a product of two squares is their correlation.
void even_out(Square& square) {
  float sum = 0;
  for (const float value : square) {
    sum += value;
  }
  const float mean = sum / static_cast<float>(square.size());
  float length = 0;
  for (float& value : square) {
    value -= mean;
    length += value * value;
  }
  length = std::sqrt(length);
  for (float& value : square) {
    value = length > 0 ? value / length : 0;
  }
}

/// Softens edges: a stroke half a point beside its place still counts.
void soften(Square& square) {
  const auto pass = [&](int dx, int dy) {
    const Square before = square;
    for (int y = 0; y < kSide; ++y) {
      for (int x = 0; x < kSide; ++x) {
        auto from = [&](int step) {
          const int px = std::clamp(x + step * dx, 0, kSide - 1);
          const int py = std::clamp(y + step * dy, 0, kSide - 1);
          return before[static_cast<std::size_t>(py) * kSide + static_cast<std::size_t>(px)];
        };
        at(square, x, y) = (from(-1) + 2 * from(0) + from(1)) / 4;
      }
    }
  };
  pass(1, 0);
  pass(0, 1);
}

Template draw(const Shape& shape, float thickness) {
  Template result{shape.point, shape.narrowest, shape.widest, {}};
  // The strokes' middles lie inside by half their thickness: the sign touches all four sides.
  const float inner = 1 - thickness;
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      const Point point{((static_cast<float>(x) + 0.5F) / kSide - thickness / 2) / inner,
                        ((static_cast<float>(y) + 0.5F) / kSide - thickness / 2) / inner};
      float nearest = 1;
      for (const auto& stroke : shape.strokes) {
        nearest = std::min(nearest, distance(point, stroke));
      }
      at(result.square, x, y) = nearest * inner <= thickness / 2 ? 1.0F : 0.0F;
    }
  }
  soften(result.square);
  even_out(result.square);
  return result;
}

Shape mirrored(Shape shape, char32_t point) {
  shape.point = point;
  for (auto& stroke : shape.strokes) {
    stroke.from.x = 1 - stroke.from.x;
    stroke.to.x = 1 - stroke.to.x;
  }
  return shape;
}

/// An arrow head that points right and ends at height `foot`.
std::vector<Stroke> arrow(float foot) {
  return {{{0, 0}, {1, foot / 2}}, {{1, foot / 2}, {0, foot}}};
}

std::vector<Shape> shapes() {
  constexpr float kNarrow = 0.5F;
  constexpr float kWide = 1.7F;
  std::vector<Shape> result;
  const auto add = [&](std::vector<Stroke> strokes, char32_t right, char32_t left) {
    result.push_back({right, kNarrow, kWide, std::move(strokes)});
    result.push_back(mirrored(result.back(), left));
  };
  add(arrow(1), U'>', U'<');
  for (const float foot : {0.6F, 0.7F, 0.8F}) {
    auto level = arrow(foot);
    level.push_back({{0, 1}, {1, 1}});
    add(level, U'≥', U'≤');
    // The slanted bar runs beside the lower arm.
    auto slanted = arrow(foot);
    slanted.push_back({{0, 1}, {1, 1 - foot / 2}});
    add(slanted, U'≥', U'≤');
    auto doubled = arrow(foot - 0.1F);
    doubled.push_back({{0, 0.8F}, {1, 0.8F}});
    doubled.push_back({{0, 1}, {1, 1}});
    add(doubled, U'≥', U'≤');
  }
  constexpr float kFlattest = 4.5F;
  // Two level bars fill a flat box: they are thick for its height.
  result.push_back({U'=', 1.1F, kFlattest, {{{0, 0}, {1, 0}}, {{0, 1}, {1, 1}}}, 2});
  return result;
}

const std::vector<Template>& templates() {
  static const std::vector<Template> all = [] {
    std::vector<Template> drawn;
    for (const auto& shape : shapes()) {
      for (const float thickness : {0.08F, 0.14F, 0.22F}) {
        drawn.push_back(draw(shape, thickness * shape.thickness));
      }
    }
    return drawn;
  }();
  return all;
}

/// The picture stretched to a square, each point the mean of what it covers.
Square square_of(const GrayPicture& ink) {
  Square square{};
  for (int y = 0; y < kSide; ++y) {
    const int top = y * ink.height / kSide;
    const int bottom = std::max(top + 1, (y + 1) * ink.height / kSide);
    for (int x = 0; x < kSide; ++x) {
      const int left = x * ink.width / kSide;
      const int right = std::max(left + 1, (x + 1) * ink.width / kSide);
      at(square, x, y) = static_cast<float>(darkness(ink, {left, top, right, bottom})) / 255;
    }
  }
  soften(square);
  even_out(square);
  return square;
}

/// How much of a row is ink, in percent.
int filled(const GrayPicture& ink, int y) {
  constexpr int kInk = 128;
  int dark = 0;
  for (int x = 0; x < ink.width; ++x) {
    dark += ink.at(x, y) < kInk ? 100 : 0;
  }
  return dark / ink.width;
}

constexpr int kBlank = 8;  // percent: 工 has more between its bars

/// From where to where some rows have ink.
std::pair<int, int> reach(const GrayPicture& ink, int top, int bottom) {
  constexpr int kInk = 128;
  std::pair<int, int> columns{ink.width, -1};
  for (int y = top; y < bottom; ++y) {
    for (int x = 0; x < ink.width; ++x) {
      if (ink.at(x, y) < kInk) {
        columns = {std::min(columns.first, x), std::max(columns.second, x)};
      }
    }
  }
  return columns;
}

/// Two stretches of rows with ink, of one length, with a blank row through the middle half: as of
/// =, and not of 二 or 三.
bool is_parted(const GrayPicture& ink) {
  constexpr int kSame = 12;  // part of the width
  int stretches = 0;
  int parting = -1;
  for (int y = 0; y < ink.height; ++y) {
    const bool blank = filled(ink, y) <= kBlank;
    stretches += !blank && (y == 0 || filled(ink, y - 1) <= kBlank) ? 1 : 0;
    const bool in_middle = y >= ink.height / 4 && y < ink.height * 3 / 4;
    parting = blank && in_middle && parting < 0 ? y : parting;
  }
  if (stretches != 2 || parting < 0) {
    return false;
  }
  const auto above = reach(ink, 0, parting);
  const auto below = reach(ink, parting + 1, ink.height);
  const int aside =
      std::max(std::abs(above.first - below.first), std::abs(above.second - below.second));
  return aside <= 1 || aside * kSame <= ink.width;
}

/// Two level bars of one length and nothing else: of a coarse scan they are a few pixels, and one
/// that strayed moves a template off its place.
bool is_two_bars(const GrayPicture& ink) {
  constexpr int kBar = 75;  // percent
  int bars = 0;
  int strays = 0;
  bool blank_between = false;
  bool in_bar = false;
  for (int y = 0; y < ink.height; ++y) {
    const int percent = filled(ink, y);
    const bool bar = percent >= kBar;
    bars += bar && !in_bar ? 1 : 0;
    blank_between = blank_between || (bars == 1 && percent <= kBlank);
    strays += !bar && percent > kBlank ? 1 : 0;
    in_bar = bar;
  }
  return bars == 2 && blank_between && strays <= 1 && ink.width > ink.height && is_parted(ink);
}

/// The same by its shades, where both bars together are not ten pixels high: two rows dark from end
/// to end, and nothing in a row between.
bool is_two_faint_bars(const GrayPicture& picture) {
  const auto row = [&](int y, int left, int right) {
    return darkness(picture, {left, y, right, y + 1});
  };
  std::vector<int> dark;
  dark.reserve(static_cast<std::size_t>(picture.height));
  for (int y = 0; y < picture.height; ++y) {
    dark.push_back(row(y, 0, picture.width));
  }
  const auto middle = dark.begin() + picture.height / 2;
  const auto upper = std::max_element(dark.begin(), middle);
  const auto lower = std::max_element(middle, dark.end());
  const auto between = std::min_element(upper, lower);
  const int darkest = std::max(*upper, *lower);
  int bars = 0;  // 三 has three
  for (std::size_t y = 0; y < dark.size(); ++y) {
    const bool is_dark = dark[y] * 2 >= darkest;
    bars += is_dark && (y == 0 || dark[y - 1] * 2 < darkest) ? 1 : 0;
  }
  const auto is_whole = [&](int y) {
    constexpr int kParts = 4;
    for (int part = 0; part < kParts; ++part) {
      const int left = picture.width * part / kParts;
      if (row(y, left, picture.width * (part + 1) / kParts) * 4 < darkest * 3) {
        return false;
      }
    }
    return true;
  };
  const auto is_blank = [&](int y) {
    for (int x = 0; x < picture.width; ++x) {
      if (row(y, x, x + 1) * 4 > darkest) {
        return false;
      }
    }
    return true;
  };
  return picture.width > picture.height && bars == 2 && *between * 6 <= darkest &&
         is_whole(static_cast<int>(upper - dark.begin())) &&
         is_whole(static_cast<int>(lower - dark.begin())) &&
         is_blank(static_cast<int>(between - dark.begin()));
}

/// The template that the picture is like.
std::optional<ComparatorShape> likest(const GrayPicture& ink) {
  const float ratio = static_cast<float>(ink.width) / static_cast<float>(ink.height);
  const auto square = square_of(ink);
  const bool parted = is_parted(ink);
  ComparatorShape best;
  ComparatorShape second;  // of another sign
  for (const auto& candidate : templates()) {
    if (ratio < candidate.narrowest || ratio > candidate.widest ||
        (candidate.point == U'=' && !parted)) {
      continue;
    }
    float likeness = 0;
    for (std::size_t i = 0; i < square.size(); ++i) {
      likeness += square[i] * candidate.square[i];
    }
    auto& rival = candidate.point == best.point ? best : second;
    if (likeness > best.likeness) {
      second = candidate.point == best.point ? second : best;
      best = {candidate.point, likeness};
    } else if (likeness > rival.likeness) {
      rival = {candidate.point, likeness};
    }
  }
  if (best.point == 0) {
    return std::nullopt;
  }
  constexpr float kClearLead = 0.08F;
  if (best.likeness - second.likeness < kClearLead) {
    best.likeness /= 2;
  }
  return best;
}

}  // namespace

std::optional<ComparatorShape> comparator_in(const GrayPicture& ink) {
  if (ink.width < 4 || ink.height < 4) {
    return std::nullopt;
  }
  if (is_two_bars(ink)) {
    return ComparatorShape{U'=', 1};
  }
  return likest(ink);
}

std::optional<ComparatorShape> lone_comparator_in(const GrayPicture& shades) {
  return is_two_faint_bars(shades) ? ComparatorShape{U'=', 1} : comparator_in(shades);
}

}  // namespace jiheng::document
