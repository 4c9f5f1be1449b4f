#include "domain/monitoring.h"

#include <algorithm>
#include <array>

namespace jiheng {
namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, 4> kQuadrants{"on_track", "money_behind", "goals_behind",
                                                     "both_behind"};

}  // namespace

std::string_view word(Quadrant quadrant) {
  return kQuadrants.at(static_cast<std::size_t>(quadrant));
}

std::optional<Quadrant> quadrant_from_word(std::string_view word) {
  const auto* found = std::ranges::find(kQuadrants, word);
  return found == kQuadrants.end()
             ? std::nullopt
             : std::optional(static_cast<Quadrant>(found - kQuadrants.begin()));
}

}  // namespace jiheng
