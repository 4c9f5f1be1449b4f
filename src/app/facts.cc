#include "app/facts.h"

namespace jiheng::app {

ReviewFacts facts_of(const intake::Intake& intake, const Vocabulary& vocabulary,
                     std::optional<int> year) {
  ReviewFacts facts{.year = year ? year : intake.year,
                    .projects = intake.projects,
                    .goals = intake.goals,
                    .evaluation_texts = intake.evaluation_texts,
                    .funding = intake.funding,
                    .executions = intake.executions,
                    .totals = intake.totals,
                    .disclosed = intake.disclosed,
                    .secrecy = intake.secrecy};
  for (const auto& table : intake.report.tables) {
    for (const auto& name : table.columns) {
      if (const auto column = column_from_word(name); column && *column != Column::other) {
        facts.columns.set(static_cast<std::size_t>(*column));
      }
    }
  }
  if (const auto* frame = vocabulary.frames.fitting(intake.indicators)) {
    facts.frame = frame->id;
  }
  return facts;
}

}  // namespace jiheng::app
