#include "domain/vocabulary.h"

#include "base/text.h"

namespace jiheng {
namespace {

Result<std::vector<Frame>> frames_of(const packs::Library& library) {
  std::vector<Frame> frames;
  for (const auto& data : library.frames) {
    Frame frame{.id = data.id,
                .title = data.title,
                .source = data.source,
                .verified = data.verified,
                .level1 = data.level1};
    for (const auto& category : data.categories) {
      const auto role = category_role_from_word(category.role);
      if (!role) {
        return fail(ErrorCode::invalid_input, {"packs.unknown_role", {category.role}},
                    "packs/frames/" + data.id + ".toml");
      }
      frame.categories.push_back({.level1 = category.level1,
                                  .level2 = category.level2,
                                  .role = *role,
                                  .aliases = category.aliases});
    }
    frames.push_back(std::move(frame));
  }
  return frames;
}

Result<std::vector<MeasureEntry>> measures_of(const packs::Library& library) {
  std::vector<MeasureEntry> entries;
  for (const auto& data : library.measures) {
    const auto kind = measure_kind_from_word(data.kind);
    if (!kind) {
      return fail(ErrorCode::invalid_input, {"packs.unknown_kind", {data.kind}}, "packs/measures");
    }
    entries.push_back({.canonical = data.canonical,
                       .kind = *kind,
                       .base = data.base,
                       .scale = data.scale,
                       .aliases = data.aliases});
  }
  return entries;
}

}  // namespace

Result<Vocabulary> make_vocabulary(const packs::Library& library) {
  JH_TRY(auto frames, frames_of(library));
  JH_TRY(auto entries, measures_of(library));
  std::vector<std::pair<std::string, std::string>> grades;
  for (const auto& [spelling, canonical] : library.grades) {
    grades.emplace_back(fold_cell(spelling), canonical);
  }
  return Vocabulary{.frames = Frames(std::move(frames)),
                    .measures = MeasureDictionary(std::move(entries), grades)};
}

}  // namespace jiheng
