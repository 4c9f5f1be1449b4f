#include "rules/catalogue.h"

#include <algorithm>
#include <array>

namespace jiheng::rules {
namespace {

constexpr std::array kCatalogue{
    &kGoalMissing,
    &kOutputOrBenefitMissing,
    &kSatisfactionMissing,
    &kQuantityOrQualityMissing,
    &kCostMissing,
    &kTimelinessMissing,
    &kTargetEmpty,
    &kPlaceholderLeft,
    &kIndicatorCountUnusual,
    &kGoalWithoutIndicator,
    &kIndicatorRepeated,
    &kWordingVague,
    &kQualitativeShareHigh,
    &kQualitativeWithNumber,
    &kNumberExpected,
    &kQuantityNotCounted,
    &kRateNotNumeric,
    &kRateUnexplained,
    &kGradesUndescribed,
    &kTimelinessWithoutTime,
    &kMeasureMissing,
    &kMeasureInTarget,
    &kMeasureConflictsWithName,
    &kMeasureUnfitForName,
    &kRatioAboveWhole,
    &kAtLeastWhole,
    &kSatisfactionTargetUnusual,
    &kMeasureUnknown,
    &kSpellingNotCanonical,
    &kTargetTrivial,
    &kTargetZero,
    &kCostWithoutCeiling,
    &kHarmWithoutCeiling,
    &kGoodWithCeiling,
    &kOpenEndFixed,
    &kRatioInQuantity,
    &kCountInQuality,
    &kOutputAsBenefit,
    &kSatisfactionMisplaced,
    &kCostNotMoney,
    &kBoilerplate,
    &kMoneyProcessAsOutput,
    &kCategoryOutsideFrame,
    &kFundingSumWrong,
    &kCostExceedsBudget,
    &kCostPerOutputUnusual,
    &kPeriodReversed,
    &kDeadlineOutsideYear,
    &kProjectKindUnknown,
    &kPointsDoNotAddUp,
    &kPointsTotalWrong,
    &kPointsDifferFromProfile,
    &kPointsUniform,
    &kPointsNotPositive,
    &kScoreRecomputedDiffers,
    &kScoreTotalWrong,
    &kExecutionScoreWrong,
    &kDeviationUnexplained,
    &kOverachievementUnexplained,
    &kFullMarksEverywhere,
    &kGradeOutsideBand,
    &kResultsOutrunMoney,
    &kDiffersFromApproved,
    &kSurveyMissing,
    &kSecretInPublic,
    &kBudgetWithoutGoal,
    &kAmountScopeMixed,
    &kPercentSignMissing,
    &kNameTypoSuspected,
    &kProjectNameDrift,
    &kQuantifiableLeftQualitative,
    &kNearDuplicate,
};

}  // namespace

std::span<const Rule* const> catalogue() {
  return kCatalogue;
}

const Rule* find_rule(std::string_view id) {
  const auto found = std::ranges::find(kCatalogue, id, &Rule::id);
  return found == kCatalogue.end() ? nullptr : *found;
}

std::string_view word(Aspect aspect) {
  switch (aspect) {
    case Aspect::completeness:
      return "completeness";
    case Aspect::relevance:
      return "relevance";
    case Aspect::appropriateness:
      return "appropriateness";
    case Aspect::feasibility:
      return "feasibility";
    case Aspect::measurability:
      return "measurability";
    case Aspect::compliance:
      return "compliance";
  }
  return "";
}

}  // namespace jiheng::rules
