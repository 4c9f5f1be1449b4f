// From a filing that says 批复 to what is said of the filings and edits behind it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/database.h"
#include "app/editing.h"
#include "app/filing.h"
#include "app/review.h"

namespace jiheng::app {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

constexpr std::string_view kHead =
    "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位\n";

class Approved : public testing::Test {
 protected:
  Approved()
      : database_(Database::open({.url = "sqlite::memory:",
                                  .library = packs::load_builtin().value(),
                                  .migrate = true})
                      .value()) {}

  [[nodiscard]] const Workspace& workspace() const {
    return database_->workspace();
  }

  /// `rows` are the cells of 甲局's 展览 behind its project, a line each.
  ImportReport file(const std::string& title, const std::vector<std::string>& rows,
                    bool dry_run = false) const {
    std::string bytes = "2024年" + title + "\n" + std::string(kHead);
    for (const auto& row : rows) {
      bytes += "甲局,展览," + row + "\n";
    }
    return import_document(workspace(),
                           {.name = title + ".csv", .bytes = bytes, .dry_run = dry_run})
        .value();
  }

  [[nodiscard]] std::vector<store::StoredIndicator> rows() const {
    return workspace()
        .store
        .list_indicators({.region = std::string(kNoRegion), .year = 2024},
                         {.cursor = {}, .limit = 100})
        ->items;
  }

  /// "name: message key (suggestion)" of every finding of a rule.
  [[nodiscard]] std::vector<std::string> said(std::string_view rule) const {
    std::vector<std::string> found;
    for (const auto& row : rows()) {
      for (const auto& finding : row.findings) {
        if (finding.rule == rule) {
          found.push_back(row.row.name + ": " + finding.message.key + " (" +
                          describe(finding.suggestion) + ")");
        }
      }
    }
    return found;
  }

  void edit(std::size_t row, Field field, std::string after) const {
    const auto stored = rows().at(row);
    ASSERT_TRUE(edit_indicator(workspace(), {.indicator = stored.id,
                                             .revision = stored.revision,
                                             .changes = {{field, std::move(after)}}}));
  }

  std::unique_ptr<Database> database_;
};

std::vector<std::string> notices_of(const ImportReport& report) {
  std::vector<std::string> keys;
  for (const auto& notice : report.notices) {
    keys.push_back(notice.message.key);
  }
  return keys;
}

constexpr auto kDiffers = "differs_from_approved";
const std::string kVisitors = "产出指标,数量指标,接待观众,≥,100,人次";
const std::string kFewer = "产出指标,数量指标,接待观众,≥,80,人次";
const std::string kPleased = "满意度指标,服务对象满意度指标,观众满意度,≥,90,%";

TEST_F(Approved, ADocumentThatSaysSoIsTakenAndSaid) {
  const auto report = file("项目支出绩效目标批复表", {kVisitors});
  EXPECT_THAT(notices_of(report), Contains("filing.approved"));
  EXPECT_THAT(notices_of(report), Not(Contains("filing.approved_late")));
  EXPECT_THAT(said(kDiffers), IsEmpty());
}

TEST_F(Approved, OneThatComesAfterWhatWasReachedSaysWhatItReplaces) {
  const std::string reached =
      "2024年项目支出绩效自评表\n单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,"
      "计量单位,实际完成值\n甲局,展览," +
      kFewer + ",90\n甲局,展览," + kPleased + ",\n";
  ASSERT_TRUE(import_document(workspace(), {.name = "自评.csv", .bytes = reached}));
  const auto report = file("项目支出绩效目标批复表", {kVisitors}, true);
  const auto late = std::ranges::find(report.notices, "filing.approved_late",
                                      [](const auto& notice) { return notice.message.key; });
  ASSERT_NE(late, report.notices.end());
  EXPECT_EQ(late->message.args, std::vector<std::string>{"1"});
}

TEST_F(Approved, ALaterFilingIsHeldAgainstIt) {
  file("项目支出绩效目标批复表", {kVisitors, kPleased});
  file("项目支出绩效自评表", {kFewer});
  const std::vector<std::string> expected{
      "接待观众: rule.differs_from_approved.message.missing ()",
      "接待观众: rule.differs_from_approved.message (target 100)"};
  EXPECT_EQ(said(kDiffers), expected);
  // The same rows judged from the database.
  const auto review = review_year(workspace(), 2024, std::nullopt, "");
  ASSERT_TRUE(review);
  EXPECT_EQ(std::ranges::count(review->findings, kDiffers, &Finding::rule), 2);
  ASSERT_TRUE(review->held);
  EXPECT_EQ(review->held->all, 1U);
  EXPECT_THAT(review->held->without, IsEmpty());
}

TEST_F(Approved, AYearWithoutApprovedTablesSaysNothingOfThem) {
  file("项目支出绩效自评表", {kFewer});
  const auto review = review_year(workspace(), 2024, std::nullopt, "");
  ASSERT_TRUE(review);
  EXPECT_FALSE(review->held);
}

TEST_F(Approved, ADryRunSaysSoBeforeItIsFiled) {
  file("项目支出绩效目标批复表", {kVisitors});
  const auto as_approved = file("项目支出绩效自评表", {kVisitors}, true);
  const auto report = file("项目支出绩效自评表", {kFewer}, true);
  EXPECT_EQ(report.findings.error, as_approved.findings.error + 1);
}

TEST_F(Approved, AnEditAwayFromItIsFoundAndItsSuggestionLeadsBack) {
  file("项目支出绩效目标批复表", {kVisitors});
  edit(0, Field::target, "60");
  EXPECT_THAT(said(kDiffers),
              ElementsAre("接待观众: rule.differs_from_approved.message (target 100)"));
  edit(0, Field::target, "100");
  EXPECT_THAT(said(kDiffers), IsEmpty());
}

TEST_F(Approved, AnAdjustedApprovalReplacesIt) {
  file("项目支出绩效目标批复表", {kVisitors});
  file("调整批复项目支出绩效目标表", {kFewer});
  EXPECT_THAT(said(kDiffers), IsEmpty());
  file("项目支出绩效自评表", {kFewer, kPleased});
  EXPECT_THAT(said(kDiffers),
              ElementsAre("观众满意度: rule.differs_from_approved.message.added ()"));
}

TEST_F(Approved, ASecretProjectOfAPublicFilingStaysOneWhenItIsEdited) {
  const auto import = [&](const std::string& title) {
    const auto bytes = "2024年" + title +
                       "\n单位名称,项目名称,是否涉密,一级指标,二级指标,三级指标,计算符号,指标值,"
                       "计量单位\n甲局,展览,是," +
                       kVisitors + "\n";
    ASSERT_TRUE(import_document(workspace(), {.name = title + ".csv", .bytes = bytes}));
  };
  import("部门预算公开项目支出绩效目标表");
  EXPECT_THAT(said("secret_in_public"), ElementsAre("接待观众: rule.secret_in_public.message ()"));
  edit(0, Field::target, "60");
  EXPECT_THAT(said("secret_in_public"), ElementsAre("接待观众: rule.secret_in_public.message ()"));
  import("项目支出绩效目标申报表");
  EXPECT_THAT(said("secret_in_public"), IsEmpty());
}

}  // namespace
}  // namespace jiheng::app
