// What the methods that know bands share.
#include <algorithm>

#include "scoring/methods.h"

namespace jiheng::scoring {

Outcome<const packs::ShareBand*> band_of(const std::vector<packs::ShareBand>& bands,
                                         const Fraction& fraction) {
  for (const auto& band : bands) {
    const auto from = reaches(fraction, band.from);
    const auto beyond = band.to ? reaches(fraction, *band.to) : Outcome<bool>(false);
    if (!from || !beyond) {
      return tl::unexpected(Unscored::too_large);
    }
    if (*from && !*beyond) {
      return &band;
    }
  }
  return nullptr;
}

Outcome<Decimal> score_by_band(const std::vector<packs::ShareBand>& bands, const Fraction& fraction,
                               const Decimal& points, int places, Steps& steps) {
  const auto band = band_of(bands, fraction);
  const auto percent = percent_of(fraction);
  if (!band || !percent || *band == nullptr) {
    return tl::unexpected(Unscored::too_large);
  }
  auto score = share_of(points, {(*band)->share, kHundred}, places);
  if (score) {
    const auto end = (*band)->to ? (*band)->to->to_shortest_string() : std::string();
    steps.add(end.empty() ? StepKind::band : StepKind::band_between, *percent, (*band)->from, end);
    steps.add(StepKind::off_band, points, (*band)->share, *score);
  }
  return score;
}

Outcome<Decimal> rounded(const Decimal& score, const packs::ScoringProfile& profile) {
  return exact(score.rounded(profile.places));
}

}  // namespace jiheng::scoring
