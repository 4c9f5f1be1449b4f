#pragma once

#include <string>
#include <string_view>

#include "domain/frame.h"

namespace jiheng::intake {

/// A level cell without the points some forms write into it: 产出指标 of "产出指标(50分)".
///
/// Shape   the cell as it stands where what is left is no level word of any frame, or nothing
///         stands behind one.
[[nodiscard]] std::string level1_of(std::string_view folded, const Frames& frames);
[[nodiscard]] std::string level2_of(std::string_view folded, const Frames& frames);

}  // namespace jiheng::intake
