#include "domain/score.h"

#include <array>

namespace jiheng {
namespace {

// In the order of the enumerations.
constexpr std::array<std::string_view, 12> kUnscored{
    "no_points",        "no_target",   "no_actual",     "not_comparable",
    "fraction_unclear", "day_unclear", "level_unclear", "no_budget",
    "no_executed",      "no_amount",   "too_large",     "year_unknown"};

static_assert(kUnscored.size() == static_cast<std::size_t>(Unscored::year_unknown) + 1);

constexpr std::array<std::string_view, 43> kSteps{"fraction_read",
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
                                                  "execution_initial"};

static_assert(kSteps.size() == static_cast<std::size_t>(StepKind::execution_initial) + 1);

constexpr std::array<std::string_view, 10> kDifferences{"none",
                                                        "no_filed_score",
                                                        "scored_without_actual",
                                                        "above_points",
                                                        "negative",
                                                        "full_though_not_met",
                                                        "less_though_met",
                                                        "outside_level",
                                                        "other_ceiling_form",
                                                        "other"};

static_assert(kDifferences.size() == static_cast<std::size_t>(Difference::other) + 1);

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

}  // namespace jiheng
