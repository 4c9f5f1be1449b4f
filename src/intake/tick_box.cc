#include "intake/tick_box.h"

#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "intake/bare_text.h"

namespace jiheng::intake {
namespace {

constexpr std::u32string_view kEmptyBoxes = U"□☐○◯";
constexpr std::u32string_view kTicks = U"☑☒■√✓✔●";

/// Options and boxes in the order they stand: boxes written side by side (□√) are one.
struct Piece {
  bool box{};
  bool ticked{};
  std::string text{};
};

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode_point(text, at);
    const bool tick = kTicks.find(point.point) != std::u32string_view::npos;
    const bool box = tick || kEmptyBoxes.find(point.point) != std::u32string_view::npos;
    const bool blank = is_blank(point.point);
    if (!blank && (pieces.empty() || pieces.back().box != box)) {
      pieces.push_back({.box = box});
    }
    if (!pieces.empty() && (!blank || !pieces.back().box)) {
      pieces.back().ticked = pieces.back().ticked || tick;
      pieces.back().text += text.substr(at, point.bytes);
    }
    at += point.bytes;
  }
  return pieces;
}

}  // namespace

std::string ticked_option(std::string_view folded) {
  const auto pieces = pieces_of(folded);
  // A box stands before its option or behind it, as the text begins.
  const bool before = !pieces.empty() && pieces.front().box;
  bool boxes = false;
  std::string ticked;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    boxes = boxes || pieces[i].box;
    const auto option = before ? i + 1 : i - 1;
    if (pieces[i].ticked && option < pieces.size()) {
      ticked += (ticked.empty() ? "" : "、") +
                std::string(trim(without_numbering(trim(pieces[option].text))));
    }
  }
  return boxes ? ticked : std::string(trim(folded));
}

std::string ticked_answer(std::string_view folded) {
  const auto pieces = pieces_of(folded);
  const bool alone = pieces.size() == 1 && pieces.front().ticked;
  return alone ? "√" : ticked_option(folded);
}

}  // namespace jiheng::intake
