#include "rules/catalogue.h"
#include "rules/score_reading.h"

namespace jiheng::rules {
namespace {

/// The stated rate in percent: "95%", 95, or 0.95 as a cell without its format holds it.
std::optional<Decimal> stated_rate(const std::string& text, const Decimal& computed) {
  const auto number = number_in(text);
  const bool part = number && text.find('%') == std::string::npos &&
                    *number <= Decimal::of(15, 1) && computed > Decimal::of(15, 1);
  if (!part) {
    return number;
  }
  const auto percent = number->times(Decimal::whole(100));
  return percent ? std::optional(*percent) : std::nullopt;
}

void check_rate(const Execution& execution, const Parameters& parameters, Sink& sink) {
  const auto tolerance = parameters.number("rate_tolerance");
  const auto computed = percent_of(*execution.executed, *execution.budget);
  const auto stated = computed ? stated_rate(execution.rate, *computed) : std::nullopt;
  if (tolerance && stated && differ(*stated, *computed, *tolerance)) {
    sink.report(stated_at(execution.place,
                          of_project({execution.rate, computed->to_shortest_string()}, "rate")));
  }
}

void check(const ProjectView& project, const Parameters& parameters, Sink& sink) {
  const auto* execution = execution_of(project);
  if (execution == nullptr || !execution->budget) {
    return;
  }
  if (!(*execution->budget > Decimal{})) {
    if (number_in(execution->rate)) {
      sink.report(stated_at(execution->place, of_project({execution->rate}, "no_budget")));
    }
    return;
  }
  if (execution->executed) {
    check_rate(*execution, parameters, sink);
  }
  const auto* scores = scores_of(project);
  if (scores == nullptr || !scores->execution) {
    return;
  }
  const auto& score = *scores->execution;
  if (score.difference == Difference::other && score.filed && score.score) {
    sink.report(stated_at(execution->place, of_project({score.filed->to_shortest_string(),
                                                        score.score->to_shortest_string()})));
  }
}

}  // namespace

const Rule kExecutionScoreWrong{.id = "execution_score_wrong",
                                .number = 57,
                                .severity = Severity::error,
                                .aspect = Aspect::compliance,
                                .check_project = check};

}  // namespace jiheng::rules
