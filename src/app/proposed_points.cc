#include "app/proposed_points.h"

#include <string>

#include "scoring/propose_points.h"

namespace jiheng::app {

PointsByRow put_proposed(std::vector<Indicator>& rows, const packs::ScoringProfile& profile) {
  auto points = scoring::propose_points(rows, profile);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (points[i]) {
      rows[i].points = points[i]->to_shortest_string();
    }
  }
  return points;
}

void mark_proposed(const PointsByRow& points, bool explains, ProjectScore& project) {
  std::size_t proposed = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    auto& score = project.scores[i];
    if (!points[i]) {
      continue;
    }
    ++proposed;
    score.points_proposed = true;
    if (explains) {
      auto& steps = score.derivation.steps;
      steps.insert(steps.begin(),
                   Step{StepKind::points_proposed, {points[i]->to_shortest_string()}});
    }
  }
  if (proposed > 0 && explains) {
    project.derivation.steps.push_back(
        {StepKind::some_points_proposed, {std::to_string(proposed)}});
  }
}

}  // namespace jiheng::app
