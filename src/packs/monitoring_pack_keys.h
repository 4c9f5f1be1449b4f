#pragma once

#include "packs/monitoring_pack.h"
#include "packs/toml_file.h"

namespace jiheng::packs {

/// Lays what a file of packs/monitoring says over a pack, key by key, lists whole.
/// Errors  invalid_input at "path:line": `packs.unknown_key`, `packs.unknown_word`, those of the
///         TOML reader and of `make_curve`.
void read_monitoring_keys(const TomlFile& file, MonitoringPack& pack);

}  // namespace jiheng::packs
