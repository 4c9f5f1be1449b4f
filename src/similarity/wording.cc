#include "similarity/wording.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "domain/project.h"

namespace jiheng::similarity {
namespace {

constexpr std::size_t kLeastRest = 2;        // characters that must remain of a name
constexpr std::size_t kLeastOwnersName = 4;  // a shorter one may be any word: 培训

bool is_digit(char32_t point) {
  return point >= U'0' && point <= U'9';
}

bool is_punctuation(char32_t point) {
  constexpr std::u32string_view kSigns =
      U"“”‘’《》〈〉「」『』【】〔〕、，。；：！？（）·•—…–－～×";
  const bool ascii = point < 0x80 && !is_digit(point) && (point < U'a' || point > U'z');
  return ascii || kSigns.find(point) != std::u32string_view::npos;
}

/// Without the brackets that hold nothing but a measure.
std::string without_bracketed_measures(std::string text, const MeasureDictionary& measures) {
  for (auto open = text.find('('); open != std::string::npos; open = text.find('(', open)) {
    const auto close = text.find(')', open);
    if (close == std::string::npos) {
      break;
    }
    const auto measure = measures.understand(text.substr(open + 1, close - open - 1));
    if (measure.kind != MeasureKind::unknown || measure.several) {
      text.erase(open, close + 1 - open);
    } else {
      open = close;
    }
  }
  return text;
}

void remove_once(std::string& text, std::string_view own) {
  const auto key = search_key(own);
  const auto at = text.find(key);
  if (at != std::string::npos && length(key) >= kLeastOwnersName &&
      length(text) >= length(key) + kLeastRest) {
    text.erase(at, key.size());
  }
}

/// Where a number that starts at `at` ends, a year's 年 and 年度 with it.
std::size_t end_of_number(std::u32string_view text, std::size_t at) {
  constexpr std::size_t kDigitsOfYear = 4;
  auto end = at;
  while (end < text.size() && (is_digit(text[end]) || text[end] == U'.' || text[end] == U',')) {
    ++end;
  }
  if (end - at == kDigitsOfYear && end < text.size() && text[end] == U'年') {
    ++end;
    end += end < text.size() && text[end] == U'度' ? 1 : 0;
  }
  return end;
}

std::string without_numbers(std::u32string_view text) {
  std::string rest;
  for (std::size_t at = 0; at < text.size();) {
    const bool told_apart = at > 0 && text[at - 1] == U'第';
    if (is_digit(text[at])) {
      const auto end = end_of_number(text, at);
      if (told_apart) {
        rest += to_utf8(text.substr(at, end - at));
      }
      at = end;
      continue;
    }
    if (!is_punctuation(text[at])) {
      append_utf8(rest, text[at]);
    }
    ++at;
  }
  return rest;
}

enum Bit : std::uint8_t {
  denies_not = 1,
  denies_yet = 2,
  denies_none = 4,
  falls = 64,
  rises = 128
};

struct Turn {
  std::string_view word;
  Bit bit;
};

constexpr std::array<Turn, 14> kTurns{{{"不", denies_not},
                                       {"非", denies_not},
                                       {"未", denies_yet},
                                       {"无", denies_none},
                                       {"没", denies_none},
                                       {"下降", falls},
                                       {"降低", falls},
                                       {"减少", falls},
                                       {"减低", falls},
                                       {"增长", rises},
                                       {"增加", rises},
                                       {"提高", rises},
                                       {"提升", rises},
                                       {"上升", rises}}};

// Words in which 不, 未, 无 or 非 denies nothing.
constexpr std::array<std::string_view, 14> kWhole{"不动产", "未成年", "未来",   "无障碍", "无害化",
                                                  "无线",   "无人机", "无偿",   "无土",   "非遗",
                                                  "非物质", "非公",   "非税收", "非机动"};

}  // namespace

std::string wording(std::string_view name, const MeasureDictionary& measures, const Whose& whose) {
  auto text = without_bracketed_measures(search_key(name), measures);
  const auto project = split_project_name(whose.project);
  for (const auto own : {whose.project, std::string_view(project.title),
                         std::string_view(project.programme), whose.agency}) {
    if (!own.empty()) {
      remove_once(text, own);
    }
  }
  return without_numbers(to_code_points(text));
}

std::vector<std::uint64_t> gram_codes(std::string_view wording) {
  constexpr unsigned kBitsOfPoint = 32;
  const auto points = to_code_points(wording);
  std::vector<std::uint64_t> codes;
  if (points.size() == 1) {
    codes.push_back(points.front());
  }
  for (std::size_t i = 1; i < points.size(); ++i) {
    codes.push_back(std::uint64_t{points[i - 1]} << kBitsOfPoint | points[i]);
  }
  std::ranges::sort(codes);
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

Polarity polarity(std::string_view wording) {
  unsigned bits = 0;
  for (std::size_t at = 0; at < wording.size();) {
    const auto rest = wording.substr(at);
    const auto starts = [&](std::string_view word) { return rest.starts_with(word); };
    if (const auto* whole = std::ranges::find_if(kWhole, starts); whole != kWhole.end()) {
      at += whole->size();
      continue;
    }
    const auto* turn = std::ranges::find_if(kTurns, starts, &Turn::word);
    if (turn != kTurns.end()) {
      bits |= turn->bit;
    }
    at += decode_point(wording, at).bytes;
  }
  return static_cast<Polarity>(bits);
}

bool contrary(Polarity a, Polarity b) {
  const auto differ = static_cast<unsigned>(a) ^ static_cast<unsigned>(b);
  constexpr unsigned kDenies = denies_not | denies_yet | denies_none;
  constexpr unsigned kMoves = falls | rises;
  return (differ & kDenies) != 0 || (differ & kMoves) == kMoves;
}

std::int32_t likeness(std::size_t shared, std::size_t both, bool contrary) {
  const std::size_t whole = contrary ? 1000 : 2000;
  return both == 0 ? 0 : static_cast<std::int32_t>(whole * shared / both);
}

std::int32_t likeness(std::string_view a, std::string_view b) {
  const auto of_a = gram_codes(a);
  const auto of_b = gram_codes(b);
  std::vector<std::uint64_t> shared;
  std::ranges::set_intersection(of_a, of_b, std::back_inserter(shared));
  return likeness(shared.size(), of_a.size() + of_b.size(), contrary(polarity(a), polarity(b)));
}

}  // namespace jiheng::similarity
