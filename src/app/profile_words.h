#pragma once

#include <string>
#include <vector>

#include "packs/library.h"
#include "packs/scoring_profile.h"

namespace jiheng::app {

/// What one part of a scoring profile says, in sentences.
///
/// Shape   `id` is the table of the pack file (proportion, execution, grades …), "head" for what
///         stands above them; `sentences` in one language, each of one rule with its numbers.
struct ProfileSection {
  std::string id;
  std::string title;
  std::vector<std::string> sentences{};
  std::string clause{};
  bool clause_verified{};
};

/// Everything a profile says, section by section; those it does not use are left out.
[[nodiscard]] std::vector<ProfileSection> profile_sections(const packs::ScoringProfile& profile,
                                                           const packs::Catalogue& catalogue,
                                                           packs::Language language);

}  // namespace jiheng::app
