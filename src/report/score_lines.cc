#include "report/score_lines.h"

#include <algorithm>
#include <cstdint>

namespace jiheng::report {
namespace {

std::string spelled(const std::optional<Decimal>& number) {
  return number ? number->to_shortest_string() : std::string();
}

std::string say(const Text& text, const ReviewWords& words) {
  return words.catalogue.render(words.language, text);
}

ScoreLine line_of(ScoreLineKind kind, const ProjectScore& project, const Indicator& row,
                  const Score& score) {
  return {
      .kind = kind,
      .project = project,
      .row = row,
      .place = row.place,
      .score = &score,
      .computed = spelled(score.score),
      .filed = score.difference == Difference::filed_no_number ? row.score : spelled(score.filed),
      .points = spelled(score.points)};
}

/// Where a form states something of a project; the project's first row where none does.
template <typename Said>
Place said_at(std::span<const Said> all, const Indicator& first) {
  const auto found = std::ranges::find_if(all, [&](const Said& said) {
    return said.agency == first.agency && said.project == first.project;
  });
  const bool known = found != all.end() && found->place != Place{};
  return known ? found->place : first.place;
}

}  // namespace

void each_score_line(const ScoredRows& scored, const std::function<void(const ScoreLine&)>& each) {
  for (const auto& project : scored.projects) {
    for (std::size_t i = 0; i < project.rows.size(); ++i) {
      each(line_of(ScoreLineKind::indicator, project, scored.rows[project.rows[i]],
                   project.scores[i]));
    }
    const auto& first = scored.rows[project.rows.front()];
    if (project.execution) {
      auto line = line_of(ScoreLineKind::execution, project, first, *project.execution);
      line.place = said_at(scored.executions, first);
      each(line);
    }
    each({.kind = ScoreLineKind::total,
          .project = project,
          .row = first,
          .place = said_at(scored.totals, first),
          .computed = has_score(project) ? project.total.to_shortest_string() : std::string(),
          .filed = spelled(project.filed_total),
          .points = project.possible.to_shortest_string()});
  }
}

Difference difference_of(const ScoreLine& line) {
  return line.score == nullptr ? line.project.difference : line.score->difference;
}

const Derivation& derivation_of(const ScoreLine& line) {
  return line.score == nullptr ? line.project.derivation : line.score->derivation;
}

std::vector<Text> step_texts(const ScoreLine& line) {
  if (line.score == nullptr) {
    return total_texts(line.project);
  }
  std::vector<Text> texts;
  for (const auto& step : line.score->derivation.steps) {
    texts.push_back(text_of(step));
  }
  return texts;
}

std::string difference_text(const ScoreLine& line, const ReviewWords& words) {
  const auto difference = difference_of(line);
  if (difference == Difference::none || difference == Difference::no_filed_score) {
    return "";
  }
  const auto* key =
      difference == Difference::filed_no_number ? "scoring.differs_unread" : "scoring.differs";
  return say({key, {line.filed, say(text_of(difference), words)}}, words);
}

std::string derivation_text(const ScoreLine& line, const ReviewWords& words) {
  const auto between = say({"scoring.between_steps"}, words);
  std::string text;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) {
      text += (text.empty() ? "" : between) + part;
    }
  };
  for (const auto& step : step_texts(line)) {
    add(say(step, words));
  }
  if (line.score != nullptr && line.score->unscored) {
    add(say({"scoring.not_scored", {say(text_of(*line.score->unscored), words)}}, words));
  }
  if (line.score == nullptr && line.project.unscored > 0) {
    add(say({"scoring.some_not_scored", {std::to_string(line.project.unscored)}}, words));
  }
  add(difference_text(line, words));
  return text;
}

std::string method_text(const ScoreLine& line, const ReviewWords& words) {
  return line.score == nullptr
             ? line.project.grade
             : say({"scoring.method." + std::string(packs::word(line.score->method))}, words);
}

}  // namespace jiheng::report
