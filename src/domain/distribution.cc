#include "domain/distribution.h"

#include <algorithm>
#include <cstdint>

namespace jiheng {
namespace {

constexpr std::size_t kQuarters = 4;

/// The value `quarters` quarters of the way through sorted values.
Result<Decimal> at_quarter(std::span<const Decimal> sorted, std::size_t quarters) {
  const auto way = (sorted.size() - 1) * quarters;
  const auto& below = sorted[way / kQuarters];
  const auto rest = static_cast<std::int64_t>(way % kQuarters);
  if (rest == 0) {
    return below;
  }
  JH_TRY(const auto step, sorted[way / kQuarters + 1].minus(below));
  // A quarter has two places, so the product is exact.
  JH_TRY(const auto part, step.times(Decimal::of(Decimal::Integer{rest} * 25, 2)));
  return below.plus(part);
}

}  // namespace

Result<Distribution> distribution_of(std::span<const Decimal> sorted) {
  if (sorted.empty()) {
    return fail(ErrorCode::invalid_input, {"distribution.empty"});
  }
  Distribution lies{.n = sorted.size(), .lowest = sorted.front(), .highest = sorted.back()};
  JH_TRY(lies.first_quarter, at_quarter(sorted, 1));
  JH_TRY(lies.median, at_quarter(sorted, 2));
  JH_TRY(lies.third_quarter, at_quarter(sorted, 3));
  return lies;
}

int percentile_of(const Decimal& value, std::span<const Decimal> sorted) {
  if (sorted.empty()) {
    return 50;
  }
  const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), value);
  const auto below = first - sorted.begin();
  const auto equal = last - first;
  const auto n = static_cast<std::int64_t>(sorted.size());
  return static_cast<int>((100 * (2 * below + equal) + n) / (2 * n));
}

}  // namespace jiheng
