#include "similarity/library_matcher.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"

namespace jiheng::similarity {
namespace {

constexpr std::int32_t kExact = 1000;
constexpr std::int32_t kAlmost = 999;
// A name that ends with a whole entry's is that indicator of something: 科技特派员培训人次.
constexpr std::int32_t kEnding = 720;
constexpr std::size_t kLeastEnding = 4;  // characters; 合格率 alone ends too many names

// What the category and the measure tell beside the name. A measure of another kind weighs most:
// 人次 and % are never the same indicator, while categories are often filled in wrongly.
constexpr std::int32_t kSameRole = 40;
constexpr std::int32_t kOtherRole = -100;
constexpr std::int32_t kSameMeasure = 60;
constexpr std::int32_t kOtherMeasure = -160;
// What stands last says what is counted: 考核合格率 is not 考核优秀率, however long the rest.
constexpr std::int32_t kOtherEnd = -150;
// The one word that tells an entry from its neighbours is another one: 就业服务满意度 is not
// 物业服务满意度, however much of the two is 服务满意度. Such a match may be looked at, as 补助对象
// for 奖补对象, but is never surer than this: below an ending.
constexpr std::int32_t kOtherWord = 700;

Agreement agreement(CategoryRole a, CategoryRole b) {
  if (a == CategoryRole::other || b == CategoryRole::other) {
    return Agreement::unknown;
  }
  return a == b ? Agreement::agrees : Agreement::differs;
}

/// Measures of one kind, 人 and 人次, neither agree nor differ: a form's 个 often stands for both.
Agreement agreement(const Measure& a, const Measure& b) {
  if (a.kind == MeasureKind::unknown || b.kind == MeasureKind::unknown) {
    return Agreement::unknown;
  }
  if (a.canonical == b.canonical) {
    return Agreement::agrees;
  }
  return a.kind == b.kind ? Agreement::unknown : Agreement::differs;
}

std::int32_t weight(Agreement agreement, std::int32_t same, std::int32_t other) {
  switch (agreement) {
    case Agreement::agrees:
      return same;
    case Agreement::differs:
      return other;
    case Agreement::unknown:
      break;
  }
  return 0;
}

/// True when the last two characters are the same.
bool end_alike(std::string_view a, std::string_view b) {
  const auto last = [](std::string_view text) {
    const auto points = to_code_points(text);
    return points.substr(points.size() - std::min<std::size_t>(points.size(), 2));
  };
  return last(a) == last(b);
}

/// More confident first, then in library order, then by spelling as the library lists them.
bool before(const LibraryMatch& a, const LibraryMatch& b) {
  return a.confidence != b.confidence ? a.confidence > b.confidence : a.entry < b.entry;
}

}  // namespace

LibraryMatcher::LibraryMatcher(std::span<const LibraryIndicator> library,
                               const MeasureDictionary& measures)
    : library_(library), measures_(measures) {
  NameIndexBuilder builder;
  const auto add = [&](Spelling spelling) {
    spelling.wording = wording(text_of(spelling), measures_);
    builder.add(spelling.wording);
    common_.add(spelling.entry, spelling.wording);
    by_wording_.try_emplace(spelling.wording, spellings_.size());
    spellings_.push_back(std::move(spelling));
  };
  const auto add_all = [&](MatchedBy by, const auto& count) {
    for (std::size_t entry = 0; entry < library.size(); ++entry) {
      for (std::size_t i = 0; !library[entry].retired && i < count(library[entry]); ++i) {
        add({.entry = entry, .by = by, .number = i, .wording = {}});
      }
    }
  };
  // The first of equal wordings counts.
  add_all(MatchedBy::learned, [](const auto& entry) { return entry.learned.size(); });
  add_all(MatchedBy::name, [](const auto&) { return std::size_t{1}; });
  add_all(MatchedBy::alias, [](const auto& entry) { return entry.aliases.size(); });
  index_ = std::move(builder).build();
}

std::vector<LibraryMatch> LibraryMatcher::match(const WrittenIndicator& written,
                                                const Nearness& nearness) const {
  const auto key = wording(written.name, measures_, written.whose);
  auto found = candidates(key, written, nearness.floor);
  std::ranges::stable_sort(found, before);
  std::vector<LibraryMatch> matches;
  for (auto& match : found) {
    const bool is_new =
        std::ranges::find(matches, match.entry, &LibraryMatch::entry) == matches.end();
    if (is_new && match.confidence >= nearness.floor && matches.size() < nearness.most) {
      matches.push_back(std::move(match));
    }
  }
  return matches;
}

const std::string& LibraryMatcher::text_of(const Spelling& spelling) const {
  const auto& indicator = library_[spelling.entry];
  if (spelling.by == MatchedBy::name) {
    return indicator.name;
  }
  return spelling.by == MatchedBy::alias ? indicator.aliases[spelling.number]
                                         : indicator.learned[spelling.number];
}

LibraryMatch LibraryMatcher::judged(const Spelling& spelling, MatchedBy by, std::int32_t likeness,
                                    const WrittenIndicator& written) const {
  const auto& indicator = library_[spelling.entry];
  LibraryMatch match{.entry = spelling.entry,
                     .confidence = kExact,
                     .by = by,
                     .spelling = text_of(spelling),
                     .role = agreement(written.role, indicator.role),
                     .measure = agreement(written.measured, indicator.measured)};
  if (by == MatchedBy::ending || by == MatchedBy::likeness) {
    const auto confidence = likeness + weight(match.role, kSameRole, kOtherRole) +
                            weight(match.measure, kSameMeasure, kOtherMeasure);
    match.confidence = std::clamp(confidence, 0, kAlmost);
  }
  return match;
}

std::vector<LibraryMatch> LibraryMatcher::candidates(const std::string& wording,
                                                     const WrittenIndicator& written,
                                                     std::int32_t floor) const {
  std::vector<LibraryMatch> found;
  if (const auto same = by_wording_.find(wording); same != by_wording_.end()) {
    const auto& spelling = spellings_[same->second];
    found.push_back(judged(spelling, spelling.by, kExact, written));
  }
  std::size_t characters = length(wording);
  for (std::size_t at = 0; characters > kLeastEnding; --characters) {
    at += decode_point(wording, at).bytes;
    const auto ending = by_wording_.find(wording.substr(at));
    if (ending != by_wording_.end() && !contrary(polarity(wording), polarity(ending->first))) {
      const auto alike = std::max(kEnding, likeness(wording, ending->first));
      found.push_back(judged(spellings_[ending->second], MatchedBy::ending, alike, written));
    }
  }
  // What is a little too unlike by name may yet be brought over the floor by role and measure.
  const auto least = std::max(1, floor - kSameRole - kSameMeasure);
  for (const auto& match : index_.like(wording, {.most = spellings_.size(), .floor = least})) {
    const auto& spelling = spellings_[match.name];
    const bool alike = end_alike(wording, spelling.wording);
    found.push_back(
        judged(spelling, MatchedBy::likeness, match.permille + (alike ? 0 : kOtherEnd), written));
    auto& confidence = found.back().confidence;
    if (confidence > kOtherWord && common_.differ_in_the_word(wording, spelling.wording)) {
      confidence = kOtherWord;
    }
  }
  return found;
}

}  // namespace jiheng::similarity
