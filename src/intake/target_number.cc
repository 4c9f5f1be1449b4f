#include "intake/target_number.h"

#include <array>
#include <utility>

#include "base/utf8.h"

namespace jiheng::intake {
namespace {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && is_digit(text[at + count])) {
    ++count;
  }
  return count;
}

/// The value of a Chinese digit, or nothing.
std::optional<int> digit_of(char32_t point) {
  constexpr std::array<std::pair<char32_t, int>, 23> kDigits{
      {{U'零', 0}, {U'〇', 0}, {U'一', 1}, {U'二', 2}, {U'两', 2}, {U'三', 3},
       {U'四', 4}, {U'五', 5}, {U'六', 6}, {U'七', 7}, {U'八', 8}, {U'九', 9},
       {U'壹', 1}, {U'贰', 2}, {U'叁', 3}, {U'肆', 4}, {U'伍', 5}, {U'陆', 6},
       {U'柒', 7}, {U'捌', 8}, {U'玖', 9}, {U'俩', 2}, {U'仨', 3}}};
  for (const auto& [sign, value] : kDigits) {
    if (sign == point) {
      return value;
    }
  }
  return std::nullopt;
}

std::int64_t small_power(char32_t point) {
  if (point == U'十' || point == U'拾') {
    return 10;
  }
  if (point == U'百' || point == U'佰') {
    return 100;
  }
  return point == U'千' || point == U'仟' ? 1000 : 0;
}

std::int64_t large_power(char32_t point) {
  if (point == U'万') {
    return 10'000;
  }
  return point == U'亿' ? 100'000'000 : 0;
}

/// 十 of 十二 stands for one ten, 百 alone for nothing: a numeral starts with a digit or with 十.
bool starts_numeral(char32_t point) {
  return digit_of(point).has_value() || small_power(point) == 10;
}

struct Numeral {
  std::int64_t total{};    // finished groups of 万 and 亿
  std::int64_t group{};    // the group below the next 万
  std::int64_t digit{-1};  // a digit that waits for its power
  bool in_a_row{};         // 二〇二二: digits without powers
  int count{};

  void close_digit() {
    group += digit < 0 ? 0 : digit;
    digit = -1;
  }
};

constexpr int kLongestNumeral = 24;  // characters
constexpr std::int64_t kYi = 100'000'000;
/// What may stand before 亿; its product, and the sum of several, stay far below 64 bits.
constexpr std::int64_t kLargestGroup = 1'000'000'000;

/// Feeds one sign of a Chinese numeral; false when it belongs to none, or makes no number.
bool feed_digit(Numeral& numeral, int digit) {
  const bool follows = numeral.digit > 0 || (numeral.in_a_row && numeral.digit >= 0);
  if (follows && (numeral.group != 0 || numeral.total != 0)) {
    return false;
  }
  numeral.in_a_row = follows;
  numeral.digit = follows ? numeral.digit * 10 + digit : digit;
  return numeral.digit < kLargestGroup;
}

bool feed_large(Numeral& numeral, std::int64_t power) {
  numeral.close_digit();
  const bool raises = power == kYi && numeral.total != 0;  // 五千万亿
  const auto value = raises ? numeral.total + numeral.group : numeral.group;
  if (value >= kLargestGroup) {
    return false;
  }
  numeral.total = (raises ? 0 : numeral.total) + value * power;
  numeral.group = 0;
  return true;
}

bool feed(Numeral& numeral, char32_t point) {
  if (const auto digit = digit_of(point)) {
    return feed_digit(numeral, *digit);
  }
  if (const auto power = small_power(point); power != 0) {
    numeral.group += (numeral.digit < 0 ? 1 : numeral.digit) * power;
    numeral.digit = -1;
    return numeral.group < kLargestGroup;
  }
  const auto power = large_power(point);
  return power != 0 && feed_large(numeral, power);
}

std::optional<ReadNumber> chinese_number(std::string_view text) {
  constexpr std::string_view kHalf = "半";
  if (text.starts_with(kHalf)) {
    return ReadNumber{.value = Decimal::of(5, 1),
                      .written = std::string(kHalf),
                      .bytes = kHalf.size(),
                      .chinese = true};
  }
  if (text.empty() || !starts_numeral(decode_point(text, 0).point)) {
    return std::nullopt;
  }
  Numeral numeral;
  std::size_t at = 0;
  while (at < text.size() && numeral.count < kLongestNumeral) {
    const auto point = decode_point(text, at);
    if (!feed(numeral, point.point)) {
      break;
    }
    ++numeral.count;
    at += point.bytes;
  }
  numeral.close_digit();
  return ReadNumber{.value = Decimal::whole(numeral.total + numeral.group),
                    .written = std::string(text.substr(0, at)),
                    .bytes = at,
                    .chinese = true};
}

/// Digits, in groups of three behind commas where the groups are whole: "1,100", not "1,10".
std::size_t whole_part(std::string_view text, std::size_t at, std::string& written) {
  const auto first = digits_at(text, at);
  written.append(text.substr(at, first));
  std::size_t end = at + first;
  while (first <= 3 && end < text.size() && text[end] == ',' && digits_at(text, end + 1) == 3) {
    written.append(text.substr(end + 1, 3));
    end += 4;
  }
  return end;
}

/// 2万5千: digits behind 万 make one number of both.
std::optional<ReadNumber> mixed_number(std::string_view text, const ReadNumber& head) {
  if (head.bytes >= text.size()) {
    return std::nullopt;
  }
  const auto power = decode_point(text, head.bytes);
  const auto large = large_power(power.point);
  const auto factor = large != 0 ? large : small_power(power.point);
  const auto rest = head.bytes + power.bytes;
  if (factor == 0 || rest >= text.size() || !is_digit(text[rest])) {
    return std::nullopt;
  }
  const auto tail = leading_number(text.substr(rest));
  if (!tail || tail->overflow || tail->value.is_negative()) {
    return std::nullopt;
  }
  auto low = tail->value;
  auto end = rest + tail->bytes;
  if (end < text.size()) {
    const auto next = decode_point(text, end);
    const auto small = small_power(next.point);
    if (small != 0 && small < factor) {
      const auto grown = low.times(Decimal::whole(small));
      if (!grown) {
        return std::nullopt;
      }
      low = *grown;
      end += next.bytes;
    }
  }
  const auto high = head.value.times(Decimal::whole(factor));
  const auto sum = high ? high->plus(low) : high;
  if (!sum) {
    return std::nullopt;
  }
  return ReadNumber{.value = *sum, .written = sum->to_string(), .bytes = end};
}

}  // namespace

std::optional<ReadNumber> leading_number(std::string_view text) {
  std::string written;
  std::size_t at = 0;
  if (text.size() > 1 && text[0] == '-' && is_digit(text[1])) {
    written = "-";
    at = 1;
  }
  if (at >= text.size() || !is_digit(text[at])) {
    return chinese_number(text);
  }
  at = whole_part(text, at, written);
  if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) {
    const auto fraction = digits_at(text, at + 1);
    written.append(text.substr(at, fraction + 1));
    at += fraction + 1;
  }
  ReadNumber number{.value = {}, .written = written, .bytes = at};
  const auto value = Decimal::parse(written);
  if (!value) {
    number.overflow = true;
    return number;
  }
  number.value = *value;
  if (auto mixed = mixed_number(text, number)) {
    return mixed;
  }
  return number;
}

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

}  // namespace jiheng::intake
