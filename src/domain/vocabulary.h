#pragma once

#include <vector>

#include "base/result.h"
#include "domain/frame.h"
#include "domain/measure_dictionary.h"
#include "packs/library.h"

namespace jiheng {

/// What reading and judging need to know of the field's words: made once from the packs.
struct Vocabulary {
  Frames frames;
  MeasureDictionary measures;
};

/// Kinds of measures and roles of categories that do not exist, in the order of the packs.
/// Errors  invalid_input `packs.unknown_role`, `packs.unknown_kind` at "file:line".
[[nodiscard]] std::vector<Error> wrong_words(const packs::Library& library);

/// Errors  those of `wrong_words`: invalid_input when a pack uses a kind or role that does not
/// exist.
[[nodiscard]] Result<Vocabulary> make_vocabulary(const packs::Library& library);

}  // namespace jiheng
