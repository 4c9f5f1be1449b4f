#include "domain/measure_dictionary.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "domain/magnitude.h"

namespace jiheng {
namespace {

/// "(%)" is "%"; "人(次)" keeps its brackets.
std::string_view without_brackets(std::string_view text) {
  if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
    text = trim(text.substr(1, text.size() - 2));
  }
  return text;
}

bool separates_things(char32_t point) {
  return point == U'/' || point == U'、' || point == U'(' || point == U')' || point == U',' ||
         point == U'，' || point == U'或' || point == U'及' || point == U'和' || point == U';';
}

std::vector<std::string_view> things_of(std::string_view spelling) {
  std::vector<std::string_view> things;
  std::size_t start = 0;
  for (std::size_t at = 0; at < spelling.size();) {
    const auto point = decode_point(spelling, at);
    if (separates_things(point.point)) {
      things.push_back(trim(spelling.substr(start, at - start)));
      start = at + point.bytes;
    }
    at += point.bytes;
  }
  things.push_back(trim(spelling.substr(start)));
  std::erase(things, std::string_view());
  return things;
}

/// Where "per" stands: the first "/" or 每, and how long it is.
std::pair<std::size_t, std::size_t> per_sign(std::string_view spelling) {
  constexpr std::string_view kEach = "每";
  const auto slash = spelling.find('/');
  const auto each = spelling.find(kEach);
  if (slash < each) {
    return {slash, 1};
  }
  return {each, each == std::string_view::npos ? 0 : kEach.size()};
}

bool counts(const Measure& measure) {
  return measure.kind == MeasureKind::count;
}

}  // namespace

MeasureDictionary::MeasureDictionary(std::vector<MeasureEntry> entries,
                                     const std::vector<std::pair<std::string, std::string>>& grades)
    : entries_(std::move(entries)) {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const auto add = [&](const std::string& spelling) {
      auto folded = fold_cell(spelling);
      longest_ = std::max(longest_, folded.size());
      by_spelling_.emplace(std::move(folded), i);
    };
    add(entries_[i].canonical);
    std::ranges::for_each(entries_[i].aliases, add);
  }
  for (const auto& [spelling, canonical] : grades) {
    grades_.emplace(spelling, canonical);
  }
}

const MeasureEntry* MeasureDictionary::find(std::string_view spelling) const {
  const auto found = by_spelling_.find(spelling);
  return found == by_spelling_.end() ? nullptr : &entries_[found->second];
}

std::optional<Measure> MeasureDictionary::simple(std::string_view spelling) const {
  auto factor = Decimal::whole(1);
  const auto* entry = find(spelling);
  if (entry == nullptr) {
    const auto word = leading_magnitude(spelling);
    if (const auto times = magnitude(word)) {
      entry = find(spelling.substr(word.size()));
      factor = *times;
    }
  }
  if (entry == nullptr) {
    return std::nullopt;
  }
  const auto scale = entry->scale.times(factor);
  return Measure{.filed = std::string(spelling),
                 .canonical = entry->canonical,
                 .kind = entry->kind,
                 .base = entry->base,
                 .scale = scale ? *scale : entry->scale};
}

/// 元/平方米, 元每人每月, 户/人.月: one thing per another. Two counted things beside each other
/// (套/台) are a choice, not a rate, unless the second is a person's or a period's share.
std::optional<Measure> MeasureDictionary::per(std::string_view spelling) const {
  const auto [at, bytes] = per_sign(spelling);
  if (at == std::string_view::npos || at == 0) {
    return std::nullopt;
  }
  const auto top = simple(trim(spelling.substr(0, at)));
  if (!top) {
    return std::nullopt;
  }
  std::string canonical = top->canonical;
  bool only_counts = counts(*top);
  std::string_view rest = spelling.substr(at + bytes);
  while (!rest.empty()) {
    constexpr std::array<std::string_view, 5> kJoins{"/", "每", ".", "·", "•"};
    for (const auto join : kJoins) {
      if (rest.starts_with(join)) {
        rest.remove_prefix(join.size());
      }
    }
    const auto length = prefix_length(rest);
    const auto bottom = length == 0 ? std::nullopt : simple(rest.substr(0, length));
    if (!bottom) {
      return std::nullopt;
    }
    canonical += "/" + bottom->canonical;
    only_counts = only_counts && counts(*bottom);
    rest.remove_prefix(length);
  }
  if (only_counts && spelling[at] == '/') {
    return std::nullopt;
  }
  return Measure{.filed = std::string(spelling),
                 .canonical = canonical,
                 .kind = MeasureKind::rate,
                 .base = canonical,
                 .scale = top->scale};
}

bool MeasureDictionary::names_several(std::string_view spelling) const {
  const auto things = things_of(spelling);
  return things.size() > 1 &&
         std::ranges::all_of(things, [this](auto thing) { return simple(thing).has_value(); });
}

Measure MeasureDictionary::understand(std::string_view spelling) const {
  const auto bare = without_brackets(trim(spelling));
  std::optional<Measure> found = simple(bare);
  if (!found) {
    found = per(bare);
  }
  if (!found) {
    found = Measure{.several = names_several(bare)};
  }
  found->filed = std::string(spelling);
  return *std::move(found);
}

std::size_t MeasureDictionary::prefix_length(std::string_view text) const {
  const auto magnitude = leading_magnitude(text).size();
  std::size_t best = 0;
  const auto limit = std::min(text.size(), magnitude + longest_);
  for (std::size_t at = 0; at < limit;) {
    at += decode_point(text, at).bytes;
    const auto head = text.substr(0, at);
    if (find(head) != nullptr || (at > magnitude && find(text.substr(magnitude, at - magnitude)))) {
      best = at;
    }
  }
  return best;
}

std::optional<std::string> MeasureDictionary::grade(std::string_view text) const {
  const auto found = grades_.find(text);
  return found == grades_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace jiheng
