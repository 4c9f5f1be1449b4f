#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  const auto share = share_of(indicator);
  // 95 under "比例" lacks its % and is not above the whole.
  if (!share || *share <= Decimal::whole(1) || indicator.measured.scale == Decimal::whole(1)) {
    return;
  }
  const auto name = parts_of(indicator.name).head;
  const auto bounded = parameters.ending("bounded", name);
  if (bounded.empty() || !parameters.ending("allowed", name).empty()) {
    return;
  }
  sink.report({.column = Column::target,
               .args = {std::string(bounded), indicator.target, indicator.measure}});
}

}  // namespace

const Rule kRatioAboveWhole{.id = "ratio_above_whole",
                            .number = 25,
                            .severity = Severity::warning,
                            .aspect = Aspect::appropriateness,
                            .check = check};

}  // namespace jiheng::rules
