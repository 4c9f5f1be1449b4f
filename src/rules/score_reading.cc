#include "rules/score_reading.h"

#include <algorithm>

namespace jiheng::rules {
namespace {

template <typename Said>
const Said* said_of(const ProjectView& project, const std::vector<Said>& all) {
  const auto found = std::ranges::find_if(all, [&](const Said& said) {
    return said.agency == project.agency && said.project == project.project;
  });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

const ProjectScore* scores_of(const ProjectView& project) {
  if (!project.facts.scoring) {
    return nullptr;
  }
  const auto* scores = said_of(project, project.facts.scoring->projects);
  return scores != nullptr && scores->scores.size() == project.rows.size() ? scores : nullptr;
}

const Execution* execution_of(const ProjectView& project) {
  return project.facts.scoring ? said_of(project, project.facts.executions) : nullptr;
}

const FiledTotal* total_of(const ProjectView& project) {
  return said_of(project, project.facts.totals);
}

Defect stated_at(const Place& place, Defect defect) {
  if (place != Place{}) {
    defect.place = place;
  }
  return defect;
}

std::optional<Decimal> sum_of(const ProjectView& project, std::string Indicator::*column) {
  Decimal sum;
  for (const auto& row : project.rows) {
    const auto number = number_in(row.indicator.*column);
    const auto next = number ? sum.plus(*number) : Result<Decimal>(sum);
    if (!number || !next) {
      return std::nullopt;
    }
    sum = *next;
  }
  return sum;
}

std::optional<Decimal> percent_of(const Decimal& part, const Decimal& whole) {
  if (!(whole > Decimal{})) {
    return std::nullopt;
  }
  const auto percent = part.times(Decimal::whole(100)).and_then([&](const Decimal& hundredfold) {
    return hundredfold.divided_by(whole, 2);
  });
  return percent ? std::optional(*percent) : std::nullopt;
}

}  // namespace jiheng::rules
