#include "scoring/days.h"

#include "domain/days.h"

namespace jiheng::scoring {

Outcome<Lateness> lateness_of(const DateTarget& target, const DateTarget& actual,
                              std::optional<int> year) {
  // 12月底前 beside 2024年1月15日: which 12月 nobody said.
  if (!year && !target.year && actual.year) {
    return tl::unexpected(Unscored::year_unknown);
  }
  const int otherwise = target.year.value_or(actual.year.value_or(kSomeYear));
  const int common = year.value_or(otherwise);
  const auto wanted = days_of(target, target.year.value_or(common));
  const auto done = days_of(actual, actual.year.value_or(common));
  if (!wanted || !done) {
    return tl::unexpected(Unscored::day_unclear);
  }
  if (target.bound == DateBound::after) {
    if (done->first >= wanted->first) {
      return Lateness{true, 0};
    }
    // Too early is missed by days as well.
    return done->last < wanted->first
               ? Outcome<Lateness>(Lateness{false, (wanted->first - done->last).count()})
               : tl::unexpected(Unscored::day_unclear);
  }
  const auto deadline =
      target.bound == DateBound::before ? wanted->first - std::chrono::days(1) : wanted->last;
  if (done->last <= deadline) {
    return Lateness{true, 0};
  }
  if (done->first <= deadline) {
    return tl::unexpected(Unscored::day_unclear);
  }
  return Lateness{false, (done->last - deadline).count()};
}

}  // namespace jiheng::scoring
