#include "domain/project_money.h"

#include <algorithm>
#include <vector>

namespace jiheng {
namespace {

void carry(std::optional<Decimal>& known, const std::optional<Decimal>& said) {
  if (said) {
    known = said;
  }
}

}  // namespace

std::optional<ProjectMoney> money_at(std::span<const ProjectMoney> said, std::string_view source,
                                     Date day) {
  std::vector<const ProjectMoney*> until;
  for (const auto& one : said) {
    if (one.source == source && one.as_of <= day) {
      until.push_back(&one);
    }
  }
  if (until.empty()) {
    return std::nullopt;
  }
  std::ranges::stable_sort(until, {}, [](const auto* one) { return one->as_of; });
  ProjectMoney money{.as_of = until.back()->as_of, .source = std::string(source)};
  for (const auto* one : until) {
    carry(money.initial, one->initial);
    carry(money.adjusted, one->adjusted);
    carry(money.expected, one->expected);
    if (one->executed) {
      money.executed = one->executed;
      money.as_of = one->as_of;
    }
  }
  return money;
}

}  // namespace jiheng
