#include "app/score_movement.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace jiheng::app {
namespace {

ScoredSide side_of(const ProjectScore& score) {
  return {.total = score.total, .grade = score.grade, .unscored = score.unscored};
}

void add_row(Movement& movement, MovedRow row) {
  if (row.before != row.after) {
    movement.rows.push_back(std::move(row));
  }
}

std::optional<Decimal> score_in(const std::optional<Score>& score) {
  return score ? score->score : std::nullopt;
}

Decimal size_of(const Decimal& by) {
  return by.is_negative() ? Decimal{}.minus(by).value_or(Decimal{}) : by;
}

/// Limits between bands of movement; what does not move is counted in none.
std::vector<MovementBand> empty_bands() {
  constexpr std::array<std::int64_t, 7> kLimits{-20, -10, -5, 0, 5, 10, 20};
  std::vector<MovementBand> bands{{.to = Decimal::whole(kLimits.front())}};
  for (std::size_t i = 0; i + 1 < kLimits.size(); ++i) {
    bands.push_back({Decimal::whole(kLimits.at(i)), Decimal::whole(kLimits.at(i + 1))});
  }
  bands.push_back({.from = Decimal::whole(kLimits.back())});
  return bands;
}

}  // namespace

Movement movement_of(const ScoreInput& input, const ProjectScore& before,
                     const ProjectScore& after) {
  Movement movement{.agency = input.execution.agency,
                    .project = input.execution.project,
                    .before = side_of(before),
                    .after = side_of(after),
                    .by = after.total.minus(before.total).value_or(Decimal{})};
  const auto rows = std::min(before.scores.size(), after.scores.size());
  for (std::size_t i = 0; i < std::min(rows, input.rows.size()); ++i) {
    add_row(movement, {.indicator_id = input.rows[i].indicator_id,
                       .name = input.rows[i].row.name,
                       .before = before.scores[i].score,
                       .after = after.scores[i].score});
  }
  add_row(movement, {.before = score_in(before.execution), .after = score_in(after.execution)});
  return movement;
}

MovementTally::MovementTally(const packs::ScoringProfile& before,
                             const packs::ScoringProfile& after) {
  movements_.bands = empty_bands();
  for (const auto* profile : {&before, &after}) {
    for (const auto& grade : profile->grades) {
      shift_of(grade.name);
    }
  }
  shift_of("");
}

GradeShift& MovementTally::shift_of(const std::string& grade) {
  auto& grades = movements_.grades;
  const auto known = std::ranges::find(grades, grade, &GradeShift::grade);
  return known == grades.end() ? grades.emplace_back(GradeShift{.grade = grade}) : *known;
}

void MovementTally::add(Movement movement) {
  ++movements_.projects;
  ++shift_of(movement.before.grade).before;
  ++shift_of(movement.after.grade).after;
  movements_.up += movement.by > Decimal{} ? 1 : 0;
  movements_.down += movement.by.is_negative() ? 1 : 0;
  movements_.regraded += movement.before.grade == movement.after.grade ? 0 : 1;
  if (!movement.by.is_zero()) {
    const auto band = std::ranges::find_if(movements_.bands, [&](const MovementBand& one) {
      return (!one.from || movement.by >= *one.from) && (!one.to || movement.by < *one.to);
    });
    ++band->projects;
  }
  if (movement.before != movement.after) {
    movements_.moved.push_back(std::move(movement));
  }
}

Movements MovementTally::take(std::size_t limit) {
  auto& moved = movements_.moved;
  movements_.changed = static_cast<std::int64_t>(moved.size());
  std::ranges::stable_sort(moved, [](const Movement& one, const Movement& other) {
    const auto a = size_of(one.by);
    const auto b = size_of(other.by);
    return a == b ? one.before.grade != one.after.grade && other.before.grade == other.after.grade
                  : a > b;
  });
  moved.erase(moved.begin() + static_cast<std::ptrdiff_t>(std::min(limit, moved.size())),
              moved.end());
  return std::move(movements_);
}

}  // namespace jiheng::app
