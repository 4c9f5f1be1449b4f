#pragma once

#include "packs/library.h"
#include "packs/toml_file.h"

namespace jiheng::packs {

/// Each reads one file of its folder into the library; all give Errors at "path:line".
[[nodiscard]] Result<void> read_measures(const TomlFile& file, Library& library);
[[nodiscard]] Result<void> read_frame(const TomlFile& file, Library& library);
/// The pack as written, before inheritance.
[[nodiscard]] Result<void> read_rule_pack(const TomlFile& file, Library& library);

/// Lays every pack over the one it inherits from, field by field: what a pack does not say, its
/// parent says.
/// Errors  not_found `packs.no_parent`; invalid_input `packs.circle`.
[[nodiscard]] Result<void> resolve_inheritance(std::vector<RulePack>& packs);

}  // namespace jiheng::packs
