#include "domain/distribution.h"

#include <gtest/gtest.h>

#include <vector>

namespace jiheng {
namespace {

std::vector<Decimal> numbers(std::initializer_list<std::int64_t> values) {
  std::vector<Decimal> numbers;
  for (const auto value : values) {
    numbers.push_back(Decimal::whole(value));
  }
  return numbers;
}

TEST(Distribution, LiesInProportionBetweenValues) {
  const auto lies = distribution_of(numbers({1, 2, 3, 4})).value();
  EXPECT_EQ(lies.n, 4U);
  EXPECT_EQ(lies.lowest, Decimal::whole(1));
  EXPECT_EQ(lies.first_quarter, Decimal::of(175, 2));
  EXPECT_EQ(lies.median, Decimal::of(25, 1));
  EXPECT_EQ(lies.third_quarter, Decimal::of(325, 2));
  EXPECT_EQ(lies.highest, Decimal::whole(4));
}

TEST(Distribution, OfOneValueIsThatValue) {
  const auto lies = distribution_of(numbers({7})).value();
  EXPECT_EQ(lies.first_quarter, Decimal::whole(7));
  EXPECT_EQ(lies.third_quarter, Decimal::whole(7));
}

TEST(Distribution, OfNothingIsNone) {
  EXPECT_EQ(distribution_of({}).error().message.key, "distribution.empty");
}

TEST(Percentile, CountsEqualsHalf) {
  const auto values = numbers({1, 2, 2, 3});
  EXPECT_EQ(percentile_of(Decimal::whole(2), values), 50);
  EXPECT_EQ(percentile_of(Decimal::whole(0), values), 0);
  EXPECT_EQ(percentile_of(Decimal::whole(9), values), 100);
  EXPECT_EQ(percentile_of(Decimal::of(200, 2), values), 50);
  EXPECT_EQ(percentile_of(Decimal::whole(1), {}), 50);
}

}  // namespace
}  // namespace jiheng
