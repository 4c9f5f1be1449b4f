#include "store/self_evaluations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/evidence.h"
#include "store/store_contract.h"

namespace jiheng::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr Date kYearEnd{std::chrono::year{2022}, std::chrono::month{12}, std::chrono::day{31}};

std::string key_of(const auto& result) {
  return result ? "done" : result.error().message.key;
}

class SelfEvaluationContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (store_ != nullptr) {
      filed("a.txt", sample_table());
    }
  }

  NewActual actual(std::string_view name, std::string value) {
    return {.indicator_id = row(name).id,
            .said = {.as_of = kYearEnd, .value = std::move(value)},
            .author = "甲"};
  }

  std::int64_t reported(std::string_view name, std::string value) {
    clock_.set(clock_.now_ms() + 1000);
    const std::vector<NewActual> said{actual(name, std::move(value))};
    const auto ids = Actuals(*store_).report(kRegion, said);
    EXPECT_TRUE(ids);
    return ids->front();
  }

  static NewEvidence survey(std::int64_t actual, std::string_view bytes) {
    return {.actual_id = actual,
            .evidence = {.kind = EvidenceKind::survey,
                         .sample = 120,
                         .name = "问卷.xlsx",
                         .hash = sha256(bytes),
                         .size = static_cast<std::int64_t>(bytes.size()),
                         .note = "现场发放"},
            .bytes = bytes,
            .author = "甲"};
  }
};

using namespace std::string_view_literals;
constexpr auto kBytes = "PK\0\x01 not text"sv;

TEST_P(SelfEvaluationContract, EvidenceComesBackByteForByte) {
  EvidenceFiles files(*store_);
  const auto wanted = survey(reported("公众满意度", "92%"), kBytes);
  const auto id = files.attach(kRegion, wanted);
  ASSERT_TRUE(id);
  EXPECT_EQ(*files.attach(kRegion, wanted), *id) << "the same file again is no second one";
  const auto file = files.file(kRegion, *id);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->bytes, kBytes);
  EXPECT_EQ(file->hash, sha256(kBytes));
  const auto listed = *files.of_projects(kRegion, {row("公众满意度").project_id});
  ASSERT_THAT(listed, SizeIs(1));
  EXPECT_EQ(listed[0].evidence, wanted.evidence);
  EXPECT_EQ(listed[0].indicator_id, row("公众满意度").id);
  EXPECT_TRUE(listed[0].current);
}

TEST_P(SelfEvaluationContract, EvidenceOfAnEarlierValueSaysSo) {
  EvidenceFiles files(*store_);
  const auto first = reported("公众满意度", "92%");
  ASSERT_TRUE(files.attach(kRegion, survey(first, kBytes)));
  reported("公众满意度", "95%");
  const auto listed = *files.of_project(kRegion, row("公众满意度").project_id);
  ASSERT_THAT(listed, SizeIs(1));
  EXPECT_FALSE(listed[0].current);
  EXPECT_EQ(key_of(files.attach(kRegion, survey(first, "other"))), "store.actual_ended");
  EXPECT_EQ(key_of(files.attach(kRegion, survey(1, "other"))), "store.no_actual");
}

TEST_P(SelfEvaluationContract, EvidenceIsTakenBackAndStaysOnRecord) {
  EvidenceFiles files(*store_);
  const auto id = *files.attach(kRegion, survey(reported("公众满意度", "92%"), kBytes));
  clock_.set(clock_.now_ms() + 1000);
  ASSERT_TRUE(files.take_back(kRegion, id, "乙"));
  EXPECT_EQ(key_of(files.take_back(kRegion, id, "乙")), "store.evidence_ended");
  EXPECT_EQ(key_of(files.take_back(kRegion, 1, "乙")), "store.no_evidence");
  const auto project = row("公众满意度").project_id;
  EXPECT_THAT(*files.of_project(kRegion, project), IsEmpty());
  const auto record = *files.of_project(kRegion, project, true);
  ASSERT_THAT(record, SizeIs(1));
  EXPECT_FALSE(record[0].living);
  EXPECT_EQ(record[0].ended_by, "乙");
  EXPECT_TRUE(files.file(kRegion, id)) << "what was said can still be looked at";
  EXPECT_EQ(key_of(files.file("000000000", id)), "store.no_evidence");
}

TEST_P(SelfEvaluationContract, AStalePageOverwritesNothing) {
  SelfEvaluations evaluations(*store_);
  const auto project = row("公众满意度").project_id;
  const auto seen = *evaluations.revision(kRegion, project);
  reported("公众满意度", "92%");
  NewSelfEvaluation said{
      .project_id = project,
      .seen = seen,
      .actuals = {actual("公众满意度", "88%")},
      .assessments = {{.indicator_id = row("公众满意度").id, .said = {.points = "10"}}},
      .words = EvaluationWords{.outcome = "已完成"},
      .author = "乙"};
  EXPECT_EQ(key_of(evaluations.save(kRegion, said)), "store.evaluation_changed_meanwhile");
  EXPECT_THAT(*Assessments(*store_).of_project(kRegion, project), IsEmpty());
  EXPECT_EQ(Actuals(*store_).of_project(kRegion, project)->front().actual.said.value, "92%");
  EXPECT_THAT(*evaluations.words_of(kRegion, project), IsEmpty());
  said.seen = *evaluations.revision(kRegion, project);
  ASSERT_TRUE(evaluations.save(kRegion, said));
  EXPECT_EQ(evaluations.words_of(kRegion, project)->front().words.outcome, "已完成");
  EXPECT_NE(*evaluations.revision(kRegion, project), said.seen);
}

TEST_P(SelfEvaluationContract, OneWrongRowKeepsNothing) {
  SelfEvaluations evaluations(*store_);
  const auto project = row("公众满意度").project_id;
  NewSelfEvaluation said{.project_id = project,
                         .seen = *evaluations.revision(kRegion, project),
                         .actuals = {actual("公众满意度", "88%")},
                         .assessments = {{.indicator_id = 77, .said = {.points = "10"}}}};
  EXPECT_EQ(key_of(evaluations.save(kRegion, said)), "store.no_indicator");
  EXPECT_THAT(*Actuals(*store_).of_project(kRegion, project), IsEmpty());
  NewStatements statements{.actuals = {actual("公众满意度", "88%")},
                           .moneys = {{.project_id = 77}}};
  EXPECT_EQ(key_of(evaluations.keep(kRegion, statements)), "store.no_project");
  EXPECT_THAT(*Actuals(*store_).of_project(kRegion, project), IsEmpty());
}

TEST_P(SelfEvaluationContract, WordsAreReplacedAndKeptAsHistory) {
  SelfEvaluations evaluations(*store_);
  const auto project = row("公众满意度").project_id;
  for (const auto* outcome : {"基本完成", "全部完成", "全部完成"}) {
    clock_.set(clock_.now_ms() + 1000);
    ASSERT_TRUE(evaluations.save(kRegion, {.project_id = project,
                                           .seen = *evaluations.revision(kRegion, project),
                                           .words = EvaluationWords{.outcome = outcome},
                                           .author = "甲"}));
  }
  std::vector<std::string> outcomes;
  const auto record = evaluations.words_of(kRegion, project, true);
  ASSERT_TRUE(record);
  for (const auto& one : *record) {
    outcomes.push_back(one.words.outcome + (one.living ? "" : " 前"));
  }
  EXPECT_THAT(outcomes, ElementsAre("全部完成", "基本完成 前"));
}

INSTANTIATE_TEST_SUITE_P(, SelfEvaluationContract, testing::ValuesIn(sql::kEngines),
                         sql::engine_name);

}  // namespace
}  // namespace jiheng::store
