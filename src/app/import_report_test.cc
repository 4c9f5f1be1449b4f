#include "app/import_report.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace jiheng::app {
namespace {

ImportReport example() {
  ImportReport report{.outcome = FilingOutcome::new_version,
                      .version = 2,
                      .name = "表11.txt",
                      .hash = "0f",
                      .format = "text",
                      .encoding = "utf-8",
                      .title = "2022年市级部门预算",
                      .year = 2022,
                      .region = "330400000",
                      .form = "table11",
                      .agency = "市科技局",
                      .rows = 159,
                      .projects = 22,
                      .indicators = 147,
                      .repeated = 8,
                      .doubtful = 1,
                      .unread = 2,
                      .remembered = 3,
                      .findings = {1, 2, 3}};
  report.agencies = {{"市科技局", 22, 147}};
  report.repairs = {{Repair::comparator_glued, 3}};
  report.tables = {{"t1", "line 1", "line 9", {"agency", ""}, 147}};
  report.layouts = {{"l", "t1", "line 1", {{"三级指标", Column::name, 7}, {"", Column::other, 0}}}};
  report.remembered_rows = {{7, Verdict::rejected, "line 5", "合计"}};
  report.notes = {{"line 4", 4, "repeated", {"intake.repeated", {"a", "b"}}, "原文"}};
  report.notices = {{{"text.replaced", {"7"}}, "line 5"}};
  report.changes = {1,
                    2,
                    3,
                    4,
                    {{"a", "p", "n", Field::target, "1", "2"}},
                    {{"a", "p", "n", Field::measure, "次", "个"}}};
  return report;
}

TEST(ImportReport, IsReadBackAsItWasKept) {
  const auto kept = stored_form(example());
  const auto read = from_stored_form(kept);
  ASSERT_TRUE(read);
  EXPECT_EQ(stored_form(*read), kept);
  EXPECT_EQ(read->repairs, example().repairs);
  EXPECT_EQ(read->changes.conflicts, example().changes.conflicts);
  EXPECT_EQ(read->notes.at(0).reason, example().notes.at(0).reason);
  EXPECT_EQ(read->findings, example().findings);
  EXPECT_EQ(read->layouts.at(0).columns.at(0).role, Column::name);
  EXPECT_EQ(read->layouts.at(0).columns.at(0).correction, 7);
  EXPECT_EQ(read->remembered_rows.at(0).verdict, Verdict::rejected);
  EXPECT_EQ(read->remembered, 3);
  EXPECT_EQ(read->agency, "市科技局");
}

TEST(ImportReport, OneKeptBeforeCorrectionsWereKnownIsRead) {
  auto kept = nlohmann::json::parse(stored_form(example()));
  for (const auto* name : {"layouts", "remembered_rows", "remembered", "agency", "hash"}) {
    kept.erase(name);
  }
  const auto read = from_stored_form(kept.dump());
  ASSERT_TRUE(read);
  EXPECT_TRUE(read->layouts.empty());
  EXPECT_EQ(read->remembered, 0);
}

TEST(ImportReport, WhatIsNoReportIsAnError) {
  for (const auto* wrong : {"", "{}", "[1]", "{\"outcome\":7}"}) {
    ASSERT_FALSE(from_stored_form(wrong)) << wrong;
    EXPECT_EQ(from_stored_form(wrong).error().code, ErrorCode::unavailable) << wrong;
  }
}

TEST(ImportReport, SaysItsOutcomeInOneSentence) {
  auto report = example();
  EXPECT_EQ(sentence_of(report).key, "import.is.new_version");
  EXPECT_EQ(sentence_of(report).args, (std::vector<std::string>{"147", "8", "2", "2"}));
  report.dry_run = true;
  report.outcome = FilingOutcome::same_document;
  EXPECT_EQ(sentence_of(report).key, "import.would_be.same_document");
}

}  // namespace
}  // namespace jiheng::app
