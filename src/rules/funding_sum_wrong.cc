#include <optional>

#include "rules/catalogue.h"
#include "rules/project_reading.h"

namespace jiheng::rules {
namespace {

/// The parts that stand under a total in its block and column; nothing when one has no amount.
std::optional<Decimal> sum_of(std::span<const Funding* const> block, const Funding& total,
                              const Parameters& parameters) {
  auto sum = Decimal::whole(0);
  std::size_t parts = 0;
  for (const auto* part : block) {
    if (part->block != total.block || part->column != total.column || part->year != total.year ||
        part == &total || !parameters.has("parts", part->source)) {
      continue;
    }
    const auto next = part->amount ? sum.plus(*part->amount) : Result<Decimal>(sum);
    if (!part->amount || !next) {
      return std::nullopt;
    }
    sum = *next;
    ++parts;
  }
  return parts >= 2 ? std::optional(sum) : std::nullopt;
}

void check(const ProjectView& project, const Parameters& parameters, Sink& sink) {
  const auto funding = funding_of(project);
  const auto tolerance = parameters.number("tolerance");
  for (const auto* total : funding) {
    if (!tolerance || !total->amount || !parameters.has("totals", total->source)) {
      continue;
    }
    const auto sum = sum_of(funding, *total, parameters);
    if (sum && differ(*sum, *total->amount, *tolerance)) {
      sink.report(of_project({total->source, total->amount->to_shortest_string(),
                              sum->to_shortest_string(), to_string(total->place)}));
    }
  }
}

}  // namespace

const Rule kFundingSumWrong{.id = "funding_sum_wrong",
                            .number = 44,
                            .severity = Severity::error,
                            .aspect = Aspect::compliance,
                            .check_project = check};

}  // namespace jiheng::rules
