#include "scoring/aggregate.h"

#include <gtest/gtest.h>

#include <vector>

namespace jiheng::scoring {
namespace {

Decimal number(std::string_view text) {
  return Decimal::parse(text).value();
}

TEST(Aggregate, SumsAbsoluteValues) {
  const std::vector<UnitActual> units{{number("3")}, {number("4.5")}};
  EXPECT_EQ(aggregate(units, MeasureKind::count, 2)->to_string(), "7.5");
}

TEST(Aggregate, WeighsRatiosByMoney) {
  // (90 × 300 + 60 × 100) ÷ 400 = 82.5
  const std::vector<UnitActual> units{{number("90"), number("300")}, {number("60"), number("100")}};
  EXPECT_EQ(aggregate(units, MeasureKind::ratio, 2)->to_string(), "82.50");
}

TEST(Aggregate, ARatioWithoutMoneyHasNoMean) {
  const std::vector<UnitActual> units{{number("90"), number("300")}, {number("60")}};
  EXPECT_EQ(aggregate(units, MeasureKind::ratio, 2).error(), Unscored::no_amount);
  const std::vector<UnitActual> nothing{{number("90"), number("0")}};
  EXPECT_EQ(aggregate(nothing, MeasureKind::ratio, 2).error(), Unscored::no_amount);
}

TEST(Aggregate, NoUnitsAreNotZero) {
  EXPECT_EQ(aggregate({}, MeasureKind::count, 2).error(), Unscored::no_actual);
}

}  // namespace
}  // namespace jiheng::scoring
