#pragma once

#include "packs/library.h"

namespace jiheng::app {

/// Adds to the problems what reading packs alone cannot see: rule packs name only rules that exist
/// and, of a rule, only numbers and word lists that the national pack knows; frames, measures,
/// profiles and the indicators of the library use words that exist.
/// Errors  invalid_input `packs.unknown_rule` (args: the id) or `packs.unknown_rule_near` (also the
///         nearest one), `packs.unknown_parameter` (args: rule, key), `packs.wrong_type`, at
///         "file:line", `packs.limits_crossed` (args: both limits with their values); those of
///         `make_vocabulary` and of what is made with it.
void check_packs(packs::CheckedFolder& folder);

}  // namespace jiheng::app
