#include "scoring/completion.h"
#include "scoring/methods.h"

namespace jiheng::scoring {

Outcome<Decimal> score_stepped(const Case& given, const Comparison& comparison, Steps& steps) {
  const auto completion = completion_of(comparison, given.profile, steps);
  if (!completion) {
    return tl::unexpected(completion.error());
  }
  return score_by_band(given.profile.stepped.bands, completion->fraction, given.points,
                       given.profile.places, steps);
}

}  // namespace jiheng::scoring
