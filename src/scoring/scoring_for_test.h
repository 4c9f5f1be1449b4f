#pragma once

#include "domain/actual.h"
#include "domain/indicator.h"
#include "domain/vocabulary.h"
#include "packs/library.h"

namespace jiheng::scoring::test {

inline const packs::Library& library() {
  static const auto kLibrary = packs::load_builtin().value();
  return kLibrary;
}

inline const Vocabulary& vocabulary() {
  static const auto kVocabulary = make_vocabulary(library()).value();
  return kVocabulary;
}

inline Decimal number(std::string_view text) {
  return Decimal::parse(text).value();
}

/// 数量指标 with a number for its target.
inline Indicator row_of(Comparator comparator, const Decimal& target, std::string_view measure,
                        const Decimal& points) {
  Indicator row;
  row.level1 = "产出指标";
  row.level2 = "数量指标";
  row.name = "完成量";
  row.comparator = comparator;
  row.target = target.to_string();
  row.measure = std::string(measure);
  row.points = points.to_string();
  row.typed = NumberTarget{target};
  row.measured = vocabulary().measures.understand(measure);
  return row;
}

inline Actual actual_of(const Decimal& value, std::string_view measure = {}) {
  return {.text = value.to_string() + std::string(measure),
          .typed = NumberTarget{value},
          .measured = measure.empty() ? Measure{} : vocabulary().measures.understand(measure)};
}

}  // namespace jiheng::scoring::test
