#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "rules/catalogue.h"
#include "rules/project_reading.h"

namespace jiheng::rules {
namespace {

constexpr std::string_view kPoints = "分";

/// 产出指标(50分) says what its rows must add up to.
std::optional<Decimal> said_in(std::string_view level) {
  const auto end = level.rfind(kPoints);
  const auto open = level.find_last_of("([", end);
  if (end == std::string_view::npos || open == std::string_view::npos) {
    return std::nullopt;
  }
  return number_in(level.substr(open + 1, end - open - 1));
}

void check_level(const ProjectView& project, std::string FiledCells::*level, Column column,
                 Sink& sink) {
  std::map<std::string_view, std::pair<std::size_t, Decimal>> sums;
  for (std::size_t i = 0; i < project.rows.size(); ++i) {
    const auto points = number_in(project.rows[i].indicator.points);
    auto& [first, sum] =
        sums.try_emplace(project.rows[i].indicator.filed.*level, i, Decimal::whole(0))
            .first->second;
    const auto next = points ? sum.plus(*points) : Result<Decimal>(sum);
    if (!points || !next) {
      return;
    }
    sum = *next;
  }
  for (const auto& [text, found] : sums) {
    const auto said = said_in(fold_cell(text));
    if (said && *said != found.second) {
      sink.report(
          {.column = column,
           .args = {fold_cell(text), said->to_shortest_string(), found.second.to_shortest_string()},
           .row = found.first});
    }
  }
}

void check(const ProjectView& project, const Parameters& /*parameters*/, Sink& sink) {
  check_level(project, &FiledCells::level1, Column::level1, sink);
  check_level(project, &FiledCells::level2, Column::level2, sink);
}

}  // namespace

const Rule kPointsDoNotAddUp{.id = "points_do_not_add_up",
                             .number = 50,
                             .severity = Severity::error,
                             .aspect = Aspect::compliance,
                             .check_project = check};

}  // namespace jiheng::rules
