#pragma once

#include <vector>

#include "document/number_format.h"

namespace jiheng::document {

/// Once the whole section is known: which signs are places before and behind the point, which
/// commas group and which scale. Commas are gone afterwards.
void settle_places(FormatSection& section);

/// Once the whole section is known: "m" right behind hours or before seconds means minutes; digits
/// behind seconds are their parts.
void settle_times(std::vector<FormatToken>& tokens);

}  // namespace jiheng::document
