#pragma once

#include <string>
#include <vector>

#include "domain/vocabulary.h"
#include "rules/rule.h"

namespace jiheng::test {

/// One row of test/cases/<rule>.toml.
///
/// Shape   `hit` says whether the rule must fire; `project` only where the rule looks at it;
///         `suggestion` as `describe` writes it.
struct RuleCase {
  std::string rule;
  bool hit{};
  std::string project;
  std::string level1;
  std::string level2;
  std::string name;
  std::string comparator;
  std::string target;
  std::string measure;
  std::string suggestion;
};

/// The cases of a rule in file order, hits first; none when it has no file.
[[nodiscard]] std::vector<RuleCase> cases_of(const std::string& repository, std::string_view rule);

}  // namespace jiheng::test
