// Every finding on the shipped sample, each looked at by eye; a change here is a change of what
// people are told.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "app/extract.h"
#include "rules/rule.h"

namespace jiheng {
namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream in(std::string(JIHENG_SOURCE_DIR) + "/" + path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

std::string quoted(const std::string& cell) {
  if (cell.find_first_of(",\"\n") == std::string::npos) {
    return cell;
  }
  std::string out = "\"";
  for (const char c : cell) {
    out += c == '"' ? "\"\"" : std::string(1, c);
  }
  return out + "\"";
}

TEST(RulesOnTheSample, FindWhatAReviewerFinds) {
  const auto library = packs::load_builtin();
  ASSERT_TRUE(library);
  const auto vocabulary = make_vocabulary(*library);
  ASSERT_TRUE(vocabulary);
  const auto reading = app::read_document(
      "sample.txt", bytes_of("test/golden/table11-jiaxing-2022.txt"), {.vocabulary = *vocabulary});
  ASSERT_TRUE(reading);
  const auto& rows = reading->intake.indicators;
  std::string found = "rule,severity,line,field,message,suggestion,clause\n";
  const auto pack = library->rule_pack(packs::kDefaultRulePack);
  ASSERT_TRUE(pack);
  for (const auto& finding : rules::review(rows, {}, *pack, *vocabulary)) {
    const auto message = library->catalogue.render(packs::Language::zh, finding.message);
    found += finding.rule + "," + std::string(word(finding.severity)) + "," +
             std::to_string(rows[finding.row].place.line) + "," +
             std::string(word(finding.column)) + "," + quoted(message) + "," +
             quoted(describe(finding.suggestion)) + "," + quoted(finding.clause) + "\n";
  }
  EXPECT_EQ(found, bytes_of("test/golden/sample_findings.csv"));
}

}  // namespace
}  // namespace jiheng
