#include <array>

#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

/// The measure the name itself states, else % for a rate above one.
std::string stated(const Row& row, const Parameters& parameters) {
  const auto name = parts_of(row.indicator.name);
  if (!name.bracket.empty()) {
    const auto measure = row.vocabulary.measures.understand(name.bracket);
    if (measure.kind != MeasureKind::unknown) {
      return measure.canonical;
    }
  }
  const auto* number = number_of(row.indicator);
  const bool share = number != nullptr && *number > Decimal::whole(1) &&
                     !parameters.ending("rates", name.head).empty() &&
                     parameters.ending("not_rates", name.head).empty();
  return share ? "%" : "";
}

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  const bool missing = indicator.measure.empty() && indicator.measured.kind == MeasureKind::unknown;
  if (!missing || !is_numeric(indicator) || indicator.comparator == Comparator::qualitative ||
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

constexpr std::array<std::string_view, 1> kSilencedBy{"qualitative_with_number"};

}  // namespace

const Rule kMeasureMissing{.id = "measure_missing",
                           .number = 21,
                           .severity = Severity::error,
                           .aspect = Aspect::compliance,
                           .check = check,
                           .silenced_by = kSilencedBy};

}  // namespace jiheng::rules
