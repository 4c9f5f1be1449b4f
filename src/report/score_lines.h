#pragma once

#include <functional>

#include "report/score_rows.h"

namespace jiheng::report {

enum class ScoreLineKind : std::uint8_t { indicator, execution, total };

/// One line of a list of scores.
///
/// Shape   `row` is the project's first of a line that is no indicator's, `place` then where the
///         form states execution or total; `score` is nullptr of a total. `computed` is "" where
///         there is no score.
struct ScoreLine {
  ScoreLineKind kind{};
  const ProjectScore& project;
  const Indicator& row;
  Place place{};
  const Score* score{};
  std::string computed{};
  std::string filed{};
  std::string points{};
};

/// Indicators in order, then execution, then the total, project by project.
void each_score_line(const ScoredRows& scored, const std::function<void(const ScoreLine&)>& each);

/// The steps of a line in words, or why it has no score; what is different from the filed score and
/// why behind them.
[[nodiscard]] std::string derivation_text(const ScoreLine& line, const ReviewWords& words);

/// Why the filed score is another; "" where it is the same, or there is none.
[[nodiscard]] std::string difference_text(const ScoreLine& line, const ReviewWords& words);

/// The sentences of a line's steps.
[[nodiscard]] std::vector<Text> step_texts(const ScoreLine& line);

[[nodiscard]] Difference difference_of(const ScoreLine& line);
[[nodiscard]] const Derivation& derivation_of(const ScoreLine& line);

/// The name of a method: 比例, proportion.
[[nodiscard]] std::string method_text(const ScoreLine& line, const ReviewWords& words);

}  // namespace jiheng::report
