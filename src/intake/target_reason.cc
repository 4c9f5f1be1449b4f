#include "intake/target_reason.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"

namespace jiheng::intake {
namespace {

template <typename List>
bool holds_any(std::string_view text, const List& words) {
  return std::ranges::any_of(words,
                             [&](auto word) { return text.find(word) != std::string_view::npos; });
}

constexpr std::array<std::string_view, 12> kRelative{"上年", "去年", "上一年", "往年",
                                                     "前年", "同期", "历史",   "次年",
                                                     "比上", "同比", "环比",   "以往"};
constexpr std::array<std::string_view, 8> kWholePeriod{"全年",   "全年度", "常年", "全天",
                                                       "全时段", "全天候", "年度", "一年四季"};
constexpr std::array<std::string_view, 22> kVague{
    "按时", "按期",     "如期", "准时",   "适时", "按计划", "按进度", "按要求",
    "按需", "尽快",     "适当", "进一步", "逐步", "不断",   "逐渐",   "有所",
    "较为", "一定程度", "基本", "大力",   "稳步", "持续"};
constexpr std::size_t kShortWords = 10;  // longer texts describe something

}  // namespace

bool is_placeholder(std::string_view text) {
  if (text.empty()) {
    return false;
  }
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode_point(text, at);
    const bool stands_for_something =
        point.point == U'*' || point.point == U'×' || point.point == U'X' || point.point == U'x' ||
        point.point == U'-' || point.point == U'—' || point.point == U'/' || point.point == U'_' ||
        point.point == U'?' || point.point == U'…' || point.point == U'○' || point.point == U'%';
    if (!stands_for_something) {
      return false;
    }
    at += point.bytes;
  }
  return true;
}

TextReason reason_of(std::string_view text) {
  if (text.empty()) {
    return TextReason::empty;
  }
  if (is_placeholder(text) || text.find("**") != std::string_view::npos ||
      text.find("××") != std::string_view::npos) {
    return TextReason::placeholder;
  }
  if (holds_any(text, kRelative)) {
    return TextReason::relative;
  }
  if (std::ranges::find(kWholePeriod, text) != kWholePeriod.end()) {
    return TextReason::whole_period;
  }
  if (length(text) <= kShortWords && holds_any(text, kVague)) {
    return TextReason::vague;
  }
  return TextReason::description;
}

}  // namespace jiheng::intake
