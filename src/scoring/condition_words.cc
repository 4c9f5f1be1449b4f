#include "scoring/condition_words.h"

#include <array>

namespace jiheng::scoring {

std::optional<TargetKind> target_kind_from_word(std::string_view said) {
  constexpr std::array kKinds{TargetKind::text, TargetKind::number,   TargetKind::range,
                              TargetKind::date, TargetKind::duration, TargetKind::frequency,
                              TargetKind::grade};
  const auto* found =
      std::ranges::find_if(kKinds, [&](TargetKind known) { return word(known) == said; });
  return found == kKinds.end() ? std::nullopt : std::optional(*found);
}

}  // namespace jiheng::scoring
