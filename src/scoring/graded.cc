#include <algorithm>

#include "scoring/actual_words.h"
#include "scoring/methods.h"

namespace jiheng::scoring {
namespace {

const packs::LevelSettings* level_said(std::string_view text,
                                       const std::vector<packs::LevelSettings>& levels) {
  for (const auto& level : levels) {
    const bool said =
        says(text, level.name) ||
        std::ranges::any_of(level.words, [&](const std::string& word) { return says(text, word); });
    if (said) {
      return &level;
    }
  }
  return nullptr;
}

/// The scores of a level: those below its upper end, unless that is the whole.
Outcome<ScoreInterval> interval_of(const packs::LevelSettings& level, const Case& given) {
  const int places = given.profile.places;
  auto low = share_of(given.points, {level.from, kHundred}, places);
  auto high = share_of(given.points, {level.to, kHundred}, places);
  if (!low || !high) {
    return tl::unexpected(Unscored::too_large);
  }
  if (level.to < kHundred) {
    high = exact(high->minus(Decimal::of(1, places)));
  }
  return ScoreInterval{*low, high ? std::max(*low, *high) : *low};
}

Outcome<Decimal> within_level(const Case& given, const packs::LevelSettings& level, Score& score,
                              Steps& steps) {
  const auto interval = interval_of(level, given);
  if (!interval) {
    return tl::unexpected(interval.error());
  }
  score.level = level.name;
  score.interval = *interval;
  steps.add(StepKind::level, level.name, level.from, level.to, given.points, interval->low,
            interval->high);
  if (!given.filed) {
    auto taken = share_of(given.points, {level.takes, kHundred}, given.profile.places);
    if (taken) {
      steps.add(StepKind::level_takes, level.takes, *taken);
    }
    return taken;
  }
  const auto nearest = std::clamp(*given.filed, interval->low, interval->high);
  score.by_person = nearest == *given.filed;
  steps.add(score.by_person ? StepKind::filed_in_level : StepKind::filed_outside_level,
            *given.filed, nearest);
  return nearest;
}

/// No word names a level: a person's score stands for the level it lies in.
Outcome<Decimal> judged(const Case& given, Score& score, Steps& steps) {
  const bool possible = given.filed && !given.filed->is_negative() && *given.filed <= given.points;
  if (!possible) {
    return tl::unexpected(Unscored::level_unclear);
  }
  score.by_person = true;
  steps.add(StepKind::judged, *given.filed, given.points);
  return *given.filed;
}

}  // namespace

Outcome<Decimal> score_graded(const Case& given, Score& score, Steps& steps) {
  const auto& levels = given.profile.graded.levels;
  if (const auto* level = level_said(given.actual.text, levels)) {
    steps.add(StepKind::met_level, given.row.target, given.actual.text);
    return within_level(given, *level, score, steps);
  }
  if (given.actual.text == given.row.target) {
    steps.add(StepKind::level_same_words, given.row.target);
    return within_level(given, levels.front(), score, steps);
  }
  steps.add(StepKind::met_level, given.row.target, given.actual.text);
  return judged(given, score, steps);
}

}  // namespace jiheng::scoring
