#pragma once

#include "base/result.h"
#include "packs/library.h"

namespace jiheng::packs {

/// Of the packs inside the program what reading documents takes: measures, frames and texts,
/// without rule packs, scoring profiles and monitoring packs.
/// Errors  those of `load_builtin`.
[[nodiscard]] Result<Library> load_builtin_for_reading();

}  // namespace jiheng::packs
