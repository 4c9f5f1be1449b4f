#pragma once

#include "scoring/comparison.h"

namespace jiheng::scoring {

/// How much of the target was reached, 0 to 1: A ÷ T where more is better, T ÷ A or
/// 1 − (A − T) ÷ T where less is, and the nearer end of a range. A target of 0 or below knows no
/// part: it is met or not.
///
/// Shape   says its formula as a step only through `CompletionForm`.
enum class CompletionForm : std::uint8_t { whole, part, linear, none, late };

struct Completion {
  Fraction fraction;
  CompletionForm form{};
};

[[nodiscard]] Outcome<Completion> completion_of(const Comparison& comparison,
                                                const packs::ScoringProfile& profile, Steps& steps);

}  // namespace jiheng::scoring
