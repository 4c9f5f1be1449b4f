#pragma once

#include "domain/vocabulary.h"

namespace jiheng::similarity {

/// The words of the packs inside the program.
inline const Vocabulary& vocabulary_for_test() {
  static const auto kVocabulary = make_vocabulary(packs::load_builtin().value()).value();
  return kVocabulary;
}

}  // namespace jiheng::similarity
