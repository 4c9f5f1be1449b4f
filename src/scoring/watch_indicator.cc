#include "scoring/watch_indicator.h"

#include <algorithm>
#include <array>

#include "scoring/actual_words.h"
#include "scoring/comparison.h"
#include "scoring/completion.h"
#include "scoring/due_share.h"

namespace jiheng::scoring {
namespace {

/// An indicator while its light is found.
struct Watching {
  const WatchScheme& scheme;
  const Indicator& row;
  const Actual& actual;
  const packs::Curve& curve;
  WatchDay at;
  Fraction due;
  IndicatorWatch& watch;
  WatchSteps& steps;
};

void light(const Watching& given, packs::Light light, const packs::ClauseSettings& clause) {
  given.watch.light = light;
  given.steps.add("light." + std::string(packs::word(light)));
  given.watch.derivation.clause = clause.text;
  given.watch.derivation.clause_verified = clause.verified;
}

void light_met(const Watching& given, bool met, const packs::MetSettings& settings) {
  light(given, met ? settings.met : settings.missed, settings.clause);
}

/// Words that name a level; the very words of the target name the best.
bool light_level(const Watching& given) {
  const auto& settings = given.scheme.pack().qualitative;
  const auto said = [&](const packs::WatchLevel& level) {
    return says(given.actual.text, level.name) ||
           std::ranges::any_of(
               level.words, [&](const std::string& word) { return says(given.actual.text, word); });
  };
  auto level = std::ranges::find_if(settings.levels, said);
  if (level == settings.levels.end() && given.actual.text == given.row.target) {
    level = settings.levels.begin();
  }
  if (level == settings.levels.end()) {
    given.watch.unlit = Unscored::level_unclear;
    return false;
  }
  given.steps.add("level", given.row.target, given.actual.text, level->name);
  given.watch.rate = level->rate;
  light(given, level->light, settings.clause);
  return true;
}

/// What is due by the day, said by the curve's own words.
void explain_due(const Watching& given) {
  const auto percent = percent_of(given.due);
  if (!percent) {
    return;
  }
  given.watch.due_share = *percent;
  const auto rule = std::string(packs::word(given.curve.shape));
  given.steps.add("due_" + rule, iso(given.at.day), *percent, given.due.part, given.due.whole);
}

/// What happened is not undone: accidents, money spent. A rate or a span of time may fall again.
bool only_grows(const Indicator& row) {
  constexpr std::array kGrowing{MeasureKind::count,  MeasureKind::money, MeasureKind::area,
                                MeasureKind::length, MeasureKind::mass,  MeasureKind::volume,
                                MeasureKind::energy};
  return std::ranges::find(kGrowing, row.measured.kind) != kGrowing.end();
}

/// More than the whole year may bring, and it will not be less: ≤ 3 with 4, ＝ 0 with 1.
bool is_passed(const Watching& given, const Comparison& comparison) {
  const auto& values = comparison.quantities;
  const bool exact_only =
      values.low.is_zero() || given.scheme.comparing().proportion.equal == packs::EqualForm::exact;
  const bool limited = comparison.direction == Direction::ceiling ||
                       comparison.direction == Direction::range ||
                       (comparison.direction == Direction::equal && exact_only);
  return limited && values.actual > values.high && only_grows(given.row);
}

bool will_meet(const Watching& given, const Comparison& comparison, const Decimal& forecast) {
  const auto& values = comparison.quantities;
  switch (comparison.direction) {
    case Direction::ceiling:
      return forecast <= values.high;
    case Direction::range:
      return forecast >= values.low && forecast <= values.high;
    case Direction::equal:
      // What is planned as 0 must stay 0.
      return values.low.is_zero() ? forecast <= values.low
                                  : forecast >= values.low && !is_passed(given, comparison);
    case Direction::floor:
    case Direction::day:
      break;
  }
  return forecast >= values.low;
}

/// The year's end at the present pace: value ÷ the share that was due on its own day.
void forecast(const Watching& given, const Comparison& comparison) {
  const auto& values = comparison.quantities;
  const auto& settings = given.scheme.pack().forecast;
  const auto due =
      given.at.said_earlier() ? due_share(given.curve, given.at.year, *given.at.said) : given.due;
  const auto ripe = reaches(due, settings.from);
  if (!ripe || !*ripe || due.part.is_zero()) {
    if (is_passed(given, comparison)) {
      given.watch.forecast = values.actual;
      given.watch.forecast_met = false;
      given.steps.add("forecast_passed", values.actual, values.measure, values.high);
      return;
    }
    given.steps.add("forecast_early", settings.from);
    return;
  }
  const auto whole = exact(values.actual.times(due.whole));
  const auto value = whole ? exact(whole->divided_by(due.part, given.scheme.pack().places)) : whole;
  if (!value) {
    return;
  }
  given.watch.forecast = *value;
  given.watch.forecast_met = will_meet(given, comparison, *value);
  given.steps.add(*given.watch.forecast_met ? "forecast_met" : "forecast_missed", values.actual,
                  percent_of(due).value_or(Decimal{}), *value, values.measure);
}

/// A ÷ (T × share) against the bands.
Outcome<void> light_progress(const Watching& given, const Comparison& comparison) {
  const auto& values = comparison.quantities;
  const auto part = exact(values.actual.times(given.due.whole));
  const auto whole = exact(values.low.times(given.due.part));
  if (!part || !whole) {
    return tl::unexpected(Unscored::too_large);
  }
  const auto due = exact(whole->divided_by(given.due.whole, given.scheme.pack().places));
  if (!due) {
    return tl::unexpected(due.error());
  }
  given.watch.due = *due;
  const Fraction reached{*part, *whole};
  const auto rate = percent_of(reached);
  if (!rate) {
    return tl::unexpected(rate.error());
  }
  given.watch.rate = *rate;
  given.steps.add("due_value", values.low, values.measure, *due, *given.watch.due_share);
  given.steps.add("progress", values.actual, *due, *rate);
  const auto& settings = given.scheme.pack().positive;
  const auto found = light_in(settings.bands, reached, given.steps);
  if (!found) {
    return tl::unexpected(found.error());
  }
  light(given, *found,
        given.row.comparator == Comparator::equal ? given.scheme.pack().equal.met.clause
                                                  : settings.clause);
  return {};
}

const packs::MetSettings& ceiling_of(const Watching& given) {
  const auto& pack = given.scheme.pack();
  return given.row.comparator == Comparator::less_than ? pack.less_than : pack.at_most;
}

/// Met or missed, and how much of the target is left of it.
void light_by_target(const Watching& given, const Comparison& comparison,
                     const packs::MetSettings& settings) {
  Steps quiet(false);
  const auto completion = completion_of(comparison, given.scheme.comparing(), quiet);
  const auto rate = completion ? percent_of(completion->fraction)
                               : Outcome<Decimal>(tl::unexpected(completion.error()));
  given.watch.rate = rate ? std::optional(*rate) : std::nullopt;
  light_met(given, comparison.met, settings);
}

bool comes_due(const Comparison& comparison) {
  const bool range_left = comparison.direction == Direction::range &&
                          comparison.quantities.actual > comparison.quantities.high;
  return comparison.direction != Direction::ceiling && !range_left &&
         comparison.quantities.low > Decimal{};
}

Outcome<void> light_number(const Watching& given, const Comparison& comparison) {
  const auto& pack = given.scheme.pack();
  given.watch.actual = comparison.quantities.actual;
  given.watch.measure = comparison.quantities.measure;
  explain_due(given);
  if (comparison.direction == Direction::ceiling) {
    light_by_target(given, comparison, ceiling_of(given));
  } else if (!comes_due(comparison) || (comparison.direction == Direction::equal &&
                                        pack.equal.by == packs::EqualWatch::met)) {
    light_by_target(given, comparison, pack.equal.met);
  } else if (given.due.part.is_zero()) {
    given.steps.add("nothing_due");
    given.watch.rate = kHundred;
    light(given, pack.equal.met.met, pack.curves.clause);
  } else if (const auto lit = light_progress(given, comparison); !lit) {
    return lit;
  }
  forecast(given, comparison);
  return {};
}

Outcome<void> find_light(const Watching& given) {
  const bool words = std::holds_alternative<TextTarget>(given.actual.typed) ||
                     std::holds_alternative<GradeTarget>(given.actual.typed);
  const bool of_words =
      !is_measurable(given.row) || given.row.comparator == Comparator::qualitative;
  if (words || (of_words && !std::holds_alternative<DateTarget>(given.row.typed))) {
    return light_level(given) ? Outcome<void>() : tl::unexpected(*given.watch.unlit);
  }
  Steps compared(given.steps.kept());
  const auto comparison =
      compare(given.row, given.actual, given.at.year, given.scheme.comparing(), compared);
  if (!comparison) {
    return tl::unexpected(comparison.error());
  }
  given.steps.add_all(compared.take());
  if (comparison->direction != Direction::day) {
    return light_number(given, *comparison);
  }
  given.watch.rate = comparison->met ? kHundred : Decimal{};
  light_met(given, comparison->met, given.scheme.pack().day);
  return {};
}

}  // namespace

Outcome<packs::Light> light_in(const std::vector<packs::LightBand>& bands, const Fraction& reached,
                               WatchSteps& steps) {
  for (const auto& band : bands) {
    const auto from = reaches(reached, band.from);
    const auto beyond = band.to ? reaches(reached, *band.to) : Outcome<bool>(false);
    if (!from || !beyond) {
      return tl::unexpected(Unscored::too_large);
    }
    if (*from && !*beyond) {
      const auto percent = percent_of(reached).value_or(Decimal{});
      steps.add(band.to ? "band_between" : "band", percent, band.from, band.to.value_or(Decimal{}));
      return band.light;
    }
  }
  return tl::unexpected(Unscored::too_large);
}

IndicatorWatch watch_indicator(const WatchScheme& scheme, const Indicator& row,
                               const Actual& actual, const packs::Curve* curve,
                               const WatchDay& at) {
  IndicatorWatch watch;
  WatchSteps steps(scheme.explains());
  if (is_blank(actual.text)) {
    watch.unlit = Unscored::no_actual;
  } else if (has_no_target(row)) {
    watch.unlit = Unscored::no_target;
  } else {
    const auto& used = curve != nullptr ? *curve : scheme.curve_of(row);
    const Watching given{scheme, row,  actual, used, at, due_share(used, at.year, at.day),
                         watch,  steps};
    if (at.said_earlier()) {
      steps.add("said_earlier", iso(*at.said), iso(at.day));
    }
    if (const auto lit = find_light(given); !lit) {
      watch = {.unlit = lit.error()};
    }
  }
  if (scheme.explains()) {
    if (watch.unlit) {
      watch.derivation.clause = scheme.pack().clause.text;
      watch.derivation.clause_verified = scheme.pack().clause.verified;
    }
    watch.derivation.steps = steps.take();
  } else {
    watch.derivation = {};
  }
  return watch;
}

}  // namespace jiheng::scoring
