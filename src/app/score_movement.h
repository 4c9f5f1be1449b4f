#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/score_record.h"

namespace jiheng::app {

/// What a project comes to by one profile.
struct ScoredSide {
  Decimal total{};
  std::string grade{};  // "" for none
  std::size_t unscored{};

  friend bool operator==(const ScoredSide&, const ScoredSide&) = default;
};

/// An indicator whose score is another; the execution of the budget has id 0 and no name.
struct MovedRow {
  std::int64_t indicator_id{};
  std::string name{};
  std::optional<Decimal> before{};
  std::optional<Decimal> after{};
};

/// A project by two profiles.
///
/// Shape   `cause` says why the points are not the whole of the profile after, where those before
///         were.
/// Units   `by` is the total after less the total before, in points.
struct Movement {
  std::int64_t project_id{};
  std::int64_t agency_id{};
  std::string agency{};
  std::string project{};
  ScoredSide before{};
  ScoredSide after{};
  Decimal by{};
  std::vector<MovedRow> rows{};
  std::optional<Text> cause{};
};

/// How many projects have a grade before and after.
struct GradeShift {
  std::string grade;  // "" for none
  std::int64_t before{};
  std::int64_t after{};
};

/// How many projects moved by `from` ≤ points < `to`; no limit where there is none.
struct MovementBand {
  std::optional<Decimal> from{};
  std::optional<Decimal> to{};
  std::int64_t projects{};
};

/// Who moves and by how much.
///
/// Shape   `moved` are those whose total, grade or number of unscored changes, the largest movement
///         first, at most as many as were asked for. `grades` in the order of the profile before,
///         then those only the other has, then none.
struct Movements {
  std::int64_t projects{};
  std::int64_t up{};
  std::int64_t down{};
  std::int64_t regraded{};
  std::int64_t changed{};  // how many `moved` would be without the limit
  std::vector<GradeShift> grades{};
  std::vector<MovementBand> bands{};
  std::vector<Movement> moved{};
};

/// Holds a project's scores by two profiles against each other.
[[nodiscard]] Movement movement_of(const ScoreInput& input, const ProjectScore& before,
                                   const ProjectScore& after);

/// Collects movements.
class MovementTally {
 public:
  MovementTally(const packs::ScoringProfile& before, const packs::ScoringProfile& after);

  void add(Movement movement);
  /// Call once.
  [[nodiscard]] Movements take(std::size_t limit);

 private:
  GradeShift& shift_of(const std::string& grade);

  Movements movements_{};
};

}  // namespace jiheng::app
