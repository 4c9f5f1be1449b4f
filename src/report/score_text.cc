#include "report/row_text.h"
#include "report/score_lines.h"

namespace jiheng::report {
namespace {

/// Writes the lines of a document for a terminal.
class Writer {
 public:
  Writer(const ScoredRows& scored, const ReviewWords& words) : scored_(scored), words_(words) {}

  std::string write() {
    text_ = scored_.source + "\n" + "  " + say({"scoring.by_profile", {scored_.profile}}) + "\n";
    const ProjectScore* project = nullptr;
    each_score_line(scored_, [&](const ScoreLine& line) {
      if (project != &line.project) {
        const auto& row = line.row;
        text_ += "\n" + project_text(row) + "\n";
        project = &line.project;
      }
      write_line(line);
    });
    write_findings();
    if (scored_.rows.empty()) {
      text_ += "\n  " + say({"scoring.nothing_to_score"}) + "\n";
    }
    return text_ + "\n";
  }

 private:
  [[nodiscard]] std::string say(const Text& text) const {
    return words_.catalogue.render(words_.language, text);
  }

  [[nodiscard]] std::string heading(const ScoreLine& line) const {
    const auto& row = line.row;
    switch (line.kind) {
      case ScoreLineKind::indicator:
        return place_text(row.place, words_) + "  " + row.level2 + " · " + row.name + "  " +
               target_text(row) + "  " +
               say({"scoring.actual", {row.actual.empty() ? "—" : row.actual}});
      case ScoreLineKind::execution:
        return say({"scoring.execution"});
      case ScoreLineKind::total:
        return say({"scoring.total"});
    }
    return "";
  }

  [[nodiscard]] std::string result(const ScoreLine& line) const {
    const auto method = method_text(line, words_);
    if (line.computed.empty()) {
      return say({"scoring.result_none", {line.points.empty() ? "—" : line.points}});
    }
    if (line.kind == ScoreLineKind::total) {
      return say({method.empty() ? "scoring.result_ungraded" : "scoring.result_total",
                  {line.computed, line.points, method}});
    }
    return say({"scoring.result", {line.computed, line.points, method}});
  }

  void write_line(const ScoreLine& line) {
    text_ += "  " + heading(line) + "\n    " + result(line) + "\n";
    for (const auto& step : step_texts(line)) {
      text_ += "      " + say(step) + "\n";
    }
    if (line.score != nullptr && line.score->unscored) {
      text_ += "      " + say({"scoring.not_scored", {say(text_of(*line.score->unscored))}}) + "\n";
    }
    if (line.score == nullptr && line.project.unscored > 0) {
      text_ += "      " +
               say({"scoring.some_not_scored", {std::to_string(line.project.unscored)}}) + "\n";
    }
    if (const auto differs = difference_text(line, words_); !differs.empty()) {
      text_ += "    ≠ " + differs + "\n";
    }
    write_clause(derivation_of(line).clause, derivation_of(line).clause_verified);
  }

  void write_clause(const std::string& clause, bool verified) {
    if (!clause.empty()) {
      text_ += "      " + say({verified ? "report.clause" : "report.clause_unverified", {clause}}) +
               "\n";
    }
  }

  void write_findings() {
    if (!scored_.findings.empty()) {
      text_ += "\n" + say({"report.findings"}) + "\n";
    }
    for (const auto& finding : scored_.findings) {
      const auto& row = scored_.rows[finding.row];
      text_ += "  " + place_text(place_of(finding, row), words_) + "  " +
               (is_of_project(finding) ? row.project : row.name) + "\n    " +
               say({"report.severity_" + std::string(word(finding.severity))}) + "  " +
               say(finding.message) + "\n";
      write_clause(finding.clause, finding.clause_verified);
    }
  }

  const ScoredRows& scored_;
  const ReviewWords& words_;
  std::string text_{};
};

}  // namespace

std::string score_text(const ScoredRows& scored, const ReviewWords& words) {
  return Writer(scored, words).write();
}

}  // namespace jiheng::report
