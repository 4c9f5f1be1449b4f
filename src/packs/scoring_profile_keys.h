#pragma once

#include "packs/scoring_profile.h"
#include "packs/toml_file.h"

namespace jiheng::packs {

/// Puts what a file says upon a profile; what it does not say stays.
/// Errors  invalid_input at "path:line", those of packs/toml_file.h and `packs.unknown_word`.
void read_profile_keys(const TomlFile& file, ScoringProfile& profile);

}  // namespace jiheng::packs
