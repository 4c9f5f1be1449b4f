#include "document/scan/page_rules.h"

#include <algorithm>

namespace jiheng::document {
namespace {

/// Longer than any stroke of a character of a table, in inches: 一 of a title is a third of one.
constexpr double kShortestRule = 0.36;
/// No rule is thicker, in inches.
constexpr double kThickestRule = 0.03;

int pixels(double inches, int dpi) {
  return std::max(1, static_cast<int>(inches * dpi));
}

enum class Direction { across, down };

/// The ink's straight runs of one direction. Small gaps that noise left are closed first.
PixPtr runs_of(const PageInk& page, Direction direction) {
  const int gap = pixels(0.012, page.dpi);
  const int shortest = pixels(kShortestRule, page.dpi);
  const bool across = direction == Direction::across;
  const PixPtr closed(
      pixCloseSafeBrick(nullptr, page.ink.get(), across ? gap : 1, across ? 1 : gap));
  return PixPtr(pixOpenBrick(nullptr, closed.get(), across ? shortest : 1, across ? 1 : shortest));
}

std::vector<Rule> rules_in(const PixPtr& runs, const PageInk& page, Direction direction) {
  const int thickest = pixels(kThickestRule, page.dpi);
  std::vector<Rule> rules;
  const BoxesPtr boxes(pixConnCompBB(runs.get(), 8));
  for (int i = 0; boxes && i < boxaGetCount(boxes.get()); ++i) {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    boxaGetBoxGeometry(boxes.get(), i, &x, &y, &width, &height);
    if (direction == Direction::across && height <= thickest) {
      rules.push_back({y + height / 2, x, x + width});
    } else if (direction == Direction::down && width <= thickest) {
      rules.push_back({x + width / 2, y, y + height});
    }
  }
  return rules;
}

}  // namespace

RuledInk rules_of(const PageInk& page) {
  RuledInk result;
  const auto across = runs_of(page, Direction::across);
  const auto down = runs_of(page, Direction::down);
  result.horizontal = rules_in(across, page, Direction::across);
  result.vertical = rules_in(down, page, Direction::down);
  result.rules.reset(pixOr(nullptr, across.get(), down.get()));
  // A rule's frayed edges belong to it.
  const int fray = 2 * pixels(0.006, page.dpi) + 1;
  result.rules.reset(pixDilateBrick(nullptr, result.rules.get(), fray, fray));
  result.print.reset(pixSubtract(nullptr, page.ink.get(), result.rules.get()));
  return result;
}

}  // namespace jiheng::document
