#include <array>

#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

/// The measure in the name's own bracket: 新增企业(家); "" where none is understood.
std::string in_bracket(const Row& row) {
  const auto bracket = parts_of(row.indicator.name).bracket;
  const auto measure = row.vocabulary.measures.understand(bracket);
  return measure.kind == MeasureKind::unknown ? "" : measure.canonical;
}

/// The measure the name itself states, else % for a rate above one.
std::string stated(const Row& row, const Parameters& parameters) {
  if (auto measure = in_bracket(row); !measure.empty()) {
    return measure;
  }
  const auto name = parts_of(row.indicator.name);
  const auto* number = number_of(row.indicator);
  const bool share = number != nullptr && *number > Decimal::whole(1) &&
                     !parameters.ending("rates", name.head).empty() &&
                     parameters.ending("not_rates", name.head).empty();
  return share ? "%" : "";
}

/// A form with one cell for comparator, number and measure has the measure said in the name.
bool is_said_by_name(const Row& row) {
  return !row.indicator.comparator && !in_bracket(row).empty();
}

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  const bool missing = indicator.measure.empty() && indicator.measured.kind == MeasureKind::unknown;
  if (!missing || !is_numeric(indicator) || indicator.comparator == Comparator::qualitative ||
      is_said_by_name(row) ||
      !parameters.ending("unitless", parts_of(indicator.name).head).empty()) {
    return;
  }
  std::vector<Change> suggestion;
  if (auto measure = stated(row, parameters); !measure.empty()) {
    suggestion.push_back({Field::measure, std::move(measure)});
  }
  sink.report(
      {.column = Column::measure, .args = {indicator.target}, .suggestion = std::move(suggestion)});
}

constexpr std::array<std::string_view, 2> kSilencedBy{"qualitative_with_number",
                                                      "percent_sign_missing"};

}  // namespace

const Rule kMeasureMissing{.id = "measure_missing",
                           .number = 21,
                           .severity = Severity::error,
                           .aspect = Aspect::compliance,
                           .check = check,
                           .silenced_by = kSilencedBy};

}  // namespace jiheng::rules
