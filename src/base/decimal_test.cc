#include "base/decimal.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jiheng {
namespace {

Decimal of(std::string_view text) {
  return Decimal::parse(text).value();
}

TEST(Decimal, KeepsItsWrittenScale) {
  EXPECT_EQ(of("90.00").to_string(), "90.00");
  EXPECT_EQ(of("90.00").to_shortest_string(), "90");
  EXPECT_EQ(of("-0.50").to_string(), "-0.50");
  EXPECT_TRUE(of("90.00") == of("90"));
  EXPECT_TRUE(of("0.1").plus(of("0.2")).value() == of("0.3"));
  EXPECT_EQ(of("123456789012345678.91").to_string(), "123456789012345678.91");
}

TEST(Decimal, RefusesWhatIsNoNumber) {
  for (const auto* text : {"", "-", ".", "1.", ".5", "1,000", "1e5", "十", "1 "}) {
    EXPECT_FALSE(Decimal::parse(text)) << text;
  }
  EXPECT_EQ(Decimal::parse(std::string(50, '9')).error().message.key, "decimal.overflow");
}

TEST(Decimal, RoundsHalfUpAwayFromZero) {
  EXPECT_EQ(of("2.345").rounded(2)->to_string(), "2.35");
  EXPECT_EQ(of("-2.345").rounded(2)->to_string(), "-2.35");
  EXPECT_EQ(of("2.344").rounded(2)->to_string(), "2.34");
  EXPECT_EQ(of("1").divided_by(of("3"), 4)->to_string(), "0.3333");
  EXPECT_FALSE(of("1").divided_by(of("0"), 2));
}

TEST(Decimal, OverflowIsAnError) {
  const auto large = of(std::string(38, '9'));
  EXPECT_FALSE(large.times(large));
  EXPECT_FALSE(large.plus(large).has_value() && large.times(of("10")).has_value());
}

RC_GTEST_PROP(DecimalProperty, ReadsBackWhatItWrites, (std::int64_t digits)) {
  const auto scale = *rc::gen::inRange(0, Decimal::kMaxScale + 1);
  const auto value = Decimal::of(digits, scale);
  RC_ASSERT(of(value.to_string()).to_string() == value.to_string());
  RC_ASSERT(of(value.to_shortest_string()) == value);
}

RC_GTEST_PROP(DecimalProperty, AddsAndTakesAway, (std::int32_t a, std::int32_t b)) {
  const auto x = Decimal::of(a, *rc::gen::inRange(0, 6));
  const auto y = Decimal::of(b, *rc::gen::inRange(0, 6));
  RC_ASSERT(x.plus(y)->minus(y).value() == x);
  RC_ASSERT(x.plus(y).value() == y.plus(x).value());
  RC_ASSERT((x < y) == (x.minus(y)->is_negative()));
}

RC_GTEST_PROP(DecimalProperty, TheScaleDoesNotMatter, (std::int32_t a)) {
  const auto x = Decimal::whole(a);
  RC_ASSERT(x.rounded(5).value() == x);
  RC_ASSERT(x.times(Decimal::whole(10'000))->divided_by(Decimal::whole(10'000), 0).value() == x);
}

}  // namespace
}  // namespace jiheng
