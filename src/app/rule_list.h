#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/workspace.h"
#include "base/result.h"
#include "domain/finding.h"
#include "store/listing.h"

namespace jiheng::app {

/// One rule of the catalogue under the pack of a year, or the workspace's.
///
/// Shape   its title is the text `rule.<id>.title`, its aspect's word `rule.aspect.<aspect>`.
struct RuleView {
  std::string id{};
  int number{};
  Severity severity{};
  std::string aspect{};
  bool on{};
  std::string clause{};
  bool clause_verified{};
  std::int64_t findings{};                    // that stand in the year asked for
  std::optional<std::int64_t> suggestions{};  // rows one stands in; counted of one rule alone
  std::int64_t waived{};
  std::int64_t false_alarms{};
  std::vector<store::WaiverCount> set_aside_by{};  // the same two, by the pack that found them
};

/// Every rule, in catalogue order; without a year nothing is counted.
///
/// Shape   `pack` is the one the year is judged by; `judged` when it was last judged anew.
struct RuleList {
  packs::RulePack pack;
  std::optional<store::StoredRun> judged{};
  std::vector<RuleView> rules{};
  std::int64_t filed_since{};  // versions of filings the last look at the whole year did not know
};

/// Errors  those of `pack_of`.
[[nodiscard]] Result<RuleList> list_rules(const Workspace& workspace, std::optional<int> year);
/// The same of one rule. Errors  not_found `browse.no_rule`.
[[nodiscard]] Result<RuleView> rule(const Workspace& workspace, std::string_view id,
                                    std::optional<int> year);

/// The rule's page in Markdown (docs/rules/), the part in this language; "" when there is none.
[[nodiscard]] std::string rule_page(std::string_view id, packs::Language language);

}  // namespace jiheng::app
