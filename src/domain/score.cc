#include "domain/score.h"

#include <algorithm>
#include <array>

namespace jiheng {
namespace {

// In the order of the enumerations.
constexpr std::array<std::string_view, 18> kUnscored{
    "no_points",       "no_target",        "no_actual",   "not_comparable",  "fraction_unclear",
    "day_unclear",     "level_unclear",    "no_budget",   "no_executed",     "no_amount",
    "too_large",       "year_unknown",     "no_room",     "negative_points", "actual_range",
    "actual_fraction", "actual_no_number", "unit_unclear"};

static_assert(kUnscored.size() == static_cast<std::size_t>(kLastUnscored) + 1);

constexpr std::array<std::string_view, 54> kSteps{"fraction_read",
                                                  "same_measure",
                                                  "negative_is_zero",
                                                  "met",
                                                  "not_met",
                                                  "met_late",
                                                  "met_level",
                                                  "full",
                                                  "none",
                                                  "target_zero",
                                                  "target_negative",
                                                  "below_pass",
                                                  "proportion",
                                                  "linear",
                                                  "beyond_double",
                                                  "late_band",
                                                  "too_late",
                                                  "band",
                                                  "band_between",
                                                  "off_band",
                                                  "deducted",
                                                  "deducted_whole",
                                                  "level",
                                                  "level_same_words",
                                                  "filed_in_level",
                                                  "filed_outside_level",
                                                  "level_takes",
                                                  "judged",
                                                  "over",
                                                  "sum",
                                                  "execution_rate",
                                                  "execution_part",
                                                  "execution_over",
                                                  "cap",
                                                  "grade",
                                                  "approximate",
                                                  "at_limit",
                                                  "at_limit_missed",
                                                  "points_proposed",
                                                  "some_points_proposed",
                                                  "points_beyond",
                                                  "points_off",
                                                  "execution_initial",
                                                  "units_sum",
                                                  "units_mean",
                                                  "units_parts",
                                                  "whole_parts",
                                                  "within_tolerance",
                                                  "unit_no_number",
                                                  "unit_other_measure",
                                                  "unit_fraction_unclear",
                                                  "unit_no_amount",
                                                  "value_earlier",
                                                  "money_earlier"};

static_assert(kSteps.size() == static_cast<std::size_t>(kLastStep) + 1);

constexpr std::array<std::string_view, 11> kDifferences{"none",
                                                        "no_filed_score",
                                                        "scored_without_actual",
                                                        "above_points",
                                                        "negative",
                                                        "full_though_not_met",
                                                        "less_though_met",
                                                        "outside_level",
                                                        "other_ceiling_form",
                                                        "other",
                                                        "filed_no_number"};

static_assert(kDifferences.size() == static_cast<std::size_t>(kLastDifference) + 1);

}  // namespace

std::string_view word(Unscored reason) {
  return kUnscored.at(static_cast<std::size_t>(reason));
}

std::string_view word(StepKind kind) {
  return kSteps.at(static_cast<std::size_t>(kind));
}

std::string_view word(Difference difference) {
  return kDifferences.at(static_cast<std::size_t>(difference));
}

Text text_of(const Step& step) {
  return {"scoring.step." + std::string(word(step.kind)), step.values};
}

Text text_of(Unscored reason) {
  return {"scoring.unscored." + std::string(word(reason))};
}

Text text_of(Difference difference) {
  return {"scoring.difference." + std::string(word(difference))};
}

bool has_score(const ProjectScore& project) {
  const auto is_scored = [](const Score& score) { return score.score.has_value(); };
  return std::ranges::any_of(project.scores, is_scored) ||
         (project.execution && is_scored(*project.execution));
}

std::vector<Text> total_texts(const ProjectScore& project) {
  std::vector<Text> texts;
  for (const auto& step : project.derivation.steps) {
    auto text = text_of(step);
    if (step.kind == StepKind::sum && !(project.execution && project.execution->score)) {
      text.key += has_score(project) ? "_without_execution" : "_of_nothing";
    }
    texts.push_back(std::move(text));
  }
  return texts;
}

}  // namespace jiheng
