#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

/// Shares, money and areas are what work brought about; work itself is counted or put in words.
bool may_be_work(const Indicator& row) {
  const auto measured = row.measured.kind;
  return !is_numeric(row) || measured == MeasureKind::count || measured == MeasureKind::unknown;
}

/// ★ and its like mark what a form holds important; they are no part of the name.
std::string_view without_mark(std::string_view name, const Parameters& parameters) {
  const auto mark = parameters.beginning("marks", name);
  return name.substr(mark.size());
}

/// The words that show an activity or a delivered thing, or "".
std::string_view work_in(std::string_view name, const Parameters& parameters) {
  if (!parameters.containing("effects", name).empty()) {
    return {};
  }
  const auto begun = parameters.beginning("activities", name);
  return begun.empty() ? parameters.ending("deliveries", name) : begun;
}

/// What is counted is a quantity, what is finished by a day is timely, what is put in words is how
/// well the work is done.
CategoryRole kind_of_output(const Indicator& row) {
  if (is_numeric(row)) {
    return CategoryRole::quantity;
  }
  const bool dated = std::holds_alternative<DateTarget>(row.typed);
  return dated ? CategoryRole::timeliness : CategoryRole::quality;
}

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  if (!is_benefit(row.role) || !may_be_work(indicator)) {
    return;
  }
  const auto name = without_mark(parts_of(indicator.name).head, parameters);
  if (const auto work = work_in(name, parameters); !work.empty()) {
    sink.report({.column = Column::level1,
                 .args = {std::string(name), indicator.level2},
                 .suggestion = move_to(row, kind_of_output(indicator))});
  }
}

}  // namespace

const Rule kOutputAsBenefit{.id = "output_as_benefit",
                            .number = 38,
                            .severity = Severity::warning,
                            .aspect = Aspect::relevance,
                            .check = check};

}  // namespace jiheng::rules
