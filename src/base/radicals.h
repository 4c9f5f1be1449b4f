#pragma once

namespace jiheng {

/// The ideograph a CJK or Kangxi radical (U+2E80–2EFF, U+2F00–2FDF) stands for; any other
/// character is itself.
/// Source  Unicode EquivalentUnifiedIdeograph.
[[nodiscard]] char32_t ideograph_of_radical(char32_t point);

}  // namespace jiheng
