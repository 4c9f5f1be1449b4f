#include "scoring/watch_indicator.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "scoring/due_share.h"
#include "scoring/scoring_for_test.h"

namespace jiheng::scoring {
namespace {

using test::actual_of;
using test::row_of;

const packs::MonitoringPack& pack() {
  static const auto kPack = test::library().monitoring_pack("national-2019").value();
  return kPack;
}

const WatchScheme& scheme() {
  static const auto kScheme = WatchScheme::make(pack()).value();
  return kScheme;
}

Decimal any_value() {
  return Decimal::of(*rc::gen::inRange<std::int64_t>(0, 1'000'000), *rc::gen::inRange(0, 3));
}

Comparator any_sign() {
  return *rc::gen::element(Comparator::at_least, Comparator::more_than, Comparator::at_most,
                           Comparator::less_than, Comparator::equal);
}

packs::Curve any_curve() {
  using packs::CurveShape;
  switch (*rc::gen::inRange(0, 3)) {
    case 0:
      return {};
    case 1: {
      auto shares = *rc::gen::container<std::vector<int>>(4, rc::gen::inRange(0, 101));
      std::ranges::sort(shares);
      packs::Curve curve{.shape = CurveShape::quarters};
      for (const int share : shares) {
        curve.quarters.push_back(Decimal::whole(share));
      }
      return curve;
    }
    default: {
      const auto share = *rc::gen::inRange(0, 101);
      return {.shape = CurveShape::milestones,
              .milestones = {{3, 31, Decimal::whole(share)}, {11, 15, Decimal::whole(100)}}};
    }
  }
}

Date any_day() {
  return *make_date(2022, *rc::gen::inRange(1, 13), *rc::gen::inRange(1, 29));
}

/// 0 for the worst; what is better than due (blue) counts as good as due: the pack flags it.
int goodness(const IndicatorWatch& watch) {
  RC_ASSERT(watch.light.has_value());
  return *watch.light == packs::Light::red ? 0 : *watch.light == packs::Light::yellow ? 1 : 2;
}

RC_GTEST_PROP(WatchIndicator, DoingBetterNeverGivesAWorseLight, ()) {
  auto sign = any_sign();
  const auto target = any_value();
  RC_PRE(sign != Comparator::equal || target > Decimal{});
  const auto curve = any_curve();
  const auto one = any_value();
  const auto other = any_value();
  const auto [less, more] = std::minmax(one, other);
  const bool ceiling = sign == Comparator::at_most || sign == Comparator::less_than;
  const auto row = row_of(sign, target, "个", Decimal::whole(10));
  const WatchDay at{2022, any_day()};
  const auto low = watch_indicator(scheme(), row, actual_of(less), &curve, at);
  const auto high = watch_indicator(scheme(), row, actual_of(more), &curve, at);
  const bool in_order = ceiling ? goodness(high) <= goodness(low) : goodness(low) <= goodness(high);
  RC_ASSERT(in_order);
}

RC_GTEST_PROP(WatchIndicator, TheScaleOfTheMeasureDoesNotMatter, ()) {
  const auto sign = any_sign();
  const auto target = any_value();
  const auto value = any_value();
  const auto curve = any_curve();
  const auto ten_thousand = Decimal::whole(10'000);
  const WatchDay at{2022, any_day()};
  const auto points = Decimal::whole(10);
  const auto in_wan =
      watch_indicator(scheme(), row_of(sign, target, "万元", points), actual_of(value), &curve, at);
  const auto mixed =
      watch_indicator(scheme(), row_of(sign, target, "万元", points),
                      actual_of(value.times(ten_thousand).value(), "元"), &curve, at);
  const auto in_yuan =
      watch_indicator(scheme(), row_of(sign, target.times(ten_thousand).value(), "元", points),
                      actual_of(value.times(ten_thousand).value()), &curve, at);
  RC_ASSERT(in_wan.light == in_yuan.light);
  RC_ASSERT(in_wan.light == mixed.light);
  RC_ASSERT(in_wan.rate == in_yuan.rate);
  RC_ASSERT(in_wan.rate == mixed.rate);
}

RC_GTEST_PROP(WatchIndicator, WithoutAValueThereIsNoLight, ()) {
  const auto curve = any_curve();
  const auto row = row_of(any_sign(), any_value(), "个", Decimal::whole(10));
  const auto watch = watch_indicator(scheme(), row, {}, &curve, {2022, any_day()});
  RC_ASSERT(!watch.light.has_value());
  RC_ASSERT(watch.unlit == Unscored::no_actual);
}

RC_GTEST_PROP(DueShare, NeverFallsAndNeverLeavesTheWhole, ()) {
  const auto curve = any_curve();
  const auto one = any_day();
  const auto other = any_day();
  const auto [early, late] = std::minmax(one, other);
  const auto before = due_share(curve, 2022, early);
  const auto after = due_share(curve, 2022, late);
  const auto left = before.part.times(after.whole).value();
  const auto right = after.part.times(before.whole).value();
  RC_ASSERT(left <= right);
  RC_ASSERT(after.part <= after.whole);
  RC_ASSERT(!before.part.is_negative());
}

TEST(DueShare, EndsOfMonthsAreTwelfths) {
  for (int month = 1; month <= 12; ++month) {
    const auto share = due_share({}, 2022, last_day_of_month(2022, month));
    EXPECT_EQ(share.part.times(Decimal::whole(12)).value(),
              share.whole.times(Decimal::whole(month)).value());
  }
}

TEST(WatchIndicator, NumbersBeyondAllMeasureAreNotLitAndNotWrong) {
  const auto most = Decimal::of(
      (~static_cast<Decimal::Integer>(0)) ^ (static_cast<Decimal::Integer>(1) << 127), 0);
  const auto row = row_of(Comparator::at_least, most, "个", Decimal::whole(10));
  const auto watch =
      watch_indicator(scheme(), row, actual_of(most.minus(Decimal::whole(1)).value()), nullptr,
                      {2022, *make_date(2022, 7, 31)});
  EXPECT_EQ(watch.unlit, Unscored::too_large);
  EXPECT_EQ(watch.light, std::nullopt);
}

}  // namespace
}  // namespace jiheng::scoring
