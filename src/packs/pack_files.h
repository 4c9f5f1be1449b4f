#pragma once

#include <vector>

#include "packs/library.h"
#include "packs/toml_file.h"

namespace jiheng::packs {

/// Each reads one file of its folder into the library; all note Errors at "path:line".
void read_measures(const TomlFile& file, Library& library);
void read_frame(const TomlFile& file, Library& library);

/// Lays every pack over the one it inherits from, field by field: what a pack does not say, its
/// parent says.
///
/// Shape   in the order of `files`.
/// Errors  those of `InheritedPacks`; invalid_input `packs.unknown_severity`, `packs.wrong_type`.
[[nodiscard]] std::vector<RulePack> read_rule_packs(const std::vector<TomlFile>& files,
                                                    PackProblems& problems);

}  // namespace jiheng::packs
