#pragma once

#include <vector>

#include "packs/scoring_profile.h"
#include "packs/toml_file.h"

namespace jiheng::packs {

/// Reads the files of packs/scoring: each profile upon the one it inherits from, key by key, lists
/// whole. Every profile is checked.
///
/// Shape   in the order of `files`.
/// Errors  at "path:line": not_found `packs.no_parent`; invalid_input `packs.circle`,
///         `packs.id_twice`, `packs.no_id`, `packs.unknown_word`, those of the TOML reader and of
///         `check_profile`.
[[nodiscard]] std::vector<ScoringProfile> read_scoring_profiles(const std::vector<TomlFile>& files,
                                                                PackProblems& problems);

}  // namespace jiheng::packs
