#include "domain/score.h"

namespace jiheng {

std::string_view word(Unscored reason) {
  switch (reason) {
    case Unscored::no_points:
      return "no_points";
    case Unscored::no_target:
      return "no_target";
    case Unscored::no_actual:
      return "no_actual";
    case Unscored::not_comparable:
      return "not_comparable";
    case Unscored::fraction_unclear:
      return "fraction_unclear";
    case Unscored::day_unclear:
      return "day_unclear";
    case Unscored::level_unclear:
      return "level_unclear";
    case Unscored::no_budget:
      return "no_budget";
    case Unscored::no_executed:
      return "no_executed";
    case Unscored::no_amount:
      return "no_amount";
    case Unscored::too_large:
      return "too_large";
  }
  return "";
}

std::string_view word(StepKind kind) {
  switch (kind) {
    case StepKind::fraction_read:
      return "fraction_read";
    case StepKind::same_measure:
      return "same_measure";
    case StepKind::negative_is_zero:
      return "negative_is_zero";
    case StepKind::met:
      return "met";
    case StepKind::not_met:
      return "not_met";
    case StepKind::met_late:
      return "met_late";
    case StepKind::met_level:
      return "met_level";
    case StepKind::full:
      return "full";
    case StepKind::none:
      return "none";
    case StepKind::target_zero:
      return "target_zero";
    case StepKind::target_negative:
      return "target_negative";
    case StepKind::below_pass:
      return "below_pass";
    case StepKind::proportion:
      return "proportion";
    case StepKind::linear:
      return "linear";
    case StepKind::beyond_double:
      return "beyond_double";
    case StepKind::late_band:
      return "late_band";
    case StepKind::too_late:
      return "too_late";
    case StepKind::band:
      return "band";
    case StepKind::band_between:
      return "band_between";
    case StepKind::off_band:
      return "off_band";
    case StepKind::deducted:
      return "deducted";
    case StepKind::deducted_whole:
      return "deducted_whole";
    case StepKind::level:
      return "level";
    case StepKind::level_same_words:
      return "level_same_words";
    case StepKind::filed_in_level:
      return "filed_in_level";
    case StepKind::filed_outside_level:
      return "filed_outside_level";
    case StepKind::level_takes:
      return "level_takes";
    case StepKind::judged:
      return "judged";
    case StepKind::over:
      return "over";
    case StepKind::sum:
      return "sum";
    case StepKind::execution_rate:
      return "execution_rate";
    case StepKind::execution_part:
      return "execution_part";
    case StepKind::execution_over:
      return "execution_over";
    case StepKind::cap:
      return "cap";
    case StepKind::grade:
      return "grade";
  }
  return "";
}

std::string_view word(Difference difference) {
  switch (difference) {
    case Difference::none:
      return "none";
    case Difference::no_filed_score:
      return "no_filed_score";
    case Difference::scored_without_actual:
      return "scored_without_actual";
    case Difference::above_points:
      return "above_points";
    case Difference::negative:
      return "negative";
    case Difference::full_though_not_met:
      return "full_though_not_met";
    case Difference::less_though_met:
      return "less_though_met";
    case Difference::outside_level:
      return "outside_level";
    case Difference::other_ceiling_form:
      return "other_ceiling_form";
    case Difference::other:
      return "other";
  }
  return "";
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
