#pragma once

#include <optional>
#include <vector>

#include "document/scan/picture.h"

namespace jiheng::document {

/// A comparator told by its shape.
struct ComparatorShape {
  char32_t point{};  // ≥ ≤ = > <
  float likeness{};  // 0 … 1
};

/// Tells ≥ ≤ = > < in a picture that shows one sign and nothing else. Networks taught on running
/// text leave these signs out or read them as letters, and no target can be understood without.
///
/// Shape   `ink` is trimmed to the sign; the form with a slanted bar (⩾) counts as ≥. Where another
///         sign is nearly as like (> and ≥ of a coarse scan), the likeness is halved.
/// Source  shapes drawn by strokes here, compared by correlation: no font is needed.
[[nodiscard]] std::optional<ComparatorShape> comparator_in(const GrayPicture& ink);

/// The same for the shades of a sign that stands alone in its cell, where both bars of = may be a
/// few pixels; among other characters as few pixels are much else.
[[nodiscard]] std::optional<ComparatorShape> lone_comparator_in(const GrayPicture& shades);

}  // namespace jiheng::document
