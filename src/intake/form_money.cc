#include "intake/form_money.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "intake/bare_text.h"
#include "intake/target_number.h"

namespace jiheng::intake {
namespace {

/// The longer words first: 元 ends them all.
constexpr std::array<MoneyUnit, 5> kUnits{
    {{"亿元", 100'000'000}, {"百万元", 1'000'000}, {"万元", 10'000}, {"千元", 1'000}, {"元", 1}}};

constexpr std::string_view kDigits = "0123456789";

std::optional<MoneyUnit> leading_unit(std::string_view text) {
  const auto unit = std::ranges::find_if(
      kUnits, [&](const MoneyUnit& known) { return text.starts_with(known.word); });
  return unit == kUnits.end() ? std::nullopt : std::optional(*unit);
}

/// An Arabic number at the front; Chinese numerals begin too many other words.
std::optional<ReadNumber> arabic_number(std::string_view text) {
  auto number = leading_number(text);
  if (!number || number->chinese || number->overflow) {
    return std::nullopt;
  }
  return number;
}

/// What may stand between "2018年预算" and its amount.
std::string_view before_amount(std::string_view text) {
  constexpr std::size_t kLongest = 36;  // bytes
  const auto end = text.find_first_of(kDigits);
  return end > kLongest ? std::string_view() : text.substr(0, end);  // none is beyond, too
}

}  // namespace

std::span<const MoneyUnit> money_units() {
  return kUnits;
}

std::optional<MoneyUnit> money_unit_from_word(std::string_view word) {
  const auto unit = std::ranges::find(kUnits, word, &MoneyUnit::word);
  return unit == kUnits.end() ? std::nullopt : std::optional(*unit);
}

std::optional<MoneyUnit> unit_in(std::string_view text) {
  const auto bare = without_blanks(text);
  for (const auto& unit : kUnits) {
    const auto at = bare.find(unit.word);
    if (at == std::string::npos) {
      continue;
    }
    // 元 also ends words that are no money; a unit stands in brackets, behind a colon or last.
    const auto end = at + unit.word.size();
    const bool opened = at > 0 && (bare[at - 1] == '(' || bare[at - 1] == ':');
    if (opened || end == bare.size() || bare[end] == ')') {
      return unit;
    }
  }
  return std::nullopt;
}

std::optional<Amount> amount_of(std::string_view text) {
  const auto bare = without_blanks(text);
  std::string_view rest = bare;
  for (const std::string_view sign : {"￥", "¥"}) {
    rest.remove_prefix(rest.starts_with(sign) ? sign.size() : 0);
  }
  const auto number = arabic_number(rest);
  if (!number) {
    return std::nullopt;
  }
  rest.remove_prefix(number->bytes);
  const auto unit = leading_unit(rest);
  if (!rest.empty() && (!unit || unit->word != rest)) {
    return std::nullopt;
  }
  return Amount{number->value, unit};
}

std::optional<Decimal> in_yuan(const Decimal& number, const MoneyUnit& unit) {
  const auto yuan = number.times(Decimal::whole(unit.yuan));
  return yuan ? std::optional(*yuan) : std::nullopt;
}

std::vector<YearAmount> amounts_by_year(std::string_view text) {
  constexpr std::string_view kYear = "年";
  constexpr std::size_t kYearDigits = 4;
  std::vector<YearAmount> found;
  const auto bare = without_blanks(text);
  for (auto at = bare.find(kYear); at != std::string::npos; at = bare.find(kYear, at + 1)) {
    const auto start = at < kYearDigits ? 0 : at - kYearDigits;
    const auto digits = std::string_view(bare).substr(start, at - start);
    const auto rest = std::string_view(bare).substr(at + kYear.size());
    const auto words = before_amount(rest);
    const bool budget = words.find("预算") != std::string_view::npos ||
                        words.find("资金") != std::string_view::npos;
    if (digits.size() != kYearDigits ||
        digits.find_first_not_of(kDigits) != std::string_view::npos || !budget) {
      continue;
    }
    const auto number = arabic_number(rest.substr(words.size()));
    const auto unit =
        number ? leading_unit(rest.substr(words.size() + number->bytes)) : std::nullopt;
    if (unit) {
      const auto end = at + kYear.size() + words.size() + number->bytes + unit->word.size();
      found.push_back({.year = std::stoi(std::string(digits)),
                       .source = std::string(words),
                       .number = number->value,
                       .unit = *unit,
                       .as_filed = bare.substr(start, end - start)});
    }
  }
  return found;
}

std::optional<MoneyUnit> unit_behind(std::string_view text, const Decimal& number) {
  const auto bare = without_blanks(text);
  std::string_view rest = bare;
  while (true) {
    const auto at = rest.find_first_of(kDigits);
    if (at == std::string_view::npos) {
      return std::nullopt;
    }
    rest.remove_prefix(at);
    const auto found = arabic_number(rest);
    if (!found) {
      rest.remove_prefix(1);
      continue;
    }
    rest.remove_prefix(found->bytes);
    const auto unit = leading_unit(rest);
    if (unit && found->value == number) {
      return unit;
    }
  }
}

}  // namespace jiheng::intake
