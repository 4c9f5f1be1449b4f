#include "rules/catalogue.h"
#include "rules/score_reading.h"

namespace jiheng::rules {
namespace {

/// The stated total against the stated scores, with or without that of execution.
void check(const ProjectView& project, const Parameters& parameters, Sink& sink) {
  const auto* scores = scores_of(project);
  const auto tolerance = parameters.number("tolerance");
  const auto sum = sum_of(project, &Indicator::score);
  if (scores == nullptr || !scores->filed_total || !sum || !tolerance) {
    return;
  }
  const auto* execution = execution_of(project);
  const auto money = execution == nullptr ? std::nullopt : number_in(execution->score);
  const auto all = sum->plus(money.value_or(Decimal{}));
  if (!all || !differ(*scores->filed_total, *all, *tolerance)) {
    return;
  }
  // A total below the table may be the table's alone, or that of a form whose execution has no
  // score of its own.
  const bool of_table = !differ(*scores->filed_total, *sum, *tolerance);
  const bool open = execution != nullptr && !money;
  if (!of_table && !open) {
    const auto* total = total_of(project);
    sink.report(stated_at(
        total == nullptr ? Place{} : total->place,
        of_project({scores->filed_total->to_shortest_string(), all->to_shortest_string()})));
  }
}

}  // namespace

const Rule kScoreTotalWrong{.id = "score_total_wrong",
                            .number = 56,
                            .severity = Severity::error,
                            .aspect = Aspect::compliance,
                            .check_project = check};

}  // namespace jiheng::rules
