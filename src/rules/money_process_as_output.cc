#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

bool is_output(CategoryRole role) {
  return role == CategoryRole::quantity || role == CategoryRole::quality ||
         role == CategoryRole::timeliness;
}

/// 资金拨付及时性, 经费下达率: public money on its way, with no word of what it pays for.
bool is_money_process(std::string_view name, const Parameters& parameters) {
  return !parameters.containing("money", name).empty() &&
         !parameters.ending("processes", name).empty();
}

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  const auto name = parts_of(indicator.name).head;
  if (!is_output(row.role) || !is_money_process(name, parameters) ||
      !parameters.containing("transfers", indicator.project).empty() ||
      !parameters.containing("transfers", name).empty()) {
    return;
  }
  sink.report({.column = Column::name, .args = {std::string(name)}});
}

}  // namespace

const Rule kMoneyProcessAsOutput{.id = "money_process_as_output",
                                 .number = 42,
                                 .severity = Severity::warning,
                                 .aspect = Aspect::relevance,
                                 .check = check};

}  // namespace jiheng::rules
