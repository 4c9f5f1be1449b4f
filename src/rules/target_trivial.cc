#include <optional>

#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

/// The mean of the actuals; nothing unless all of the last `years` years are known.
std::optional<Decimal> mean_of(std::span<const PastValue> past, int year, std::int64_t years) {
  auto sum = Decimal::whole(0);
  std::int64_t known = 0;
  for (const auto& one : past) {
    if (!one.actual || one.year < year - years) {
      continue;
    }
    const auto next = sum.plus(*one.actual);
    if (!next) {
      return std::nullopt;
    }
    sum = *next;
    ++known;
  }
  const auto mean = known == years ? sum.divided_by(Decimal::whole(years), 4)
                                   : fail(ErrorCode::not_found, {"decimal.not_a_number"});
  return mean ? std::optional(*mean) : std::nullopt;
}

/// A number of the base as this row writes it.
std::string written(const Decimal& value, const Measure& measure) {
  return in_measure(value, measure).value_or(value).to_shortest_string();
}

/// What a floor is not above: the last actual, the mean, or a single piece.
void check_floor(const Row& row, const Decimal& target, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  const int year = *row.facts.year;
  const auto past = past_of(indicator, row.facts.past);
  const auto years = parameters.number("mean_years");
  const auto report = [&](const Decimal& before, std::string variant) {
    sink.report({.column = Column::target,
                 .args = {indicator.target, written(before, indicator.measured),
                          years ? years->to_shortest_string() : ""},
                 .variant = std::move(variant)});
  };
  if (past.empty()) {
    return;
  }
  const auto& last = past.front();
  if (last.year == year - 1 && last.actual && target <= *last.actual) {
    report(*last.actual, "");
    return;
  }
  if (years) {
    const auto mean = mean_of(past, year, static_cast<std::int64_t>(years->digits()));
    if (mean && target <= *mean) {
      report(*mean, "mean");
      return;
    }
  }
  if (indicator.measured.kind == MeasureKind::count && target <= Decimal::whole(1)) {
    report(target, "one");
  }
}

/// ≥ and ＞ only: what is fixed or may not be exceeded is not ambitious by growing.
void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  const auto* number = number_of(indicator);
  if (!row.facts.year || number == nullptr || !is_floor(indicator)) {
    return;
  }
  const auto target = in_base(*number, indicator.measured);
  const auto share = share_of(indicator);
  const bool whole = share && *share >= Decimal::whole(1);  // no more can be asked for
  if (target && !whole) {
    check_floor(row, *target, parameters, sink);
  }
}

}  // namespace

const Rule kTargetTrivial{.id = "target_trivial",
                          .number = 30,
                          .severity = Severity::warning,
                          .aspect = Aspect::appropriateness,
                          .check = check};

}  // namespace jiheng::rules
