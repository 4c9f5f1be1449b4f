#include "domain/magnitude.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace jiheng {
namespace {

struct CountingWord {
  std::string_view word;
  std::int64_t factor;
};

/// Longest first, so that 百万 is not 百 of something.
constexpr std::array<CountingWord, 8> kWords{{{"十万", 100'000},
                                              {"百万", 1'000'000},
                                              {"千万", 10'000'000},
                                              {"万亿", 1'000'000'000'000},
                                              {"万", 10'000},
                                              {"亿", 100'000'000},
                                              {"千", 1'000},
                                              {"百", 100}}};

}  // namespace

std::optional<Decimal> magnitude(std::string_view word) {
  const auto* known = std::ranges::find(kWords, word, &CountingWord::word);
  return known == kWords.end() ? std::nullopt : std::optional(Decimal::whole(known->factor));
}

std::string_view leading_magnitude(std::string_view text) {
  const auto* known = std::ranges::find_if(
      kWords, [&](const CountingWord& one) { return text.starts_with(one.word); });
  return known == kWords.end() ? std::string_view() : known->word;
}

}  // namespace jiheng
