#pragma once

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

/// Errors  invalid_input when a pack uses a kind or role that does not exist.
[[nodiscard]] Result<Vocabulary> make_vocabulary(const packs::Library& library);

}  // namespace jiheng
