#include "report/score_rows.h"

#include <array>

#include "report/csv.h"
#include "report/row_text.h"
#include "report/score_lines.h"
#include "report/typed_json.h"

namespace jiheng::report {
namespace {

constexpr std::array<std::string_view, 13> kNames{
    "source", "place",  "agency", "project",     "indicator", "comparator", "target",
    "actual", "points", "score",  "filed_score", "method",    "derivation"};

/// The derivation and the clause it follows, with a word where nobody has seen that.
std::string derivation_with_clause(const ScoreLine& line, const ReviewWords& words) {
  const auto& derivation = derivation_of(line);
  auto text = derivation_text(line, words);
  if (!derivation.clause.empty()) {
    const auto* key = derivation.clause_verified ? "report.clause" : "report.clause_unverified";
    text += words.catalogue.render(words.language, {"scoring.between_steps"}) +
            words.catalogue.render(words.language, {key, {derivation.clause}});
  }
  return text;
}

std::string indicator_of(const ScoreLine& line) {
  switch (line.kind) {
    case ScoreLineKind::indicator:
      return line.row.name;
    case ScoreLineKind::execution:
      return "EXECUTION";
    case ScoreLineKind::total:
      return "TOTAL";
  }
  return "";
}

std::array<std::string, kNames.size()> values_of(const ScoredRows& scored, const ScoreLine& line,
                                                 const ReviewWords& words) {
  const bool own = line.kind == ScoreLineKind::indicator;
  const auto& row = line.row;
  return {scored.source,
          to_string(line.place),
          row.agency,
          row.project,
          indicator_of(line),
          own && row.comparator ? std::string(symbol(*row.comparator)) : "",
          own ? row.target : "",
          own ? row.actual : "",
          line.points,
          line.computed,
          line.filed,
          line.score == nullptr ? line.project.grade : std::string(packs::word(line.score->method)),
          derivation_with_clause(line, words)};
}

Json steps_json(const ScoreLine& line, const ReviewWords& words) {
  auto steps = Json::array();
  const auto texts = step_texts(line);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const auto& step = derivation_of(line).steps[i];
    steps.push_back({{"step", word(step.kind)},
                     {"values", step.values},
                     {"text", words.catalogue.render(words.language, texts[i])}});
  }
  return steps;
}

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string finding_json(const ScoredRows& scored, const Finding& finding,
                         const ReviewWords& words) {
  const auto& row = scored.rows[finding.row];
  return dumped({{"record", "finding"},
                 {"source", scored.source},
                 {"place", to_string(place_of(finding, row))},
                 {"agency", row.agency},
                 {"project", row.project},
                 {"indicator", is_of_project(finding) ? "" : row.name},
                 {"rule", finding.rule},
                 {"severity", word(finding.severity)},
                 {"field", word(finding.column)},
                 {"message", words.catalogue.render(words.language, finding.message)},
                 {"clause", finding.clause},
                 {"clause_verified", finding.clause_verified}});
}

}  // namespace

std::string score_csv_header() {
  return csv_line(kNames);
}

std::string score_csv(const ScoredRows& scored, const ReviewWords& words) {
  std::string text;
  each_score_line(scored, [&](const ScoreLine& line) {
    const auto values = values_of(scored, line, words);
    text += csv_line(std::span<const std::string>(values));
  });
  return text;
}

std::string score_json(const ScoredRows& scored, const ReviewWords& words) {
  std::string text;
  each_score_line(scored, [&](const ScoreLine& line) {
    const auto values = values_of(scored, line, words);
    auto json = Json::object();
    for (std::size_t i = 0; i < kNames.size(); ++i) {
      json[std::string(kNames.at(i))] = values.at(i);
    }
    const auto& derivation = derivation_of(line);
    json["steps"] = steps_json(line, words);
    if (line.score == nullptr) {
      json["not_scored"] = line.project.unscored;
    } else {
      json["unscored"] = line.score->unscored ? word(*line.score->unscored) : "";
      json["by_person"] = line.score->by_person;
    }
    json["difference"] = word(difference_of(line));
    json["clause"] = derivation.clause;
    json["clause_verified"] = derivation.clause_verified;
    text += dumped(json);
  });
  for (const auto& finding : scored.findings) {
    text += finding_json(scored, finding, words);
  }
  return text;
}

}  // namespace jiheng::report
