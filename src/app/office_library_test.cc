#include "app/office_library.h"

#include <gmock/gmock.h>

#include "app/library_for_test.h"

namespace jiheng::app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class OfficeLibraryTest : public OfficeTest {
 protected:
  [[nodiscard]] std::vector<std::string> codes(const LibraryFilter& filter,
                                               LibrarySort sort = LibrarySort::document,
                                               bool descending = false) const {
    const auto library = office_library(workspace_);
    EXPECT_TRUE(library);
    std::vector<std::string> codes;
    for (const auto& entry :
         matching(*library, filter, sort, descending, workspace_.vocabulary.frames)) {
      codes.push_back(entry.indicator.code);
    }
    return codes;
  }

  void expect_refused(const LibraryDraft& draft, const std::string& key,
                      const std::string& where) const {
    const auto kept = add(draft);
    ASSERT_FALSE(kept) << key;
    EXPECT_EQ(kept.error().message.key, key);
    EXPECT_EQ(kept.error().where, where);
  }
};

TEST_F(OfficeLibraryTest, IsTheProgramsUntilSomebodyWrites) {
  const auto library = office_library(workspace_).value();
  EXPECT_EQ(library.entries.size(), packs::load_builtin_indicators()->size());
  EXPECT_TRUE(std::ranges::all_of(
      library.entries, [](const auto& entry) { return entry.builtin && entry.version == 0; }));
  EXPECT_THAT(*workspace_.store.library(workspace_.region), IsEmpty()) << "nothing is copied";
}

TEST_F(OfficeLibraryTest, AnEntryIsAddedWithTheNextFreeCode) {
  EXPECT_EQ(add(dragon_boats()).value(), "ZD0001");
  auto other = dragon_boats();
  other.data.name = "龙舟艘数";
  other.data.aliases = {};
  EXPECT_EQ(add(other).value(), "ZD0002");
  other.data.name = "龙舟赛场次";
  other.data.code = "LZ-1";
  EXPECT_EQ(add(other).value(), "LZ-1");
  const auto kept = entry("ZD0001");
  EXPECT_FALSE(kept.builtin);
  EXPECT_EQ(kept.version, 1);
  EXPECT_EQ(kept.author, "local");
  EXPECT_EQ(member_of(draft_of(kept.indicator), "targets"), "≥ 20 片");
  expect_refused(other, "library.code_taken", "code");
}

TEST_F(OfficeLibraryTest, AnEditOfTheProgramsEntryLiesOverItAndItsVersionsStayReadable) {
  ASSERT_TRUE(change("GX003", [](LibraryDraft& draft) { draft.data.evidence = "验收单"; }));
  ASSERT_TRUE(change("GX003", [](LibraryDraft& draft) { draft.data.meaning = "另一种解释"; }));
  const auto page = library_entry(workspace_, "GX003").value();
  EXPECT_TRUE(page.entry.builtin);
  EXPECT_EQ(page.entry.version, 2);
  EXPECT_EQ(page.entry.indicator.evidence, "验收单");
  ASSERT_THAT(page.versions, SizeIs(3));
  EXPECT_EQ(page.versions[1].indicator.meaning, page.versions[2].indicator.meaning);
  EXPECT_EQ(page.versions[2].version, 0);
  EXPECT_NE(page.versions[2].indicator.evidence, "验收单");
  EXPECT_EQ(office_library(workspace_)->entries.size(), packs::load_builtin_indicators()->size());
}

TEST_F(OfficeLibraryTest, AnEditOfAnOldVersionIsAConflictAndOneWithoutChangeIsRefused) {
  LibraryEdit edit{.draft = draft_of(entry("GX003").indicator), .seen = 0};
  EXPECT_EQ(keep_entry(workspace_, edit).error().message.key, "library.no_change");
  edit.draft.data.evidence = "验收单";
  ASSERT_TRUE(keep_entry(workspace_, edit));
  edit.draft.data.evidence = "别的";
  EXPECT_EQ(keep_entry(workspace_, edit).error().code, ErrorCode::conflict);
}

TEST_F(OfficeLibraryTest, IsRetiredAndRestored) {
  ASSERT_TRUE(retire_entry(workspace_, "GX003", 0, true));
  EXPECT_TRUE(entry("GX003").indicator.retired);
  EXPECT_THAT(codes({.retired = true}), ElementsAre("GX003"));
  // What it was called is free now, and taken when it comes back.
  auto heir = dragon_boats("N1");
  heir.data.name = "验收合格率";
  ASSERT_TRUE(add(heir));
  const auto back = retire_entry(workspace_, "GX003", 1, false);
  ASSERT_FALSE(back);
  EXPECT_EQ(back.error().message.key, "library.spelling_taken");
  ASSERT_TRUE(retire_entry(workspace_, "N1", 1, true));
  EXPECT_TRUE(retire_entry(workspace_, "GX003", 1, false));
}

TEST_F(OfficeLibraryTest, SaysWhatMakesNoSenseAndWhere) {
  const auto refuse = [&](auto change_it, const std::string& key, const std::string& where) {
    auto draft = dragon_boats();
    change_it(draft);
    expect_refused(draft, key, where);
  };
  refuse([](auto& d) { d.data.name = " "; }, "library.name_missing", "name");
  refuse([](auto& d) { d.data.code = "a b"; }, "library.bad_code", "code");
  refuse([](auto& d) { d.data.role = "shiny"; }, "library.bad_role", "role");
  refuse([](auto& d) { d.data.direction = ""; }, "library.bad_direction", "direction");
  refuse([](auto& d) { d.data.scoring = "x"; }, "library.bad_scoring", "scoring");
  refuse([](auto& d) { d.data.source = "道听途说"; }, "library.bad_source", "source");
  refuse([](auto& d) { d.data.method = "拍脑袋"; }, "library.bad_method", "method");
  refuse([](auto& d) { d.data.measure = ""; }, "library.measure_missing", "measure");
  refuse([](auto& d) { d.data.measure = "咕"; }, "library.bad_measure", "measure");
  refuse([](auto& d) { d.data.direction = "words"; }, "library.measure_in_words", "measure");
  refuse([](auto& d) { d.data.sector = ""; }, "library.sector_missing", "sector");
  refuse([](auto& d) { d.data.targets = {"很多"}; }, "library.bad_target", "targets");
  refuse([](auto& d) { d.data.aliases = {"龙舟 彩绘片数"}; }, "library.spelling_twice", "aliases");
  refuse([](auto& d) { d.data.name = "验收合格率"; }, "library.spelling_taken", "name");
  refuse([](auto& d) { d.data.aliases = {"验收通过率"}; }, "library.spelling_taken", "aliases");
  refuse([](auto& d) { d.data.name = std::string(201, 'x'); }, "library.too_long", "name");
  refuse(
      [](auto& d) {
        d.data.common = true;
        d.data.agency = "甲局";
      },
      "library.common_of_agency", "common");
  EXPECT_THAT(codes({.own = true}), IsEmpty());
}

TEST_F(OfficeLibraryTest, FiltersAndSorts) {
  ASSERT_TRUE(add(dragon_boats("A-1")));
  auto own = dragon_boats("A-2");
  own.data.name = "窗口排队时长";
  own.data.aliases = {};
  own.data.sector = "";
  own.data.agency = "甲局";
  own.data.measure = "分钟";
  own.data.role = "timeliness";
  own.data.direction = "less";
  ASSERT_TRUE(add(own));
  EXPECT_THAT(codes({.own = true}), ElementsAre("A-1", "A-2"));
  EXPECT_THAT(codes({.own = true}, LibrarySort::code, true), ElementsAre("A-2", "A-1"));
  EXPECT_THAT(codes({.layer = LibraryLayer::agency}), ElementsAre("A-2"));
  EXPECT_THAT(codes({.sector = "文化和旅游", .own = true}), ElementsAre("A-1"));
  EXPECT_THAT(codes({.level2 = "时效指标", .own = true}), ElementsAre("A-2"));
  EXPECT_THAT(codes({.level1 = "产出指标", .own = true}), SizeIs(2));
  EXPECT_THAT(codes({.words = "彩绘 龙舟"}), ElementsAre("A-1"));
  EXPECT_THAT(codes({.words = "a-1"}), ElementsAre("A-1"));
  EXPECT_THAT(codes({.words = "龙舟 没有"}), IsEmpty());
  const auto common = codes({.layer = LibraryLayer::common});
  EXPECT_GT(common.size(), 100U);
}

TEST_F(OfficeLibraryTest, GoesOnAfterTheLastEntryOfAPage) {
  const auto library = office_library(workspace_).value();
  const auto first = page_of(library.entries, "", 2).value();
  EXPECT_THAT(first.items, SizeIs(2));
  EXPECT_EQ(first.total, static_cast<std::int64_t>(library.entries.size()));
  const auto second = page_of(library.entries, first.next, 2).value();
  EXPECT_EQ(second.items.front().indicator, library.entries[2].indicator);
  const auto last = page_of(library.entries, library.entries.back().indicator.code, 2).value();
  EXPECT_THAT(last.items, IsEmpty());
  EXPECT_EQ(last.next, "");
  EXPECT_EQ(page_of(library.entries, "nobody", 2).error().message.key, "store.bad_cursor");
}

TEST_F(OfficeLibraryTest, AsksForTheRegionWhileNothingIsFiled) {
  auto nowhere = workspace_;
  nowhere.region = "";
  const auto refused = keep_entry(nowhere, {.draft = dragon_boats()});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message.key, "library.no_region");
  EXPECT_EQ(keep_entry(nowhere, {.draft = dragon_boats(), .region = "33"}).error().message.key,
            "filing.bad_region");
  ASSERT_TRUE(keep_entry(nowhere, {.draft = dragon_boats(), .region = "330400000"}));
  EXPECT_TRUE(office_library(nowhere)->find("ZD0001")) << "it is found without naming it again";
}

}  // namespace
}  // namespace jiheng::app
