#include "base/text.h"
#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

/// 不低于上年度水平 can be held against a year, 全年 is a time without a moment (rule
/// timeliness_without_time): neither is vague wording.
bool may_be_vague(const Indicator& row) {
  const auto* text = std::get_if<TextTarget>(&row.typed);
  return is_words(row) && (text == nullptr || (text->reason != TextReason::relative &&
                                               text->reason != TextReason::whole_period));
}

/// A result that can be seen to be there stands beside the vague words, or a description so long
/// that they are not all it says.
bool says_more(std::string_view target, const Parameters& parameters) {
  const auto longest = parameters.number("longest");
  const auto letters = Decimal::whole(static_cast<std::int64_t>(length(target)));
  return has_digit(target) || (longest && letters > *longest) ||
         !parameters.containing("concrete", target).empty();
}

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& indicator = row.indicator;
  if (is_quantitative(indicator) || !may_be_vague(indicator) ||
      says_more(indicator.target, parameters)) {
    return;
  }
  if (const auto vague = parameters.containing("vague", indicator.target); !vague.empty()) {
    sink.report({.column = Column::target, .args = {indicator.target}});
  }
}

}  // namespace

const Rule kWordingVague{.id = "wording_vague",
                         .number = 12,
                         .severity = Severity::warning,
                         .aspect = Aspect::measurability,
                         .check = check};

}  // namespace jiheng::rules
