#pragma once

#include "domain/review_facts.h"
#include "domain/vocabulary.h"
#include "intake/intake.h"

namespace jiheng::app {

/// What one document says around its rows. `year` is the one it is filed for, else its title's.
[[nodiscard]] ReviewFacts facts_of(const intake::Intake& intake, const Vocabulary& vocabulary,
                                   std::optional<int> year = {});

}  // namespace jiheng::app
