// Real and made workbooks that may not be shipped: read from beside the repository.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>

#include "base/text.h"
#include "intake/bare_text.h"
#include "intake/intake.h"

namespace jiheng::intake {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = JIHENG_SOURCE_DIR;
const fs::path kData = kSource.parent_path() / "shared" / "data";

const Vocabulary& vocabulary() {
  static const auto kVocabulary = make_vocabulary(packs::load_builtin().value()).value();
  return kVocabulary;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Intake read(const fs::path& path) {
  return read_rows(document::read(path.filename().string(), bytes_of(path)).value(), vocabulary());
}

#define NEEDS_SHARED_DATA()                                    \
  if (!fs::exists(kData)) {                                    \
    ASSERT_EQ(std::getenv("CI"), nullptr) << "no shared data"; \
    GTEST_SKIP() << "no shared data";                          \
  }

// --- the made workbooks hold the rows of the sample

std::string cells(const Indicator& row) {
  std::string text = row.agency;
  for (const auto& cell :
       {row.project, row.level1, row.level2, row.name,
        std::string(row.comparator ? symbol(*row.comparator) : ""), row.target, row.measure}) {
    text += "|" + cell;
  }
  return without_blanks(text);
}

class MadeRows : public testing::TestWithParam<const char*> {};

TEST_P(MadeRows, AreThoseOfTheSample) {
  NEEDS_SHARED_DATA();
  const auto sample = read(kSource / "test/golden/table11-jiaxing-2022.txt");
  const auto made = read(kData / "made" / GetParam());
  ASSERT_EQ(made.indicators.size(), sample.indicators.size());
  for (std::size_t i = 0; i < made.indicators.size(); ++i) {
    EXPECT_EQ(cells(made.indicators[i]), cells(sample.indicators[i]));
  }
  EXPECT_EQ(made.report.doubtful, 0U);
  EXPECT_EQ(made.report.unread, 0U);
  EXPECT_EQ(made.year, 2022);
}

INSTANTIATE_TEST_SUITE_P(Sheets, MadeRows, testing::Values("flat_s.xlsx", "merged_s.xlsx"),
                         [](const auto& made) { return std::string(made.param).substr(0, 4); });

// --- questions about two real forms, answered from the records alone

std::string wan(const Decimal& yuan) {
  return yuan.divided_by(Decimal::whole(10'000), 6).value().to_shortest_string() + "万元";
}

const Funding& funding(const Intake& intake, std::string_view block, std::string_view source) {
  for (const auto& row : intake.funding) {
    if ((block.empty() || row.block == block) && row.source.starts_with(source)) {
      return row;
    }
  }
  throw std::out_of_range("no funding row " + std::string(source));
}

std::string money(const Intake& intake, std::string_view block, std::string_view source) {
  return wan(funding(intake, block, source).amount.value());
}

Decimal of_year(const Intake& intake, int year, std::string_view source) {
  for (const auto& row : intake.funding) {
    if (row.year == year && row.source == source) {
      return row.amount.value();
    }
  }
  throw std::out_of_range("no amount of the year");
}

/// The first indicator whose name (or kind) begins so.
const Indicator& indicator(const Intake& intake, std::string_view name) {
  for (const auto& row : intake.indicators) {
    if (row.name.starts_with(name) || row.level2.starts_with(name)) {
      return row;
    }
  }
  throw std::out_of_range("no indicator " + std::string(name));
}

std::string value(const Intake& intake, std::string_view name) {
  const auto& row = indicator(intake, name);
  return row.target + row.measure;
}

/// Level-2 kinds under a level-1 kind, those left blank too.
std::string kinds(const Intake& intake, std::string_view level1) {
  std::set<std::string> found;
  for (const auto& row : intake.indicators) {
    found.insert(row.level1 == level1 ? row.level2 : "");
  }
  for (const auto& row : intake.blank_kinds) {
    found.insert(row.level1 == level1 ? row.level2 : "");
  }
  found.erase("");
  return std::to_string(found.size());
}

std::string names(const Intake& intake, std::string_view level1, std::string_view level2) {
  std::string joined;
  for (const auto& row : intake.indicators) {
    if (row.level1 == level1 && row.level2 == level2) {
      joined += (joined.empty() ? "" : ",") + row.name;
    }
  }
  return joined;
}

struct Question {
  int id;
  std::function<std::string(const Intake&)> answer;
};

const std::vector<Question>& department_questions() {
  static const std::vector<Question> kQuestions{
      {1, [](const auto& it) { return money(it, "年度重点工作任务", "“三支一扶”"); }},
      {2, [](const auto& it) { return money(it, "年度重点工作任务", "促进就业专项资金"); }},
      {3, [](const auto& it) { return value(it, "城镇新增就业人数") + "人"; }},
      {4, [](const auto& it) { return indicator(it, "就业服务满意度").as_filed; }},
      {5,
       [](const auto& it) {
         std::set<std::string> level1;
         for (const auto& row : it.indicators) {
           level1.insert(row.level1);
         }
         return std::to_string(level1.size());
       }},
      {6, [](const auto& it) { return kinds(it, "产出指标"); }},
      {7, [](const auto& it) { return kinds(it, "效益指标"); }},
      {9, [](const auto& it) { return names(it, "效益指标", "经济效益指标"); }},
      {10, [](const auto& it) { return value(it, "基层服务覆盖范围"); }},
  };
  return kQuestions;
}

const std::vector<Question>& project_questions() {
  static const std::vector<Question> kQuestions{
      {129,
       [](const auto& it) {
         const auto back = Decimal::parse(indicator(it, "返乡创业人数").target).value();
         const auto again = Decimal::parse(indicator(it, "失业人员").target).value();
         return back.plus(again)->to_string() + indicator(it, "失业人员").measure;
       }},
      {130,
       [](const auto& it) {
         return value(it, "社会公众或服务对象满意度指标") + "," +
                value(it, "仲裁案件法定期限结案率");
       }},
      {131,
       [](const auto& it) {
         return wan(of_year(it, 2019, "预算金额").plus(of_year(it, 2020, "项目当年预算")).value());
       }},
      {132, [](const auto& it) { return money(it, "", "项目总预算"); }},
      {134,
       [](const auto& it) {
         return wan(of_year(it, 2020, "项目当年预算").minus(of_year(it, 2019, "预算金额")).value());
       }},
      {136, [](const auto& it) { return money(it, "项目资金来源", "一般公共预算财政拨款收入"); }},
      {137, [](const auto& it) { return value(it, "社会保障卡发卡量"); }},
      {138,
       [](const auto& it) {
         return money(it, "项目支出明细预算", "对机关事业单位养老保险基金的补助");
       }},
      {140, [](const auto& it) { return money(it, "", "对机关事业单位养老保险基金的补助"); }},
      {142, [](const auto& it) { return indicator(it, "劳动监察网格日常巡查").as_filed; }},
      {143, [](const auto& it) { return value(it, "仲裁案件法定期限结案率"); }},
      {144, [](const auto& it) { return money(it, "项目支出明细预算", "普惠金融发展支出"); }},
      {145,
       [](const auto& it) {
         return it.projects.at(0).parent_agency + "," + it.projects.at(0).kind;
       }},
  };
  return kQuestions;
}

/// The annotators' answer to a question.
std::string label(int id) {
  const auto questions = bytes_of(kData / "workbooks" / "questions.jsonl");
  const auto line = questions.find("{\"id\": " + std::to_string(id) + ",");
  constexpr std::string_view kLabel = "\"label\": \"";
  const auto start = questions.find(kLabel, line) + kLabel.size();
  return questions.substr(start, questions.find("\"}", start) - start);
}

void expect_answers(const Intake& intake, const std::vector<Question>& questions) {
  for (const auto& question : questions) {
    SCOPED_TRACE(question.id);
    std::string answer;
    EXPECT_NO_THROW(answer = question.answer(intake));
    EXPECT_EQ(fold_cell(answer), fold_cell(label(question.id)));
  }
}

// Question 8 asks for indicators of a kind the form does not have: 22 of 23.
TEST(Questions, AreAnsweredFromTheRecordsOfADepartmentsForm) {
  NEEDS_SHARED_DATA();
  const auto intake = read(kData / "workbooks" / "zhanjiang-2024-department-goals.xlsx");
  expect_answers(intake, department_questions());
  EXPECT_EQ(names(intake, "效益指标", "数量指标"), "");
  EXPECT_EQ(intake.indicators.size(), 19U);
  EXPECT_EQ(intake.report.unread, 0U);
  EXPECT_EQ(intake.report.doubtful, 0U);
}

TEST(Questions, AreAnsweredFromTheRecordsOfAProjectsForm) {
  NEEDS_SHARED_DATA();
  const auto intake = read(kData / "workbooks" / "wuhan-2020-project-application.xlsx");
  expect_answers(intake, project_questions());
  EXPECT_EQ(intake.report.unread, 0U);
  EXPECT_EQ(intake.report.rows, 52U);
}

}  // namespace
}  // namespace jiheng::intake
