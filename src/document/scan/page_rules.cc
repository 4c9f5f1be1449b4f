#include "document/scan/page_rules.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace jiheng::document {
namespace {

// In inches.
constexpr double kShortestPiece = 0.2;  // of a rule that noise has cut into pieces
constexpr double kWidestCut = 0.15;     // between two pieces
/// Longer than any stroke of a character of a table: 一 of a title is a third of an inch.
constexpr double kShortestRule = 0.36;
constexpr double kThickestRule = 0.03;
constexpr double kFray = 0.006;  // beside a rule

int pixels(double inches, int dpi) {
  return std::max(1, static_cast<int>(inches * dpi));
}

enum class Direction { across, down };

/// The ink's straight runs of one direction. Small gaps that noise left are closed first.
PixPtr runs_of(const PageInk& page, Direction direction) {
  constexpr double kGap = 0.012;
  const int gap = pixels(kGap, page.dpi);
  const int shortest = pixels(kShortestPiece, page.dpi);
  const bool across = direction == Direction::across;
  const PixPtr dark(pixOr(nullptr, page.ink.get(), page.sharp.get()));
  const PixPtr closed(pixCloseSafeBrick(nullptr, dark.get(), across ? gap : 1, across ? 1 : gap));
  return PixPtr(pixOpenBrick(nullptr, closed.get(), across ? shortest : 1, across ? 1 : shortest));
}

/// A run thin enough to be a rule or a piece of one.
struct Piece {
  Rule rule{};
  PixelBox box{};
};

/// Thin on average, and no further from its direction than what is left of a page's turn.
bool is_thin(const PixPtr& runs, const PixelBox& box, int dpi, Direction direction) {
  constexpr int kMostTurn = 160;  // a pixel aside in so many along
  const int thickest = pixels(kThickestRule, dpi);
  const int length = direction == Direction::across ? box.width() : box.height();
  const int breadth = direction == Direction::across ? box.height() : box.width();
  if (breadth <= thickest) {
    return true;
  }
  if (breadth > thickest + length / kMostTurn) {
    return false;
  }
  int dark = 0;
  for (int y = box.top; y < box.bottom; ++y) {
    for (int x = box.left; x < box.right; ++x) {
      dark += ink_at(runs, x, y) ? 1 : 0;
    }
  }
  return dark <= thickest * length;
}

/// Over how much of its length a run has ink close to one side, 0 … 1: at places that `beside`
/// gives for how far along it and how far away they are.
template <typename Beside>
double ink_along(const PageInk& page, int length, Beside beside) {
  constexpr double kBlur = 0.01;  // in inches, of the line itself
  constexpr double kClose = 0.02;
  const int width = pixGetWidth(page.ink.get());
  const int height = pixGetHeight(page.ink.get());
  int covered = 0;
  for (int along = 0; along < length; ++along) {
    bool is_covered = false;
    for (int away = pixels(kBlur, page.dpi); away <= pixels(kClose, page.dpi); ++away) {
      const auto [x, y] = beside(along, away);
      const bool on_page = x >= 0 && y >= 0 && x < width && y < height;
      is_covered = is_covered || (on_page && ink_at(page.ink, x, y));
    }
    covered += is_covered ? 1 : 0;
  }
  return static_cast<double>(covered) / length;
}

/// Strokes at one height run on from character to character. Print stands around them, or hangs on
/// them; nothing but what crosses it stands close to a ruling line on both sides.
bool is_print(const PageInk& page, const PixelBox& box, Direction direction) {
  constexpr double kLongestStrokes = 2 * kShortestRule;
  const int length = direction == Direction::across ? box.width() : box.height();
  if (length >= pixels(kLongestStrokes, page.dpi)) {
    return false;
  }
  using Place = std::pair<int, int>;
  const bool across = direction == Direction::across;
  const double before = ink_along(page, length, [&](int along, int away) {
    return across ? Place(box.left + along, box.top - away)
                  : Place(box.left - away, box.top + along);
  });
  const double after = ink_along(page, length, [&](int along, int away) {
    return across ? Place(box.left + along, box.bottom - 1 + away)
                  : Place(box.right - 1 + away, box.top + along);
  });
  return std::min(before, after) >= 0.2 || std::max(before, after) >= 0.6;
}

std::vector<Piece> pieces_in(const PageInk& page, const PixPtr& runs, Direction direction) {
  std::vector<Piece> pieces;
  for (const auto& box : components(runs)) {
    if (is_thin(runs, box, page.dpi, direction) && !is_print(page, box, direction)) {
      pieces.push_back(direction == Direction::across
                           ? Piece{{box.top + box.height() / 2, box.left, box.right}, box}
                           : Piece{{box.left + box.width() / 2, box.top, box.bottom}, box});
    }
  }
  return pieces;
}

/// Pieces in one line become one rule; what stays too short is a stroke of print. `mask` takes the
/// pixels of those that are rules.
std::vector<Rule> join(std::vector<Piece> pieces, int dpi, const PixPtr& runs, const PixPtr& mask) {
  const int beside = pixels(kThickestRule, dpi) / 2;
  const int cut = pixels(kWidestCut, dpi);
  std::ranges::sort(pieces, {}, [](const Piece& piece) {
    return std::tuple(piece.rule.from, piece.rule.at, piece.rule.to);
  });
  std::vector<std::vector<Piece>> lines;
  std::multimap<int, std::size_t> by_place;  // where a line's last piece stands
  for (const auto& piece : pieces) {
    auto near = by_place.lower_bound(piece.rule.at - beside);
    while (near != by_place.end() && near->first <= piece.rule.at + beside &&
           piece.rule.from - lines[near->second].back().rule.to > cut) {
      ++near;
    }
    if (near == by_place.end() || near->first > piece.rule.at + beside) {
      by_place.emplace(piece.rule.at, lines.size());
      lines.push_back({piece});
      continue;
    }
    const auto line = near->second;
    lines[line].push_back(piece);
    by_place.erase(near);
    by_place.emplace(piece.rule.at, line);
  }
  std::vector<Rule> rules;
  for (const auto& line : lines) {
    const auto& last =
        *std::ranges::max_element(line, {}, [](const Piece& piece) { return piece.rule.to; });
    if (last.rule.to - line.front().rule.from < pixels(kShortestRule, dpi)) {
      continue;
    }
    for (const auto& [rule, box] : line) {
      rules.push_back(rule);
      pixRasterop(mask.get(), box.left, box.top, box.width(), box.height(), PIX_SRC | PIX_DST,
                  runs.get(), box.left, box.top);
    }
    // Over the cuts the rule goes on.
    for (std::size_t i = 1; i < line.size(); ++i) {
      const auto& before = line[i - 1].rule;
      if (before.to < line[i].rule.from) {
        rules.push_back({before.at, before.to, line[i].rule.from});
      }
    }
  }
  return rules;
}

}  // namespace

RuledInk rules_of(const PageInk& page) {
  RuledInk result;
  const PixPtr mask(pixCreateTemplate(page.ink.get()));
  for (const auto direction : {Direction::across, Direction::down}) {
    const auto runs = runs_of(page, direction);
    auto& rules = direction == Direction::across ? result.horizontal : result.vertical;
    rules = join(pieces_in(page, runs, direction), page.dpi, runs, mask);
  }
  const int fray = 2 * pixels(kFray, page.dpi) + 1;
  result.rules.reset(pixDilateBrick(nullptr, mask.get(), fray, fray));
  result.print.reset(pixSubtract(nullptr, page.ink.get(), result.rules.get()));
  return result;
}

}  // namespace jiheng::document
