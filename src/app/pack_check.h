#pragma once

#include "base/result.h"
#include "packs/library.h"

namespace jiheng::app {

/// What reading packs alone cannot see: rule packs name only rules that exist and, of a rule, only
/// numbers and word lists that the national pack knows; frames and measures make a vocabulary.
/// Errors  invalid_input `packs.unknown_rule` (args: the id, the nearest one or ""),
///         `packs.unknown_parameter` (args: rule, key), at "file:line"; those of `make_vocabulary`.
[[nodiscard]] Result<void> check_packs(const packs::Library& library);

}  // namespace jiheng::app
