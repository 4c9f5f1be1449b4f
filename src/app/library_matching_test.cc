#include "app/library_matching.h"

#include <gmock/gmock.h>

#include "app/editing.h"
#include "app/library_for_test.h"

namespace jiheng::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class LibraryMatching : public OfficeTest {
 protected:
  void SetUp() override {
    file("甲.csv",
         "甲局,甲项目,产出指标,质量指标,验收合格率（%）,≥,95,%\n"
         "甲局,甲项目,产出指标,数量指标,乡镇卫生院医师培训人次,≥,95,人次\n"
         "甲局,甲项目,产出指标,数量指标,龙舟上彩绘的片数,≥,5,片\n");
    file("乙.csv",
         "乙局,乙项目,产出指标,数量指标,龙舟上彩绘的片数,≥,8,片\n"
         "乙局,乙项目,产出指标,数量指标,乡镇卫生院医师培训人次,≥,95,人次\n");
  }

  [[nodiscard]] MatchPage page(MatchFilter filter = {}, const MatchStretch& stretch = {}) const {
    filter.year = filter.year == 0 ? 2022 : filter.year;
    const auto listed = list_matches(workspace_, filter, stretch);
    EXPECT_TRUE(listed);
    return listed.value_or(MatchPage{});
  }

  [[nodiscard]] MatchedName named(const std::string& name, int year = 2022) const {
    const auto listed = page({.year = year, .words = name});
    EXPECT_THAT(listed.names, SizeIs(1)) << name;
    return listed.names.empty() ? MatchedName{} : listed.names.front();
  }

  [[nodiscard]] Result<MatchedName> say(const std::string& name, const std::string& code,
                                        std::int64_t indicator = 0) const {
    return decide_match(workspace_,
                        {.year = 2022, .name = name, .code = code, .indicator = indicator});
  }

  static std::vector<std::string> names_of(const MatchPage& page) {
    std::vector<std::string> names;
    for (const auto& name : page.names) {
      names.push_back(name.name);
    }
    return names;
  }

  const std::string boats_ = "龙舟上彩绘的片数";
  const std::string doctors_ = "乡镇卫生院医师培训人次";
  const std::string accepted_ = "验收合格率(%)";
};

TEST_F(LibraryMatching, ListsEachNameOnceWithItsRowsAndWhatItMayMean) {
  const auto all = page();
  EXPECT_THAT(names_of(all), ElementsAre(accepted_, doctors_, boats_));
  EXPECT_EQ(all.counts.open.names, 3);
  EXPECT_EQ(all.counts.open.rows, 5);
  EXPECT_EQ(all.names[0].candidates.front().code, "GX003");
  EXPECT_EQ(all.names[0].confidence(), 1000);
  EXPECT_THAT(all.names[1].rows, SizeIs(2));
  EXPECT_EQ(all.names[1].candidates.front().match.by, MatchedBy::ending);
  EXPECT_LT(all.names[1].confidence(), 1000);
  EXPECT_THAT(all.names[2].candidates, IsEmpty());
}

TEST_F(LibraryMatching, FiltersSortsAndPages) {
  EXPECT_THAT(names_of(page({.least = 1000})), ElementsAre(accepted_));
  EXPECT_THAT(names_of(page({.most = 0})), ElementsAre(boats_));
  EXPECT_THAT(names_of(page({.words = "培训"})), ElementsAre(doctors_));
  EXPECT_THAT(names_of(page({.code = "GX003"})), ElementsAre(accepted_));
  EXPECT_THAT(names_of(page({}, {.sort = MatchSort::confidence})),
              ElementsAre(boats_, doctors_, accepted_));
  EXPECT_THAT(names_of(page({}, {.sort = MatchSort::rows, .descending = true})),
              ElementsAre(doctors_, boats_, accepted_));
  const auto first = page({}, {.limit = 2});
  EXPECT_THAT(names_of(page({}, {.cursor = first.next, .limit = 2})), ElementsAre(boats_));
  EXPECT_EQ(list_matches(workspace_, {.year = 2022}, {.cursor = "7"}).error().message.key,
            "store.bad_cursor");
}

TEST_F(LibraryMatching, AConfirmedNameIsLearnedEverywhereInTheRegion) {
  ASSERT_TRUE(add(dragon_boats("A-1")));
  const auto said = say(boats_, "A-1");
  ASSERT_TRUE(said);
  EXPECT_EQ(said->state, MatchState::confirmed);
  EXPECT_EQ(said->entry, "龙舟彩绘片数");
  EXPECT_THAT(said->rows, SizeIs(2));
  EXPECT_EQ(said->decision->said.agency, "甲局");
  EXPECT_EQ(said->decision->said.version, 1);
  EXPECT_THAT(entry("A-1").indicator.learned, ElementsAre(boats_));
  // The same name, another year, another agency.
  file("丙.csv", "丙局,丙项目,产出指标,数量指标,龙舟上彩绘的片数,≥,8,片\n", 2023);
  const auto later = named(boats_, 2023);
  EXPECT_EQ(later.state, MatchState::confirmed);
  EXPECT_EQ(later.confidence(), 1000);
  EXPECT_EQ(later.candidates.front().match.by, MatchedBy::learned);
  const auto learned = library_entry(workspace_, "A-1")->learned;
  ASSERT_THAT(learned, SizeIs(1));
  EXPECT_EQ(learned.front().said.project, "甲项目");
  ASSERT_TRUE(take_back_matches(workspace_, {learned.front().id}));
  EXPECT_EQ(named(boats_, 2023).state, MatchState::open);
  EXPECT_THAT(entry("A-1").indicator.learned, IsEmpty());
}

TEST_F(LibraryMatching, AnotherEntryMayBeChosenAndALearnedNameWinsOverASpelling) {
  ASSERT_TRUE(add(dragon_boats("A-1")));
  ASSERT_TRUE(say(accepted_, "A-1"));
  const auto name = named(accepted_);
  EXPECT_EQ(name.entry, "龙舟彩绘片数");
  EXPECT_EQ(name.candidates.front().code, "A-1");
  EXPECT_EQ(name.candidates.front().match.by, MatchedBy::learned);
  ASSERT_TRUE(say(accepted_, "GX003"));
  EXPECT_EQ(named(accepted_).entry, "验收合格率") << "the last word counts";
  EXPECT_THAT(entry("A-1").indicator.learned, IsEmpty());
}

TEST_F(LibraryMatching, NoneOfThemIsADecisionToo) {
  ASSERT_TRUE(say(doctors_, ""));
  const auto all = page();
  EXPECT_EQ(all.counts.none.rows, 2);
  EXPECT_THAT(names_of(page({.state = MatchState::none})), ElementsAre(doctors_));
  EXPECT_EQ(named(doctors_).entry, "");
  const auto id = named(doctors_).decision->id;
  ASSERT_TRUE(take_back_matches(workspace_, {id}));
  EXPECT_EQ(take_back_matches(workspace_, {id}).error().code, ErrorCode::conflict);
}

TEST_F(LibraryMatching, OneRowMayMeanSomethingElse) {
  ASSERT_TRUE(say(doctors_, "GX003"));
  const auto rows = named(doctors_).rows;
  ASSERT_TRUE(say(doctors_, "", rows[1].row.indicator_id));
  const auto after = named(doctors_);
  EXPECT_EQ(after.state, MatchState::confirmed) << "the name still is";
  EXPECT_FALSE(after.rows[0].own);
  ASSERT_TRUE(after.rows[1].own);
  EXPECT_EQ(after.rows[1].own->said.code, "");
}

TEST_F(LibraryMatching, WhatIsSaidOfOneRowHoldsWhileItBearsTheName) {
  const auto id = named(doctors_).rows[1].row.indicator_id;
  ASSERT_TRUE(say(doctors_, "GX003", id));
  const auto revision = workspace_.store.indicator(workspace_.region, id)->revision;
  ASSERT_TRUE(edit_indicator(
      workspace_,
      {.indicator = id, .revision = revision, .changes = {{Field::level3, "社区医师培训人次"}}}));
  const auto renamed = named("社区医师培训人次");
  ASSERT_THAT(renamed.rows, SizeIs(1));
  EXPECT_FALSE(renamed.rows[0].own);
  EXPECT_EQ(renamed.state, MatchState::open);
}

TEST_F(LibraryMatching, RefusesWhatCannotBeSaid) {
  EXPECT_EQ(say("没有这个名称", "GX003").error().message.key, "library.no_name");
  EXPECT_EQ(say(boats_, "nobody").error().message.key, "library.no_entry");
  EXPECT_EQ(say(boats_, "GX003", 7).error().message.key, "store.no_indicator");
  ASSERT_TRUE(retire_entry(workspace_, "GX003", 0, true));
  EXPECT_EQ(say(boats_, "GX003").error().message.key, "library.entry_retired");
  EXPECT_THAT(names_of(page({.code = "GX003"})), IsEmpty()) << "it is not proposed any more";
}

TEST_F(LibraryMatching, ManyAreConfirmedAtOnceAsTheyWereSeen) {
  const auto seen = confirm_matches(workspace_, 2022, 700, "").value();
  ASSERT_THAT(seen.matches, SizeIs(2));
  EXPECT_THAT(seen.decisions, IsEmpty());
  EXPECT_EQ(page().counts.confirmed.names, 0) << "a preview writes nothing";
  EXPECT_EQ(confirm_matches(workspace_, 2022, 1000, seen.token).error().code, ErrorCode::conflict);
  const auto done = confirm_matches(workspace_, 2022, 700, seen.token).value();
  EXPECT_THAT(done.decisions, SizeIs(2));
  EXPECT_EQ(page().counts.confirmed.rows, 3);
  EXPECT_EQ(confirm_matches(workspace_, 2022, 700, seen.token).error().code, ErrorCode::conflict);
  ASSERT_TRUE(take_back_matches(workspace_, done.decisions));
  EXPECT_EQ(page().counts.confirmed.rows, 0);
}

TEST_F(LibraryMatching, WhatTwoEntriesAreEquallySureOfIsLeftToAPerson) {
  auto twin = dragon_boats("T-1");
  twin.data.name = "甲种医师培训人次";
  twin.data.aliases = {};
  twin.data.measure = "人次";
  ASSERT_TRUE(add(twin));
  twin.data.code = "T-2";
  twin.data.name = "乙种医师培训人次";
  ASSERT_TRUE(add(twin));
  file("丁.csv", "丁局,丁项目,产出指标,数量指标,丙种医师培训人次,≥,8,人次\n", 2024);
  const auto name = named("丙种医师培训人次", 2024);
  ASSERT_GE(name.candidates.size(), 2U);
  ASSERT_EQ(name.candidates[0].match.confidence, name.candidates[1].match.confidence);
  EXPECT_THAT(confirm_matches(workspace_, 2024, 500, "")->matches, IsEmpty());
}

TEST_F(LibraryMatching, IsExportedRowByRow) {
  ASSERT_TRUE(say(doctors_, ""));
  const auto csv = matches_csv(workspace_, {.year = 2022}).value();
  EXPECT_THAT(csv, HasSubstr("agency,project,indicator,state,code,name,by,confidence,spelling,"));
  EXPECT_THAT(csv, HasSubstr("甲局,甲项目," + accepted_ + ",open,GX003,验收合格率,name,1000,"));
  EXPECT_THAT(csv, HasSubstr("乙局,乙项目," + doctors_ + ",none,,,"));
  EXPECT_EQ(std::ranges::count(csv, '\n'), 6);
}

}  // namespace
}  // namespace jiheng::app
