#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "intake/intake.h"
#include "intake/repeats.h"

namespace jiheng::intake {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const Vocabulary& vocabulary() {
  static const auto kVocabulary = make_vocabulary(packs::load_builtin().value()).value();
  return kVocabulary;
}

Intake read(const std::string& bytes) {
  return read_rows(document::read("file", bytes).value(), vocabulary());
}

std::string file(const std::string& path) {
  std::ifstream in(std::string(JIHENG_SOURCE_DIR) + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string cells(const Indicator& row) {
  std::string text = row.agency;
  for (const auto& cell :
       {row.project, row.level1, row.level2, row.name,
        std::string(row.comparator ? symbol(*row.comparator) : ""), row.target, row.measure}) {
    text += "|" + cell;
  }
  return text;
}

std::vector<std::string> fates(const Intake& intake) {
  std::vector<std::string> words;
  for (const auto& note : intake.report.notes) {
    words.push_back(to_string(note.place) + " " + std::string(word(note.fate)) + " " +
                    note.reason.key);
  }
  return words;
}

const std::string kHead = "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位\n";
const std::string kRow = "甲局,项目A,产出指标,数量指标,培训场次,≥,5,场\n";
const std::string kOther = "甲局,项目A,产出指标,质量指标,合格率,≥,95,%\n";

TEST(ReadRows, TheSampleReadsWhole) {
  const auto intake = read(file("test/golden/table11-jiaxing-2022.txt"));
  EXPECT_THAT(intake.indicators, SizeIs(147));
  EXPECT_EQ(intake.report.repeated, 8U);
  EXPECT_EQ(intake.report.doubtful, 0U);
  EXPECT_EQ(intake.report.unread, 0U);
  EXPECT_THAT(intake.report.repairs, ElementsAre(std::pair(Repair::comparator_glued, 3U)));
  EXPECT_THAT(intake.report.tables, SizeIs(1));
  EXPECT_EQ(intake.year, 2022);
  EXPECT_EQ(intake.form, "table11");
  EXPECT_EQ(intake.title, "2022年市级部门预算财政拨款项目支出预算表");
  std::size_t typed = 0;
  std::size_t measurable = 0;
  for (const auto& row : intake.indicators) {
    typed += kind(row.typed) != TargetKind::text ? 1U : 0U;
    measurable += is_measurable(row) ? 1U : 0U;
    EXPECT_GT(row.place.line, 0);
    EXPECT_FALSE(row.as_filed.empty());
  }
  EXPECT_EQ(typed, 142U);
  EXPECT_EQ(measurable, 128U);
  EXPECT_EQ(cells(intake.indicators.front()),
            "嘉兴市科学技术局|科技合作交流与成果转化-科技合作交流与科技招商经费|产出指标|数量指标|"
            "接收清华大学暑期实践生|>=|5|个");
}

TEST(ReadRows, EveryRowIsAccountedFor) {
  const auto intake = read(file("test/golden/table11-jiaxing-2022.txt"));
  EXPECT_EQ(intake.report.rows, intake.indicators.size() + intake.report.notes.size());
}

TEST(ReadRows, TheSampleAsCsvReadsTheSame) {
  const auto text = read(file("test/golden/table11-jiaxing-2022.txt"));
  std::string csv = kHead;
  for (const auto& row : text.indicators) {
    for (const auto& cell : {row.agency, row.project, row.filed.level1, row.filed.level2,
                             row.filed.name, row.filed.comparator, row.filed.target}) {
      csv += "\"" + cell + "\",";
    }
    csv += row.filed.measure + "\n";
  }
  const auto table = read(csv);
  ASSERT_THAT(table.indicators, SizeIs(147));
  for (std::size_t i = 0; i < table.indicators.size(); ++i) {
    EXPECT_EQ(cells(table.indicators[i]), cells(text.indicators[i]));
  }
}

TEST(ReadRows, TwoTablesAreBothRead) {
  const auto titled = read("2022年甲局绩效目标表\n" + kHead + kRow + kOther +
                           "\n2022年乙局绩效目标表\n" + kHead + kRow);
  EXPECT_THAT(titled.report.tables, SizeIs(2));
  EXPECT_EQ(titled.report.tables[1].number, 2);
  EXPECT_THAT(titled.indicators, SizeIs(3));
  const auto apart = read(kHead + kRow + kOther + "\n" + kHead + kRow);
  EXPECT_THAT(apart.report.tables, SizeIs(2));
  EXPECT_THAT(apart.indicators, SizeIs(3));
}

TEST(ReadRows, ATableWithoutHeadIsReadByItsShape) {
  const auto intake = read(kRow + kOther);
  EXPECT_THAT(intake.indicators, SizeIs(2));
  EXPECT_EQ(cells(intake.indicators[0]), "甲局|项目A|产出指标|数量指标|培训场次|>=|5|场");
  ASSERT_THAT(intake.report.notices, SizeIs(1));
  EXPECT_EQ(intake.report.notices[0].message.key, "intake.no_head");
}

TEST(ReadRows, AHeadWithoutNamesIsNotGuessedAt) {
  const auto intake = read(
      "单位名称,项目名称,一级指标,二级指标,计算符号,指标值,计量单位\n"
      "甲局,项目A,产出指标,数量指标,≥,5,场\n");
  EXPECT_THAT(intake.indicators, SizeIs(0));
  EXPECT_EQ(intake.report.unread, 1U);
  EXPECT_EQ(intake.report.notices.front().message, (Text{"intake.head_lacks", {"三级指标"}}));
}

TEST(ReadRows, AComparatorIsNeverTheNameOfAnIndicator) {
  const auto intake = read("甲局,项目A,产出指标,数量指标,≥,5,场\n");
  EXPECT_THAT(intake.indicators, SizeIs(0));
}

TEST(ReadRows, AHeadThatIsNotUnderstoodIsSaid) {
  const auto intake =
      read("部门,项目,一级,二级,内容,目标值\n甲局,项目A,产出指标,数量指标,培训场次,5\n");
  ASSERT_THAT(intake.indicators, SizeIs(1));
  EXPECT_EQ(intake.report.notices.front().message.key, "intake.head_not_understood");
}

TEST(ReadRows, BlankNamesAndComparatorsAreInDoubt) {
  const auto intake = read(kHead + kRow + "甲局,项目A,产出指标,数量指标,,≥,7,场\n" +
                           "甲局,项目A,产出指标,数量指标,演练场次,,8,场\n" +
                           "甲局,项目A,产出指标,时效指标,完成时间,,12月底前,\n");
  ASSERT_THAT(intake.indicators, SizeIs(4));
  EXPECT_THAT(intake.indicators[1].doubt, ElementsAre(Doubt::name_missing));
  EXPECT_THAT(intake.indicators[2].doubt, ElementsAre(Doubt::comparator_missing));
  EXPECT_THAT(intake.indicators[3].doubt, SizeIs(0));
}

TEST(ReadRows, ShortAndLongRowsAreKeptInDoubt) {
  const auto intake = read(kHead + kRow + "甲局,项目A,产出指标,数量指标,只有名\n甲局,项目A\n" +
                           "甲局,项目A,产出指标,数量指标,太多,≥,5,场,多\n");
  ASSERT_THAT(intake.indicators, SizeIs(3));
  EXPECT_THAT(intake.indicators[1].doubt, ElementsAre(Doubt::row_short));
  EXPECT_THAT(intake.indicators[2].doubt, ElementsAre(Doubt::row_long));
  EXPECT_EQ(intake.report.unread, 1U);
  EXPECT_THAT(fates(intake), Contains("line 4 unread intake.not_a_row"));
}

TEST(ReadRows, MergedParentsAreCarriedDown) {
  const auto intake =
      read(kHead + kRow + ",,,质量指标,合格率,,≥95%,\n,项目B,产出指标,时效指标,时间,,12月底前,\n");
  ASSERT_THAT(intake.indicators, SizeIs(3));
  EXPECT_EQ(cells(intake.indicators[1]), "甲局|项目A|产出指标|质量指标|合格率|>=|95|%");
  EXPECT_THAT(intake.indicators[1].repaired, ElementsAre(Repair::cell_split, Repair::filled_down));
  EXPECT_EQ(intake.indicators[1].as_filed, "≥95%");
  EXPECT_EQ(cells(intake.indicators[2]), "甲局|项目B|产出指标|时效指标|时间||12月底前|");
}

TEST(ReadRows, SeveralValuesGiveARowEach) {
  const auto intake = read(kHead + "甲局,项目A,产出指标,数量指标,慰问,≥,1600人、200人,\n");
  ASSERT_THAT(intake.indicators, SizeIs(2));
  EXPECT_EQ(intake.indicators[0].place, intake.indicators[1].place);
  EXPECT_EQ(intake.indicators[1].target, "200");
  EXPECT_THAT(intake.indicators[1].doubt, ElementsAre(Doubt::several_values));
}

TEST(ReadRows, AnAgencyAboveTheTableIsTaken) {
  const auto intake = read(
      "单位名称：甲局\n项目名称,一级指标,二级指标,三级指标,指标值\n"
      "项目A,产出指标,数量指标,培训,不少于5次\n");
  ASSERT_THAT(intake.indicators, SizeIs(1));
  EXPECT_EQ(cells(intake.indicators[0]), "甲局|项目A|产出指标|数量指标|培训|>=|5|次");
  EXPECT_THAT(intake.indicators[0].repaired, Contains(Repair::comparator_from_words));
}

TEST(ReadRows, ProseGivesNothingAndSaysSo) {
  const auto intake = read("今天天气很好。\n我们去公园。\n");
  EXPECT_THAT(intake.indicators, IsEmpty());
  ASSERT_THAT(intake.report.notices, SizeIs(1));
  EXPECT_EQ(intake.report.notices[0].message.key, "intake.no_table");
  EXPECT_THAT(intake.report.notes, SizeIs(2));
}

TEST(ReadRows, ARowBrokenOverLinesIsJoined) {
  const std::string head =
      "单位名称 项目名称 一级指标 二级指标 三级指标 计算符号 指标值 计量单位\n";
  const auto intake = read(head + "甲局 项目A 产出指标 数量指标\n培训场次 ≥ 5 场\n");
  ASSERT_THAT(intake.indicators, SizeIs(1));
  EXPECT_EQ(intake.indicators[0].place.line, 2);
  EXPECT_EQ(intake.indicators[0].place.last_line, 3);
  EXPECT_THAT(intake.indicators[0].repaired, ElementsAre(Repair::lines_joined));
}

std::vector<Repeat> find_repeats(const std::vector<RepeatRow>& rows) {
  Repeats repeats;
  for (const auto& row : rows) {
    repeats.add(row);
  }
  return repeats.settle(true);
}

TEST(Repeats, ABlockBehindAMarkIsDropped) {
  EXPECT_THAT(find_repeats({{"a"}, {"b"}, {"c"}, {"a", true}, {"b"}, {"d"}}),
              ElementsAre(Repeat::no, Repeat::no, Repeat::no, Repeat::dropped, Repeat::dropped,
                          Repeat::no));
}

TEST(Repeats, WithoutAMarkItTakesTwoEarlierPlaces) {
  EXPECT_THAT(find_repeats({{"a"}, {"b"}, {"a"}, {"c"}}),
              ElementsAre(Repeat::no, Repeat::no, Repeat::doubtful, Repeat::no));
  EXPECT_THAT(find_repeats({{"a"}, {"b"}, {"a", true}, {"c"}, {"a", true}, {"d"}, {"a"}, {"e"}}),
              ElementsAre(Repeat::no, Repeat::no, Repeat::dropped, Repeat::no, Repeat::dropped,
                          Repeat::no, Repeat::dropped, Repeat::no));
}

}  // namespace
}  // namespace jiheng::intake
