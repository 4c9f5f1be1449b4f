#include "rules/catalogue.h"
#include "rules/score_reading.h"

namespace jiheng::rules {
namespace {

/// The sentence for what is different; "" where nothing is, or rule grade_outside_band says it.
std::string_view variant_of(Difference difference) {
  switch (difference) {
    case Difference::none:
    case Difference::no_filed_score:
    case Difference::outside_level:
      return "";
    case Difference::scored_without_actual:
    case Difference::above_points:
    case Difference::negative:
    case Difference::full_though_not_met:
    case Difference::less_though_met:
    case Difference::other_ceiling_form:
    case Difference::other:
    case Difference::filed_no_number:
      break;
  }
  return word(difference);
}

/// "≥90%": the target as the form has it.
std::string target_of(const Indicator& row) {
  const bool signed_number = row.comparator && *row.comparator != Comparator::qualitative;
  return (signed_number ? std::string(sign(*row.comparator)) : std::string()) + row.target +
         row.measure;
}

void check(const ProjectView& project, const Parameters& /*parameters*/, Sink& sink) {
  const auto* scores = scores_of(project);
  for (std::size_t i = 0; scores != nullptr && i < scores->scores.size(); ++i) {
    const auto& score = scores->scores[i];
    const auto variant = variant_of(score.difference);
    if (variant.empty()) {
      continue;
    }
    const auto& row = project.rows[i].indicator;
    sink.report({.column = Column::score,
                 .args = {row.score, score.score ? score.score->to_shortest_string() : "",
                          row.points, row.actual, target_of(row)},
                 .variant = std::string(variant),
                 .row = i});
  }
}

}  // namespace

const Rule kScoreRecomputedDiffers{.id = "score_recomputed_differs",
                                   .number = 55,
                                   .severity = Severity::error,
                                   .aspect = Aspect::compliance,
                                   .check_project = check};

}  // namespace jiheng::rules
