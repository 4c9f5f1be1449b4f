#pragma once

#include "domain/actual.h"
#include "scoring/comparison.h"

namespace jiheng::scoring {

/// What a method needs to know of an indicator.
///
/// Shape   `points` is 0 or more.
struct Case {
  const Indicator& row;
  const Actual& actual;
  Decimal points;
  std::optional<Decimal> filed;
  const packs::ScoringProfile& profile;
};

/// 直接赋分: all points or none.
[[nodiscard]] Outcome<Decimal> score_direct(const Case& given, const Comparison& comparison,
                                            Steps& steps);

/// 按完成比例赋分: the part of the points that the completion is, nothing below the pass mark.
[[nodiscard]] Outcome<Decimal> score_proportion(const Case& given, const Comparison& comparison,
                                                Steps& steps);

/// 满意度赋分: the share of the band that the rate itself lies in.
[[nodiscard]] Outcome<Decimal> score_satisfaction(const Case& given, const Comparison& comparison,
                                                  Steps& steps);

/// 阶梯赋分: the share of the band that the completion lies in.
[[nodiscard]] Outcome<Decimal> score_stepped(const Case& given, const Comparison& comparison,
                                             Steps& steps);

/// 扣分法: all points, less so much for each part of the target that was missed.
[[nodiscard]] Outcome<Decimal> score_deduction(const Case& given, const Comparison& comparison,
                                               Steps& steps);

/// 按评判等级赋分: a person judges, the level says within which bounds. `score` gets level,
/// interval, by_person and the number.
/// Errors  Unscored::level_unclear.
[[nodiscard]] Outcome<Decimal> score_graded(const Case& given, Score& score, Steps& steps);

/// What done far beyond the target takes off `score`; `score` itself where the profile has nothing
/// against it.
[[nodiscard]] Outcome<Decimal> less_over(const Case& given, const Comparison& comparison,
                                         const Decimal& score, Steps& steps);

/// The band a percentage lies in; nullptr where none does.
[[nodiscard]] Outcome<const packs::ShareBand*> band_of(const std::vector<packs::ShareBand>& bands,
                                                       const Fraction& fraction);

/// Points × the band's share, with its step.
[[nodiscard]] Outcome<Decimal> score_by_band(const std::vector<packs::ShareBand>& bands,
                                             const Fraction& fraction, const Decimal& points,
                                             int places, Steps& steps);

/// Half up to the profile's places.
[[nodiscard]] Outcome<Decimal> rounded(const Decimal& score, const packs::ScoringProfile& profile);

}  // namespace jiheng::scoring
