#include "scoring/completion.h"
#include "scoring/methods.h"

namespace jiheng::scoring {
namespace {

void explain(const Case& given, const Comparison& comparison, const Completion& completion,
             const Decimal& score, Steps& steps) {
  if (!steps.kept()) {
    return;
  }
  const auto& values = comparison.quantities;
  const auto rounding = rounding_of(given.points, completion.fraction, score);
  switch (completion.form) {
    case CompletionForm::whole:
      steps.add(StepKind::full, given.points);
      break;
    case CompletionForm::part:
      steps.add(StepKind::proportion, completion.fraction.part, completion.fraction.whole,
                given.points, score, rounding);
      break;
    case CompletionForm::linear:
      steps.add(StepKind::linear, values.actual, values.high, given.points, score, rounding);
      break;
    case CompletionForm::late:
      steps.add(StepKind::off_band, given.points, completion.fraction.part, score);
      break;
    case CompletionForm::none:
      steps.add(StepKind::none);
      break;
  }
}

}  // namespace

Outcome<Decimal> score_proportion(const Case& given, const Comparison& comparison, Steps& steps) {
  const auto completion = completion_of(comparison, given.profile, steps);
  if (!completion) {
    return tl::unexpected(completion.error());
  }
  const auto& pass = given.profile.proportion.pass;
  const bool by_days = comparison.direction == Direction::day;
  const auto passed =
      by_days || pass.is_zero() ? Outcome<bool>(true) : reaches(completion->fraction, pass);
  if (!passed) {
    return tl::unexpected(passed.error());
  }
  if (!*passed) {
    const auto percent = percent_of(completion->fraction);
    steps.add(StepKind::below_pass, percent ? *percent : Decimal{}, pass);
    return Decimal{};
  }
  auto score = share_of(given.points, completion->fraction, given.profile.places);
  if (score) {
    explain(given, comparison, *completion, *score, steps);
  }
  return score;
}

}  // namespace jiheng::scoring
