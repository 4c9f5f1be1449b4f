#include <algorithm>
#include <array>
#include <utility>

#include "rules/catalogue.h"
#include "rules/score_reading.h"

namespace jiheng::rules {
namespace {

using Kind = std::optional<Decimal> packs::KindPoints::*;

constexpr std::array<std::pair<std::string_view, Kind>, 4> kKinds{
    {{"成本", &packs::KindPoints::cost},
     {"产出", &packs::KindPoints::output},
     {"效益", &packs::KindPoints::benefit},
     {"满意度", &packs::KindPoints::satisfaction}}};

/// The points of each level-1 kind; nothing when some row has none, or a kind is not known.
std::optional<packs::KindPoints> points_of(const ProjectView& project) {
  packs::KindPoints points;
  for (const auto& row : project.rows) {
    const auto number = number_in(row.indicator.points);
    const auto* kind = std::ranges::find_if(
        kKinds, [&](const auto& known) { return row.indicator.level1.starts_with(known.first); });
    if (!number || kind == kKinds.end()) {
      return std::nullopt;
    }
    auto& sum = points.*(kind->second);
    const auto next = sum.value_or(Decimal{}).plus(*number);
    if (!next) {
      return std::nullopt;
    }
    sum = *next;
  }
  return points;
}

bool same_kinds(const packs::KindPoints& one, const packs::KindPoints& other) {
  return std::ranges::all_of(kKinds, [&](const auto& known) {
    return (one.*known.second).has_value() == (other.*known.second).has_value();
  });
}

Decimal total_of(const packs::KindPoints& points) {
  Decimal total;
  for (const auto& known : kKinds) {
    total = total.plus((points.*known.second).value_or(Decimal{})).value_or(total);
  }
  return total;
}

/// A total of another sum is rule points_total_wrong's, or of a form that scores execution among
/// the indicators.
void check(const ProjectView& project, const Parameters& /*parameters*/, Sink& sink) {
  const auto points = points_of(project);
  if (!points || !project.facts.scoring || project.rows.empty()) {
    return;
  }
  const auto& all = project.facts.scoring->kinds;
  const auto expected = std::ranges::find_if(
      all, [&](const packs::KindPoints& known) { return same_kinds(known, *points); });
  if (expected == all.end() || total_of(*points) != total_of(*expected)) {
    return;
  }
  for (const auto& [word, kind] : kKinds) {
    const auto& found = (*points).*kind;
    if (found && *found != *((*expected).*kind)) {
      const auto row = std::ranges::find_if(project.rows, [start = word](const Row& one) {
        return one.indicator.level1.starts_with(start);
      });
      sink.report({.column = Column::points,
                   .args = {row->indicator.level1, found->to_shortest_string(),
                            ((*expected).*kind)->to_shortest_string()},
                   .row = static_cast<std::size_t>(row - project.rows.begin())});
      return;
    }
  }
}

}  // namespace

const Rule kPointsDifferFromProfile{.id = "points_differ_from_profile",
                                    .number = 52,
                                    .severity = Severity::warning,
                                    .aspect = Aspect::compliance,
                                    .check_project = check};

}  // namespace jiheng::rules
