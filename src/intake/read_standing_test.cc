// What a document says of itself and of its projects: public, approved, secret.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/grid_for_test.h"
#include "intake/intake.h"
#include "intake/table_words.h"

namespace jiheng::intake {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Vocabulary& vocabulary() {
  static const auto kVocabulary = make_vocabulary(packs::load_builtin().value()).value();
  return kVocabulary;
}

Intake read_sheet(const std::vector<std::string>& rows) {
  return read_rows(GridForTest::worksheet(rows), vocabulary());
}

/// A list of one indicator under a title, above it `above`.
Intake read_under(const std::string& title, const std::string& above = "说明一") {
  return read_sheet({
      above,
      title,
      "单位名称|项目名称|一级指标|二级指标|三级指标|计算符号|指标值|计量单位",
      "甲局|项目A|产出指标|数量指标|培训场次|≥|5|场",
  });
}

/// Project, mark and place of each.
std::vector<std::string> marks(const Intake& intake) {
  std::vector<std::string> found;
  for (const auto& mark : intake.secrecy) {
    found.push_back(mark.agency + "|" + mark.project + "|" + mark.text + "|" +
                    to_string(mark.place));
  }
  return found;
}

TEST(Standing, ATable11IsPublicAndAnApplicationIsNot) {
  EXPECT_TRUE(read_under("2024年项目支出绩效表", "表11").disclosed);
  EXPECT_FALSE(read_under("2024年项目支出绩效目标申报表", "附件11").disclosed);
  EXPECT_FALSE(read_under("2024年项目支出绩效表").disclosed);
  EXPECT_FALSE(read_under("2024年项目支出绩效表", "表12").disclosed);
}

TEST(Standing, ATable11IsPublicAlsoWhereItsNumberStandsInTheTitle) {
  for (const std::string title :
       {"表11 2023年度项目支出绩效目标表", "表11：2023年项目支出绩效目标表",
        "2023年度项目支出绩效目标表（表11）", "2023年项目支出绩效表（公开11表）",
        "表十一 2023年项目支出绩效表"}) {
    EXPECT_TRUE(read_under(title).disclosed) << title;
  }
  EXPECT_TRUE(read_under("2023年度项目支出绩效目标表", "公开表11").disclosed);
  for (const std::string title : {"表112 2023年项目支出绩效表", "表1 2023年项目支出绩效表",
                                  "表11 2023年项目绩效目标申报表"}) {
    EXPECT_FALSE(read_under(title).disclosed) << title;
  }
}

TEST(Standing, ATickAloneIsAnAnswer) {
  const auto intake = read_sheet({
      "单位名称|项目名称|一级指标|二级指标|三级指标|计算符号|指标值|计量单位|是否涉密（是/否）",
      "甲局|项目A|产出指标|数量指标|培训场次|≥|5|场|☑",
      "甲局|项目B|产出指标|数量指标|培训人数|≥|5|人|□",
      "甲局|项目C|产出指标|数量指标|培训课时|≥|5|时|□是 ☑否",
  });
  ASSERT_EQ(intake.secrecy.size(), 2U);
  EXPECT_EQ(intake.secrecy[0].project, "项目A");
  EXPECT_EQ(intake.secrecy[0].text, "√");
  EXPECT_EQ(intake.secrecy[1].text, "否");
}

TEST(Standing, ATitleSaysThatTheDocumentIsPublic) {
  EXPECT_TRUE(read_under("2024年部门预算公开项目支出绩效目标表").disclosed);
  EXPECT_TRUE(read_under("项目支出绩效目标表", "甲局2024年部门预算公开").disclosed);
  EXPECT_TRUE(read_under("2024年部门预算信息公开表").disclosed);
  EXPECT_FALSE(read_under("2024年政务公开项目绩效目标表").disclosed);
  EXPECT_FALSE(read_under("2024年政府信息公开项目绩效目标表").disclosed);
  EXPECT_FALSE(read_under("2024年公开招聘项目绩效目标表").disclosed);
  EXPECT_FALSE(read_under("2024年部门预算公开项目绩效目标申报表").disclosed);
}

TEST(Standing, ATitleSaysThatTheDocumentIsApproved) {
  EXPECT_TRUE(read_under("2024年项目支出绩效目标批复表").approved);
  EXPECT_TRUE(read_under("项目支出绩效目标表", "关于批复2024年部门预算的通知").approved);
  EXPECT_FALSE(read_under("2024年项目支出绩效目标表（待批复）").approved);
  EXPECT_FALSE(read_under("2024年项目支出绩效自评表").approved);
  for (const std::string_view other :
       {"2024年项目支出绩效自评表（对照批复目标）", "2024年项目支出绩效目标批复申请表",
        "2024年项目支出绩效目标表（拟批复稿）", "2024年项目支出绩效目标批复表（征求意见稿）",
        "2024年项目支出绩效目标表（不予批复）"}) {
    EXPECT_FALSE(read_under(std::string(other)).approved) << other;
  }
}

TEST(Standing, ATitleFurtherDownSaysNothingOfTheDocument) {
  const auto intake = read_sheet({
      "2024年项目支出绩效自评表",
      "单位名称|项目名称|一级指标|二级指标|三级指标|计算符号|指标值|计量单位",
      "甲局|项目A|产出指标|数量指标|培训场次|≥|5|场",
      "2024年项目支出绩效目标批复表",
      "单位名称|项目名称|一级指标|二级指标|三级指标|计算符号|指标值|计量单位",
      "甲局|项目B|产出指标|数量指标|培训场次|≥|5|场",
  });
  EXPECT_FALSE(intake.approved);
}

TEST(Secrecy, AColumnMarksProjectsOnceEach) {
  const auto intake = read_sheet({
      "2024年项目支出绩效表",
      "单位名称|项目名称|是否涉密|一级指标|二级指标|三级指标|计算符号|指标值|计量单位",
      "甲局|项目A|否|产出指标|数量指标|培训场次|≥|5|场",
      "^|^|^|产出指标|质量指标|培训合格率|≥|95|%",
      "^|项目B|是|产出指标|数量指标|演练场次|≥|2|场",
      "^|^||产出指标|质量指标|演练合格率|≥|95|%",
      "^|项目C||产出指标|数量指标|检查次数|≥|2|次",
  });
  EXPECT_THAT(marks(intake), ElementsAre("甲局|项目A|否|Sheet1!H3", "甲局|项目B|是|Sheet1!H5"));
  ASSERT_EQ(intake.indicators.size(), 5U);
  EXPECT_EQ(intake.indicators[2].name, "演练场次");
  EXPECT_EQ(intake.report.tables.at(0).columns.at(2), "secrecy");
}

TEST(Secrecy, ALabelMarksTheProjectOfItsForm) {
  const auto intake = read_sheet({
      "2024年项目绩效目标表|<|<|<",
      "密级|秘密★3年|项目代码|01",
      "项目名称|甲项目|实施单位|甲局",
      "年度绩效指标|二级指标|指标内容|指标值",
      "^|数量指标|维修座数|3座",
      "项目名称|乙项目|是否涉密|□是 ☑否",
      "实施单位|乙局|联系人|",
      "年度绩效指标|二级指标|指标内容|指标值",
      "^|数量指标|维修座数|3座",
  });
  EXPECT_THAT(marks(intake),
              ElementsAre("甲局|甲项目|秘密★3年|Sheet1!B2", "乙局|乙项目|否|Sheet1!D6"));
}

TEST(Secrecy, AFormWithoutThatLabelSaysNothing) {
  const auto intake = read_sheet({
      "2024年项目绩效目标表|<|<|<",
      "项目名称|涉密载体销毁|实施单位|甲局",
      "是否涉密||联系人|",
      "年度绩效指标|二级指标|指标内容|指标值",
      "^|数量指标|维修座数|3座",
  });
  EXPECT_THAT(marks(intake), IsEmpty());
}

TEST(Secrecy, ALineAboveTheFormMarksItToo) {
  const auto intake = read_sheet({
      "密级：机密",
      "2024年项目绩效目标表|<|<|<",
      "项目名称|甲项目|实施单位|甲局",
      "年度绩效指标|二级指标|指标内容|指标值",
      "^|数量指标|维修座数|3座",
  });
  EXPECT_THAT(marks(intake), ElementsAre("甲局|甲项目|机密|Sheet1!A1"));
}

}  // namespace
}  // namespace jiheng::intake
