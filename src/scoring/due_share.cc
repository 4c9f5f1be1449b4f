#include "scoring/due_share.h"

#include <algorithm>

namespace jiheng::scoring {
namespace {

constexpr std::int64_t kMonths = 12;
constexpr std::int64_t kMonthsOfQuarter = 3;

/// The day's place in its year.
struct YearDay {
  std::int64_t month;
  std::int64_t day;
  std::int64_t days;  // of the month
};

YearDay place_of(Date day) {
  const auto year = static_cast<int>(day.year());
  const auto month = static_cast<unsigned>(day.month());
  const auto last = last_day_of_month(year, static_cast<int>(month));
  return {month, static_cast<unsigned>(day.day()), static_cast<unsigned>(last.day())};
}

Fraction straight(const YearDay& at) {
  if (at.day == at.days) {
    return {Decimal::whole(at.month), Decimal::whole(kMonths)};  // as one says it: 7 ÷ 12
  }
  return {Decimal::whole((at.month - 1) * at.days + at.day), Decimal::whole(kMonths * at.days)};
}

Fraction by_milestones(const packs::Curve& curve, const YearDay& at) {
  Fraction share{Decimal{}, kHundred};
  for (const auto& milestone : curve.milestones) {
    if (std::pair<std::int64_t, std::int64_t>(milestone.month, milestone.day) <=
        std::pair(at.month, at.day)) {
      share.part = milestone.share;
    }
  }
  return share;
}

/// previous + (this − previous) × days gone of the quarter ÷ its days; shares are at most 100, so
/// nothing here leaves 128 bits.
Fraction by_quarters(const packs::Curve& curve, const YearDay& at) {
  const auto quarter = static_cast<std::size_t>((at.month - 1) / kMonthsOfQuarter);
  const auto before = quarter == 0 ? Decimal{} : curve.quarters[quarter - 1];
  const auto whole = Decimal::whole(kMonthsOfQuarter * at.days);
  const auto gone = Decimal::whole((at.month - 1) % kMonthsOfQuarter * at.days + at.day);
  const auto risen = curve.quarters[quarter].minus(before).value().times(gone).value();
  return {before.times(whole).value().plus(risen).value(), whole.times(kHundred).value()};
}

}  // namespace

Fraction due_share(const packs::Curve& curve, int year, Date day) {
  const auto of_day = static_cast<int>(day.year());
  if (of_day < year) {
    return {Decimal{}, Decimal::whole(1)};
  }
  const auto at = place_of(of_day > year ? last_day_of_month(year, kMonths) : day);
  switch (curve.shape) {
    case packs::CurveShape::straight:
      return straight(at);
    case packs::CurveShape::milestones:
      return by_milestones(curve, at);
    case packs::CurveShape::quarters:
      return by_quarters(curve, at);
  }
  return straight(at);
}

Decimal due_percent(const packs::Curve& curve, int year, Date day) {
  return percent_of(due_share(curve, year, day)).value_or(Decimal{});
}

}  // namespace jiheng::scoring
