#include "intake/target_comparator.h"

#include <array>

#include "base/text.h"
#include "intake/target_language.h"

namespace jiheng::intake {
namespace {

struct Spelling {
  std::string_view text;
  Comparator comparator;
};

constexpr auto kLeast = Comparator::at_least;
constexpr auto kMost = Comparator::at_most;
constexpr auto kMore = Comparator::more_than;
constexpr auto kLess = Comparator::less_than;
constexpr auto kEqual = Comparator::equal;

/// Signs in every code point a keyboard or a font offers, longest first.
constexpr std::array<Spelling, 38> kSigns{{
    {"＞＝", kLeast}, {"＝＞", kLeast},
    {"＜＝", kMost},  {"＝＜", kMost},
    {"＞=", kLeast},  {"＜=", kMost},
    {">＝", kLeast},  {"<＝", kMost},
    {">=", kLeast},   {"=>", kLeast},
    {"<=", kMost},    {"=<", kMost},
    {"==", kEqual},   {"≥", kLeast},
    {"≧", kLeast},    {"⩾", kLeast},
    {"≮", kLeast},    {"≤", kMost},
    {"≦", kMost},     {"⩽", kMost},
    {"≯", kMost},     {"＞", kMore},
    {"﹥", kMore},    {">", kMore},
    {"＜", kLess},    {"﹤", kLess},
    {"<", kLess},     {"＝", kEqual},
    {"﹦", kEqual},   {"═", kEqual},
    {"=", kEqual},    {"⩵", kEqual},
    {"≡", kEqual},    {"≫", kMore},
    {"≪", kLess},     {"≳", kLeast},
    {"≲", kMost},     {"定性", Comparator::qualitative},
}};

/// Words before a value, longest first where one starts another.
constexpr std::array<Spelling, 52> kBefore{{
    {"大于或等于", kLeast},  {"大于或者等于", kLeast}, {"小于或等于", kMost},
    {"小于或者等于", kMost}, {"大于等于", kLeast},     {"高于等于", kLeast},
    {"高于或等于", kLeast},  {"小于等于", kMost},      {"低于等于", kMost},
    {"低于或等于", kMost},   {"不得低于", kLeast},     {"不得少于", kLeast},
    {"不得高于", kMost},     {"不得超过", kMost},      {"不得大于", kMost},
    {"不得多于", kMost},     {"不能低于", kLeast},     {"不能超过", kMost},
    {"应不低于", kLeast},    {"应不少于", kLeast},     {"应不超过", kMost},
    {"不低于", kLeast},      {"不少于", kLeast},       {"不小于", kLeast},
    {"不短于", kLeast},      {"不早于", kLeast},       {"不超过", kMost},
    {"不超", kMost},         {"不高于", kMost},        {"不大于", kMost},
    {"不多于", kMost},       {"不长于", kMost},        {"不突破", kMost},
    {"至少", kLeast},        {"最少", kLeast},         {"最低", kLeast},
    {"下限", kLeast},        {"至多", kMost},          {"最多", kMost},
    {"最高", kMost},         {"上限", kMost},          {"控制在", kMost},
    {"大于", kMore},         {"超过", kMore},          {"高于", kMore},
    {"多于", kMore},         {"小于", kLess},          {"低于", kLess},
    {"少于", kLess},         {"达到", kLeast},         {"等于", kEqual},
    {"不足", kLess},
}};

/// Words behind a value. 以上, 以下 and 以内 include the number itself (Civil Code, art. 1259).
constexpr std::array<Spelling, 10> kBehind{{
    {"及以上", kLeast},
    {"或以上", kLeast},
    {"及以下", kMost},
    {"或以下", kMost},
    {"以上", kLeast},
    {"以下", kMost},
    {"以内", kMost},
    {"之内", kMost},
    {"封顶", kMost},
    {"内", kMost},
}};

constexpr std::array<std::string_view, 5> kAboutBefore{"大约", "约为", "约", "近", "接近"};
constexpr std::array<std::string_view, 4> kAboutBehind{"左右", "上下", "余", "多"};
/// Say nothing about the comparison: longest first.
constexpr std::array<std::string_view, 13> kFiller{
    "总计", "合计", "累计", "共计", "预计", "原则上", "力争", "争取", "共", "达", "为", "是", ":"};
constexpr std::array<std::string_view, 4> kCellWords{"文字描述", "定性指标", "定性描述", "描述"};

template <typename List>
bool take_front(std::string_view& text, const List& list) {
  for (const auto word : list) {
    if (text.size() > word.size() && text.starts_with(word)) {
      text.remove_prefix(word.size());
      return true;
    }
  }
  return false;
}

template <typename List>
std::optional<Comparator> take_spelling(std::string_view& text, const List& list, bool front) {
  for (const auto& spelling : list) {
    const bool there = front ? text.starts_with(spelling.text) : text.ends_with(spelling.text);
    if (there && text.size() > spelling.text.size()) {
      front ? text.remove_prefix(spelling.text.size()) : text.remove_suffix(spelling.text.size());
      return spelling.comparator;
    }
  }
  return std::nullopt;
}

void note(ComparatorWords& found, Comparator comparator, bool words) {
  if (!found.comparator) {
    found.comparator = comparator;
    found.words = words;
  }
}

}  // namespace

std::optional<ReadComparator> leading_sign(std::string_view text) {
  for (const auto& sign : kSigns) {
    if (text.starts_with(sign.text)) {
      return ReadComparator{sign.comparator, sign.text.size()};
    }
  }
  return std::nullopt;
}

void take_before(std::string_view& text, ComparatorWords& found) {
  for (bool more = true; more;) {
    more = false;
    const auto sign = leading_sign(text);
    if (sign && sign->comparator != Comparator::qualitative && sign->bytes < text.size()) {
      note(found, sign->comparator, false);
      text.remove_prefix(sign->bytes);
      more = true;
    } else if (const auto word = take_spelling(text, kBefore, true)) {
      note(found, *word, true);
      more = true;
    } else if (take_front(text, kAboutBefore)) {
      found.approximate = true;
      more = true;
    } else if (take_front(text, kFiller)) {
      more = true;
    }
  }
}

void take_behind(std::string_view& text, ComparatorWords& found) {
  constexpr std::array<std::string_view, 4> kStops{"。", ".", ";", "!"};
  for (bool more = true; more;) {
    more = false;
    for (const auto stop : kStops) {
      if (text.size() > stop.size() && text.ends_with(stop)) {
        text.remove_suffix(stop.size());
        more = true;
      }
    }
    for (const auto about : kAboutBehind) {
      if (text.size() > about.size() && text.ends_with(about)) {
        text.remove_suffix(about.size());
        found.approximate = true;
        more = true;
      }
    }
    const bool inside = text.ends_with("内");
    if (const auto word = take_spelling(text, kBehind, false)) {
      note(found, *word, true);
      found.within = found.within || inside;
      more = true;
    }
  }
}

std::optional<Comparator> comparator_of_cell(std::string_view folded) {
  // What `extract` writes is read again.
  if (const auto symbol = comparator_from_symbol(folded)) {
    return symbol;
  }
  if (const auto sign = leading_sign(folded); sign && sign->bytes == folded.size()) {
    return sign->comparator;
  }
  for (const auto word : kCellWords) {
    if (folded == word) {
      return Comparator::qualitative;
    }
  }
  if (folded == "区间" || folded == "介于") {
    return Comparator::between;
  }
  for (const auto& spelling : kBefore) {
    if (folded == spelling.text) {
      return spelling.comparator;
    }
  }
  for (const auto& spelling : kBehind) {
    if (folded == spelling.text) {
      return spelling.comparator;
    }
  }
  return std::nullopt;
}

}  // namespace jiheng::intake
