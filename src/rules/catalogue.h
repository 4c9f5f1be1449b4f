#pragma once

#include "rules/rule.h"

namespace jiheng::rules {

// One constant a file, in catalogue order; `catalogue()` lists them.
extern const Rule kGoalMissing;
extern const Rule kOutputOrBenefitMissing;
extern const Rule kSatisfactionMissing;
extern const Rule kQuantityOrQualityMissing;
extern const Rule kCostMissing;
extern const Rule kTimelinessMissing;
extern const Rule kTargetEmpty;
extern const Rule kPlaceholderLeft;
extern const Rule kIndicatorCountUnusual;
extern const Rule kGoalWithoutIndicator;
extern const Rule kIndicatorRepeated;
extern const Rule kWordingVague;
extern const Rule kQualitativeShareHigh;
extern const Rule kQualitativeWithNumber;
extern const Rule kNumberExpected;
extern const Rule kQuantityNotCounted;
extern const Rule kRateNotNumeric;
extern const Rule kRateUnexplained;
extern const Rule kGradesUndescribed;
extern const Rule kTimelinessWithoutTime;
extern const Rule kMeasureMissing;
extern const Rule kMeasureInTarget;
extern const Rule kMeasureConflictsWithName;
extern const Rule kMeasureUnfitForName;
extern const Rule kRatioAboveWhole;
extern const Rule kAtLeastWhole;
extern const Rule kSatisfactionTargetUnusual;
extern const Rule kMeasureUnknown;
extern const Rule kSpellingNotCanonical;
extern const Rule kTargetTrivial;
extern const Rule kTargetZero;
extern const Rule kCostWithoutCeiling;
extern const Rule kHarmWithoutCeiling;
extern const Rule kGoodWithCeiling;
extern const Rule kOpenEndFixed;
extern const Rule kRatioInQuantity;
extern const Rule kCountInQuality;
extern const Rule kOutputAsBenefit;
extern const Rule kSatisfactionMisplaced;
extern const Rule kCostNotMoney;
extern const Rule kBoilerplate;
extern const Rule kMoneyProcessAsOutput;
extern const Rule kCategoryOutsideFrame;
extern const Rule kFundingSumWrong;
extern const Rule kCostExceedsBudget;
extern const Rule kCostPerOutputUnusual;
extern const Rule kPeriodReversed;
extern const Rule kDeadlineOutsideYear;
extern const Rule kProjectKindUnknown;
extern const Rule kPointsDoNotAddUp;
extern const Rule kPointsTotalWrong;
extern const Rule kPointsDifferFromProfile;
extern const Rule kPointsUniform;
extern const Rule kPointsNotPositive;
extern const Rule kScoreRecomputedDiffers;
extern const Rule kScoreTotalWrong;
extern const Rule kExecutionScoreWrong;
extern const Rule kDeviationUnexplained;
extern const Rule kOverachievementUnexplained;
extern const Rule kFullMarksEverywhere;
extern const Rule kGradeOutsideBand;
extern const Rule kResultsOutrunMoney;
extern const Rule kDiffersFromApproved;
extern const Rule kSurveyMissing;
extern const Rule kSecretInPublic;
extern const Rule kBudgetWithoutGoal;
extern const Rule kAmountScopeMixed;
extern const Rule kPercentSignMissing;
extern const Rule kNameTypoSuspected;
extern const Rule kProjectNameDrift;
extern const Rule kQuantifiableLeftQualitative;
extern const Rule kNearDuplicate;

}  // namespace jiheng::rules
