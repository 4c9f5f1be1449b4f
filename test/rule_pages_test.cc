// docs/rules/ is generated; `rule_pages .` writes it anew.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "rule_page.h"

namespace jiheng {
namespace {

TEST(RulePages, AreWhatTheGeneratorWrites) {
  const auto library = packs::load_builtin();
  ASSERT_TRUE(library);
  for (const auto* rule : rules::catalogue()) {
    std::ifstream in(std::string(JIHENG_SOURCE_DIR) + "/docs/rules/" + std::string(rule->id) +
                     ".md");
    std::ostringstream page;
    page << in.rdbuf();
    EXPECT_EQ(page.str(), tools::rule_page(*rule, *library, JIHENG_SOURCE_DIR))
        << rule->id << ": run rule_pages";
  }
}

TEST(RulePages, TheIndexNamesEveryRule) {
  std::ifstream in(std::string(JIHENG_SOURCE_DIR) + "/docs/rules/README.md");
  std::ostringstream page;
  page << in.rdbuf();
  EXPECT_EQ(page.str(), tools::rule_index(packs::load_builtin().value(), JIHENG_SOURCE_DIR))
      << "run rule_pages";
}

TEST(RulePages, EveryNumberOfTheCatalogueHasItsRule) {
  constexpr int kLast = 72;
  for (int number = 1; number <= kLast; ++number) {
    EXPECT_EQ(std::ranges::count(rules::catalogue(), number,
                                 [](const rules::Rule* rule) { return rule->number; }),
              1)
        << number;
  }
  EXPECT_EQ(rules::catalogue().size(), kLast);
}

}  // namespace
}  // namespace jiheng
