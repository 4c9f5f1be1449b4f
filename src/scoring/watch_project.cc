#include "scoring/watch_project.h"

#include <algorithm>

#include "scoring/due_share.h"
#include "scoring/execution.h"

namespace jiheng::scoring {
namespace {

/// What will have been spent by the year's end: at most the budget, and never less than is spent.
/// `due` is the share that was due on the day the execution is of.
void forecast_money(const WatchScheme& scheme, const Fraction& rate, const Fraction& due,
                    ExecutionWatch& watch, WatchSteps& steps) {
  if (rate.part > rate.whole) {
    watch.forecast = rate.part;
    steps.add("forecast_money_over", rate.part);
    return;
  }
  const auto ripe = reaches(due, scheme.pack().forecast.from);
  if (!ripe || !*ripe || due.part.is_zero()) {
    steps.add("forecast_early", scheme.pack().forecast.from);
    return;
  }
  const auto whole = exact(rate.part.times(due.whole));
  const auto value = whole ? exact(whole->divided_by(due.part, scheme.pack().places)) : whole;
  if (!value) {
    return;
  }
  const auto percent = percent_of(due).value_or(Decimal{});
  watch.forecast = std::min(*value, rate.whole);
  steps.add(*value > rate.whole ? "forecast_money_all" : "forecast_money", rate.part, percent,
            *watch.forecast);
}

packs::Light with_overspending(const packs::MonitoringPack& pack, const Fraction& rate,
                               packs::Light light, WatchSteps& steps) {
  if (!pack.execution.over || rate.part <= rate.whole) {
    return light;
  }
  steps.add("execution_over", rate.part, rate.whole);
  return *worse(pack, light, pack.execution.over);
}

Outcome<packs::Light> money_light(const WatchScheme& scheme, const Execution& execution,
                                  const WatchDay& at, ExecutionWatch& watch, WatchSteps& steps) {
  if (!execution.executed) {
    return tl::unexpected(Unscored::no_executed);
  }
  const auto rate = execution_rate(execution);
  if (!rate) {
    return tl::unexpected(Unscored::no_budget);
  }
  const auto due = due_share(packs::Curve{}, at.year, at.day);
  const auto due_then = at.said_earlier() ? due_share(packs::Curve{}, at.year, *at.said) : due;
  const auto part = exact(rate->part.times(due.whole));
  const auto whole = exact(rate->whole.times(due.part));
  const auto percent = percent_of(*rate);
  if (!part || !whole || !percent) {
    return tl::unexpected(Unscored::too_large);
  }
  watch.rate = *percent;
  if (at.said_earlier()) {
    steps.add("said_earlier", iso(*at.said), iso(at.day));
  }
  steps.add("execution_rate", rate->part, rate->whole, *percent);
  steps.add("execution_due", iso(at.day), percent_of(due).value_or(Decimal{}));
  if (due.part.is_zero()) {
    steps.add("nothing_due");
    watch.pace = kHundred;
    return packs::Light::green;
  }
  const Fraction reached{*part, *whole};
  const auto pace = percent_of(reached);
  if (!pace) {
    return tl::unexpected(pace.error());
  }
  watch.pace = *pace;
  steps.add("execution_pace", *percent, percent_of(due).value_or(Decimal{}), *pace);
  auto light = light_in(scheme.pack().execution.bands, reached, steps);
  if (light) {
    light = with_overspending(scheme.pack(), *rate, *light, steps);
    steps.add("light." + std::string(packs::word(*light)));
    forecast_money(scheme, *rate, due_then, watch, steps);
  }
  return light;
}

void count(const IndicatorWatch& watch, LightCounts& counts) {
  if (!watch.light) {
    ++(watch.unlit == Unscored::no_actual ? counts.not_reported : counts.unclear);
    return;
  }
  switch (*watch.light) {
    case packs::Light::red:
      ++counts.red;
      break;
    case packs::Light::yellow:
      ++counts.yellow;
      break;
    case packs::Light::green:
      ++counts.green;
      break;
    case packs::Light::blue:
      ++counts.blue;
      break;
  }
}

/// The mean of the rates, each counted at most so far.
void mean_of_rates(const WatchScheme& scheme, ProjectWatch& project, WatchSteps& steps) {
  const auto& settings = scheme.pack().quadrant;
  Decimal sum;
  int counted = 0;
  for (const auto& indicator : project.indicators) {
    if (!indicator.light || !indicator.rate) {
      continue;
    }
    const auto more = sum.plus(std::min(*indicator.rate, settings.cap));
    if (!more) {
      return;
    }
    sum = *more;
    ++counted;
  }
  if (counted == 0) {
    return;
  }
  const auto mean = sum.divided_by(Decimal::whole(counted), scheme.pack().places);
  if (mean) {
    project.goal_rate = *mean;
    steps.add("goal_rate", counted, settings.cap, sum, *mean);
  }
}

void place(const WatchScheme& scheme, ProjectWatch& project, WatchSteps& steps) {
  const auto& settings = scheme.pack().quadrant;
  if (!project.goal_rate || !project.execution.pace) {
    return;
  }
  const bool goals = *project.goal_rate >= settings.goals;
  const bool money = *project.execution.pace >= settings.money;
  using enum Quadrant;
  if (goals) {
    project.quadrant = money ? on_track : money_behind;
  } else {
    project.quadrant = money ? goals_behind : both_behind;
  }
  steps.add("quadrant." + std::string(word(*project.quadrant)), *project.goal_rate, settings.goals,
            *project.execution.pace, settings.money);
}

}  // namespace

std::optional<packs::Light> worse(const packs::MonitoringPack& pack,
                                  const std::optional<packs::Light>& one,
                                  const std::optional<packs::Light>& other) {
  if (!one || !other) {
    return one ? one : other;
  }
  const auto at = [&](packs::Light light) { return std::ranges::find(pack.worst_first, light); };
  return at(*one) <= at(*other) ? one : other;
}

ExecutionWatch watch_execution(const WatchScheme& scheme, const Execution& execution,
                               const WatchDay& at) {
  ExecutionWatch watch;
  WatchSteps steps(scheme.explains());
  if (const auto light = money_light(scheme, execution, at, watch, steps)) {
    watch.light = *light;
  } else {
    watch = {.unlit = light.error()};
  }
  if (scheme.explains()) {
    const auto& clause = scheme.pack().execution.clause;
    watch.derivation = {steps.take(), clause.text, clause.verified};
  }
  return watch;
}

ProjectWatch watch_project(const WatchScheme& scheme, const WatchedProject& project,
                           const WatchDay& at) {
  ProjectWatch watch;
  WatchSteps steps(scheme.explains());
  for (std::size_t i = 0; i < project.rows.size(); ++i) {
    watch.indicators.push_back(watch_indicator(scheme, project.rows[i], project.actuals[i],
                                               project.curves[i],
                                               {at.year, at.day, project.said[i]}));
    const auto& indicator = watch.indicators.back();
    count(indicator, watch.counts);
    watch.light = worse(scheme.pack(), watch.light, indicator.light);
    watch.missing_forecast += indicator.forecast_met == false ? 1 : 0;
  }
  watch.execution =
      watch_execution(scheme, project.execution, {at.year, at.day, project.money_said});
  watch.light = worse(scheme.pack(), watch.light, watch.execution.light);
  const auto& counts = watch.counts;
  steps.add("worst", counts.red, counts.yellow, counts.green, counts.blue, counts.not_reported,
            counts.unclear);
  steps.add(watch.light ? "light." + std::string(packs::word(*watch.light)) : "dark");
  mean_of_rates(scheme, watch, steps);
  place(scheme, watch, steps);
  if (scheme.explains()) {
    const auto& clause = scheme.pack().quadrant.clause;
    watch.derivation = {steps.take(), clause.text, clause.verified};
  }
  return watch;
}

}  // namespace jiheng::scoring
