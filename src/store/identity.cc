#include "store/identity.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/grams.h"
#include "base/hash.h"
#include "base/text.h"

namespace jiheng::store {

namespace {

constexpr std::size_t kIdentityDigits = 32;

/// Digits, led by how many whole digits there are: longer wholes are larger.
///
/// Shape   "1" length whole fraction for what is not negative; a negative number is "0" and the
///         nines' complement of its digits, so that larger amounts sort first.
std::string ordered(const Decimal& value) {
  std::string digits = value.to_shortest_string();
  const bool negative = digits.starts_with('-');
  digits.erase(0, negative ? 1 : 0);
  const auto whole = std::min(digits.find('.'), digits.size());
  std::string text = fmt::format("{:02}", whole) + digits.substr(0, whole);
  if (whole < digits.size()) {
    text += digits.substr(whole + 1);
  }
  if (!negative) {
    return "1" + text;
  }
  std::ranges::transform(text, text.begin(),
                         [](char digit) { return static_cast<char>('0' + ('9' - digit)); });
  return "0" + text + "~";
}

}  // namespace

std::string agency_identity(std::string_view code, std::string_view name) {
  return code.empty() ? "n:" + search_key(name) : fmt::format("c:{}", code);
}

std::string project_identity(std::string_view name) {
  // A hash keeps very long names out of the index.
  return "n:" + sha256(search_key(name)).substr(0, kIdentityDigits);
}

std::string IndicatorIdentities::next(const Indicator& filed) {
  const auto key = fmt::format("{}\n{}\n{}", search_key(filed.level1), search_key(filed.level2),
                               search_key(filed.name));
  const int ordinal = ++seen_[key];
  return sha256(fmt::format("{}\n{}", key, ordinal)).substr(0, kIdentityDigits);
}

std::string search_text(const Indicator& row) {
  return fmt::format("{}\n{}\n{}", search_key(row.name), search_key(row.target),
                     search_key(row.project));
}

std::vector<std::string> search_grams(std::string_view search_text) {
  std::vector<std::string> all;
  for (const auto line : split(search_text, '\n')) {
    std::ranges::move(grams(line), std::back_inserter(all));
  }
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::string target_order(const Indicator& row) {
  if (const auto* number = std::get_if<NumberTarget>(&row.typed)) {
    return ordered(number->value);
  }
  if (const auto* range = std::get_if<RangeTarget>(&row.typed)) {
    return ordered(range->low);
  }
  return row.target.empty() ? std::string() : "2" + row.target;
}

std::string set_identity(std::vector<std::int64_t> ids) {
  std::ranges::sort(ids);
  return sha256(fmt::format("{}", fmt::join(ids, ",")));
}

}  // namespace jiheng::store
