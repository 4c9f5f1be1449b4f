#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/csv.h"
#include "report/extract_rows.h"
#include "report/form_rows.h"
#include "report/review_rows.h"
#include "report/table11.h"
#include "report/table11_sheet.h"
#include "report/typed_json.h"
#include "report/workbook.h"

namespace jiheng::report {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

Indicator row() {
  Indicator row;
  row.place.line = 41;
  row.agency = "甲局";
  row.project = "一,二";
  row.level1 = "产出指标";
  row.level2 = "数量指标";
  row.name = "培训";
  row.comparator = Comparator::at_least;
  row.target = "200";
  row.measure = "万人次";
  row.typed = NumberTarget{Decimal::whole(200)};
  row.measured = {.filed = "万人次",
                  .canonical = "人次",
                  .kind = MeasureKind::count,
                  .scale = Decimal::whole(10'000)};
  row.as_filed = "≥|200万|人次";
  row.repaired = {Repair::cell_split};
  return row;
}

TEST(Csv, QuotesWhatNeedsIt) {
  const std::vector<std::string> cells{"a", "b,c", "d\"e", "f\ng", ""};
  EXPECT_EQ(csv_line(cells), "a,\"b,c\",\"d\"\"e\",\"f\ng\",\n");
}

TEST(Csv, DisarmsFormulas) {
  EXPECT_EQ(safe_cell("=1+1"), "'=1+1");
  EXPECT_EQ(safe_cell("@x"), "'@x");
  EXPECT_EQ(safe_cell("-5"), "-5");
  EXPECT_EQ(safe_cell("＝"), "＝");
}

TEST(Extract, WritesTheColumnsScriptsRelyOn) {
  EXPECT_EQ(extract_csv_header(),
            "source,place,agency,project,level1,level2,level3,comparator,target,measure,points,"
            "actual,score,reason,as_filed,repaired,doubt\n");
  EXPECT_EQ(extract_csv_line("a.txt", row()),
            "a.txt,line 41,甲局,\"一,二\",产出指标,数量指标,培训,>=,200,万人次,,,,,≥|200万|人次,"
            "cell_split,\n");
}

TEST(FormRows, AProjectCarriesTheAmountsThatNameAYear) {
  const std::vector<Funding> funding{
      {.place = {.row = 8, .sheet = "S", .cell = "C8"},
       .agency = "乙站",
       .project = "修桥",
       .block = "项目资金来源",
       .source = "财政拨款",
       .year = 2023,
       .amount = Decimal::of(12'500'000, 1),
       .as_filed = "125"},
      {.agency = "乙站", .project = "修桥", .source = "其他", .as_filed = "若干"},
      {.agency = "乙站", .project = "别的", .source = "财政拨款", .year = 2023, .as_filed = "7"}};
  const ProjectRecord project{.place = {.row = 2, .sheet = "S", .cell = "C2"},
                              .name = "修桥",
                              .kind = "公共项目",
                              .parent_agency = "甲局",
                              .executing_agency = "乙站"};
  EXPECT_EQ(
      project_json_line("a.xlsx", project, funding),
      R"({"record":"project","source":"a.xlsx","place":"S!C2","name":"修桥",)"
      R"("kind":"公共项目","agency":"","parent_agency":"甲局","executing_agency":"乙站","period":"",)"
      R"("amounts":[{"year":2023,"source":"财政拨款","amount":"1250000",)"
      R"("as_filed":"125"}]})"
      "\n");
  EXPECT_EQ(funding_json_line("a.xlsx", funding[1]),
            R"({"record":"funding","source":"a.xlsx","place":"","agency":"乙站",)"
            R"("project":"修桥","block":"","column":"","label":"其他","year":null,)"
            R"("amount":null,"as_filed":"若干","content":"","expected":""})"
            "\n");
}

TEST(FormRows, AGoalSaysItsSpan) {
  const Goal goal{.agency = "甲局", .project = "", .span = GoalSpan::mid_term, .text = "三年"};
  EXPECT_EQ(goal_json_line("a.xlsx", goal),
            R"({"record":"goal","source":"a.xlsx","place":"","agency":"甲局","project":"",)"
            R"("span":"mid_term","text":"三年"})"
            "\n");
}

TEST(Extract, JsonCarriesTheTypedTarget) {
  const auto json = Json::parse(extract_json_line("a.txt", row()));
  EXPECT_EQ(json["comparator"], ">=");
  EXPECT_EQ(json["typed"].dump(),
            R"({"kind":"number","value":"200","measure":"人次","measure_kind":"count",)"
            R"("scale":"10000","base":"人次"})");
  DateTarget date{.month = 10, .part = DatePart::end, .bound = DateBound::by};
  EXPECT_EQ(typed_json(date, {}).dump(), R"({"kind":"date","month":10,"part":"end","bound":"by"})");
}

TEST(Extract, JsonSaysWhereTheCellsStandInPoints) {
  auto indicator = row();
  EXPECT_EQ(Json::parse(extract_json_line("a.txt", indicator))["box"].dump(), "[]");
  indicator.boxes = {
      {Column::name, {.page = 3, .left = 7205, .top = -10, .right = 14400, .bottom = 8457}},
      {Column::target, {.page = 12, .left = 100'000'001, .top = 1, .right = 99, .bottom = 0}}};
  const auto line = extract_json_line("a.pdf", indicator);
  EXPECT_THAT(line, HasSubstr(R"("box":[{"field":"level3","page":3,"left":72.05,"top":-0.1,)"
                              R"("right":144,"bottom":84.57},{"field":"target","page":12,)"
                              R"("left":1000000.01,"top":0.01,"right":0.99,"bottom":0}])"));
}

TEST(Table11, TheSameRowsGiveTheSameBytes) {
  const Table11 table{.year = 2022, .title = "2022年项目支出绩效目标表", .rows = {row(), row()}};
  const auto first = table11_xlsx(table);
  const auto second = table11_xlsx(table);
  ASSERT_TRUE(first && second);
  EXPECT_EQ(*first, *second);
  EXPECT_THAT(*first, StartsWith("PK"));
  EXPECT_THAT(table11_csv(table), StartsWith(std::string(kBom) + "单位名称,项目名称,一级指标"));
  EXPECT_EQ(Json::parse(table11_json(table))["rows"].size(), 2U);
}

TEST(Workbook, RowsGrowWithTheirText) {
  EXPECT_EQ(wrapped_lines("短", 10), 1U);
  EXPECT_EQ(wrapped_lines("一二三四五六七八九十", 10), 3U);
  EXPECT_GT(row_height(3, 10), row_height(1, 10));
}

TEST(Csv, ForSpreadsheetsNoCellIsAFormula) {
  EXPECT_EQ(csv_line({"=1+2", "-3", "@a"}, CsvFor::spreadsheets), "'=1+2,-3,'@a\n");
  EXPECT_EQ(csv_line({"=1+2", "-3", "@a"}, CsvFor::scripts), "=1+2,-3,@a\n");
}

TEST(Table11, TheCellsOfAReviewedTableAreThoseThatWereFiled) {
  auto lamp = row();
  lamp.level1 = "产出指标";
  lamp.name = "安装路灯";
  lamp.comparator = Comparator::at_least;
  lamp.target = "20";
  lamp.measure = "盏";
  lamp.filed = {};
  lamp.filed.name = "安装路灯　";
  lamp.filed.target = "≥２０盏";
  const auto filed = filed_table11_cells(lamp, false);
  EXPECT_EQ(filed.at(2), "产出指标") << "carried down from a merged cell";
  EXPECT_EQ(filed.at(4), "安装路灯　");
  EXPECT_EQ(filed.at(5), "");
  EXPECT_EQ(filed.at(6), "≥２０盏");
  EXPECT_EQ(filed.at(7), "");
  lamp.name = "安装路灯杆";
  const auto edited = filed_table11_cells(lamp, true);
  EXPECT_EQ(edited.at(4), "安装路灯杆") << "what it says now";
  EXPECT_EQ(edited.at(6), "20");
}

TEST(Review, RowsOfSeveralDocumentsNameTheirOwn) {
  const auto library = packs::load_builtin().value();
  const std::vector<Indicator> rows{row(), row()};
  const std::vector<Finding> findings{
      {.rule = "a", .row = 0, .column = Column::name, .message = {"report.nothing_found"}},
      {.rule = "b", .row = 1, .column = Column::name, .message = {"report.nothing_found"}}};
  const std::vector<RowSource> sources{{"甲.pdf", "national-88"}, {"乙.xlsx", ""}};
  const std::vector<std::size_t> source_of{1, 0};
  const ReviewedRows reviewed{.source = "sqlite:a.db",
                              .sources = sources,
                              .source_of = source_of,
                              .rows = rows,
                              .findings = findings};
  const auto csv = review_csv(reviewed, {library.catalogue, packs::Language::zh});
  EXPECT_THAT(csv, StartsWith("乙.xlsx,"));
  EXPECT_THAT(csv, HasSubstr("\n甲.pdf,"));
  EXPECT_THAT(csv, HasSubstr(",national-88\n"));
}

TEST(Review, WritesTheColumnsScriptsRelyOn) {
  const auto library = packs::load_builtin().value();
  const std::vector<Indicator> rows{row()};
  const std::vector<Finding> findings{{.rule = "measure_missing",
                                       .severity = Severity::warning,
                                       .row = 0,
                                       .column = Column::measure,
                                       .message = {"rule.measure_missing.message", {"培训"}},
                                       .clause = "88号",
                                       .suggestion = {{Field::measure, "人"}}}};
  const ReviewedRows reviewed{
      .source = "a.txt", .by = {"city", 3, "national-101"}, .rows = rows, .findings = findings};
  const ReviewWords words{library.catalogue, packs::Language::zh};
  EXPECT_EQ(review_csv_header(),
            "source,place,agency,project,indicator,rule,severity,field,message,clause,suggestion,"
            "clause_verified,pack,pack_version,frame\n");
  EXPECT_THAT(review_csv(reviewed, words),
              StartsWith("a.txt,line 41,甲局,\"一,二\",培训,measure_missing,warning,measure,"));
  EXPECT_THAT(review_csv(reviewed, words),
              HasSubstr(",88号,measure 人,false,city,3,national-101\n"));
  EXPECT_THAT(review_text(reviewed, words), HasSubstr("警告"));
  const auto json = Json::parse(review_json(reviewed, words));
  EXPECT_EQ(json["changes"][0]["after"], "人");
  EXPECT_EQ(json["clause_verified"], false);
  EXPECT_EQ(json["pack"], "city");
  EXPECT_EQ(json["pack_version"], 3);
  EXPECT_EQ(json["frame"], "national-101");
  EXPECT_TRUE(review_xlsx(std::span(&reviewed, 1), words));
}

}  // namespace
}  // namespace jiheng::report
