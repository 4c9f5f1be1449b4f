#include <array>

#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  const bool graded = std::holds_alternative<GradeTarget>(indicator.typed);
  const bool words = graded || std::holds_alternative<TextTarget>(indicator.typed);
  if (!is_quantitative(indicator) || !words || indicator.target.empty()) {
    return;
  }
  std::vector<Change> suggestion;
  if (graded && parameters.ending("rates", parts_of(indicator.name).head).empty()) {
    suggestion.push_back({Field::comparator, "qualitative"});
  }
  sink.report({.column = Column::target,
               .args = {std::string(sign(*indicator.comparator)), indicator.target},
               .suggestion = std::move(suggestion)});
}

constexpr std::array<std::string_view, 1> kSilencedBy{"placeholder_left"};

}  // namespace

const Rule kNumberExpected{.id = "number_expected",
                           .number = 15,
                           .severity = Severity::error,
                           .aspect = Aspect::measurability,
                           .check = check,
                           .silenced_by = kSilencedBy};

}  // namespace jiheng::rules
