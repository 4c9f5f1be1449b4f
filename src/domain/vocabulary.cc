#include "domain/vocabulary.h"

#include "base/text.h"

namespace jiheng {
namespace {

/// Of roles and kinds that exist: `wrong_words` was asked before.
std::vector<Frame> frames_of(const packs::Library& library) {
  std::vector<Frame> frames;
  frames.reserve(library.frames.size());
  for (const auto& data : library.frames) {
    Frame frame{.id = data.id,
                .title = data.title,
                .source = data.source,
                .verified = data.verified,
                .level1 = data.level1};
    frame.categories.reserve(data.categories.size());
    for (const auto& category : data.categories) {
      frame.categories.push_back({.level1 = category.level1,
                                  .level2 = category.level2,
                                  .role = category_role_from_word(category.role).value(),
                                  .aliases = category.aliases});
    }
    frames.push_back(std::move(frame));
  }
  return frames;
}

std::vector<MeasureEntry> measures_of(const packs::Library& library) {
  std::vector<MeasureEntry> entries;
  entries.reserve(library.measures.size());
  for (const auto& data : library.measures) {
    entries.push_back({.canonical = data.canonical,
                       .kind = measure_kind_from_word(data.kind).value(),
                       .base = data.base,
                       .scale = data.scale,
                       .aliases = data.aliases});
  }
  return entries;
}

}  // namespace

std::vector<Error> wrong_words(const packs::Library& library) {
  std::vector<Error> errors;
  for (const auto& frame : library.frames) {
    for (const auto& category : frame.categories) {
      if (!category_role_from_word(category.role)) {
        errors.push_back(
            {ErrorCode::invalid_input, {"packs.unknown_role", {category.role}}, category.where});
      }
    }
  }
  for (const auto& measure : library.measures) {
    if (!measure_kind_from_word(measure.kind)) {
      errors.push_back(
          {ErrorCode::invalid_input, {"packs.unknown_kind", {measure.kind}}, measure.where});
    }
  }
  return errors;
}

Result<Vocabulary> make_vocabulary(const packs::Library& library) {
  if (auto errors = wrong_words(library); !errors.empty()) {
    return tl::unexpected(std::move(errors.front()));
  }
  std::vector<std::pair<std::string, std::string>> grades;
  grades.reserve(library.grades.size());
  for (const auto& [spelling, canonical] : library.grades) {
    grades.emplace_back(fold_cell(spelling), canonical);
  }
  return Vocabulary{.frames = Frames(frames_of(library)),
                    .measures = MeasureDictionary(measures_of(library), grades)};
}

}  // namespace jiheng
