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

// Once a rule comes, or another is missing, the sentence has to change.
TEST(RulePages, OneSentenceSaysWhichNumbersHaveNoRule) {
  const auto library = packs::load_builtin().value();
  const auto zh = library.catalogue.render(packs::Language::zh, {"rule.not_yet"});
  const auto en = library.catalogue.render(packs::Language::en, {"rule.not_yet"});
  constexpr int kLast = 72;
  for (int number = 1; number <= kLast; ++number) {
    const bool known = std::ranges::any_of(
        rules::catalogue(), [&](const rules::Rule* rule) { return rule->number == number; });
    const auto text = std::to_string(number);
    EXPECT_EQ(zh.find("第 " + text + " 条") == std::string::npos, known) << number;
    EXPECT_EQ(en.find("number " + text + ",") == std::string::npos, known) << number;
  }
}

}  // namespace
}  // namespace jiheng
