#include "cli/reading_notes.h"

#include <gtest/gtest.h>

namespace jiheng::cli {
namespace {

TEST(LeftUnread, IsADocumentOfWhichAPartWasNotRead) {
  for (const auto* key : {"pdf.scanned", "pdf.page_broken", "pdf.page_damaged", "pdf.cut_off"}) {
    app::ImportReport report;
    report.notices.push_back({{key}, "p3"});
    EXPECT_TRUE(left_unread(report)) << key;
    app::Reading reading;
    reading.intake.report.notices.push_back({{key}, {.page = 3}});
    EXPECT_TRUE(left_unread(reading)) << key;
  }
}

TEST(LeftUnread, IsNoneThatOnlyHasSomethingToSay) {
  app::ImportReport report;
  report.notices.push_back({{"pdf.repaired"}, ""});
  report.notices.push_back({{"filing.approved", {"1"}}, ""});
  EXPECT_FALSE(left_unread(report));
}

}  // namespace
}  // namespace jiheng::cli
