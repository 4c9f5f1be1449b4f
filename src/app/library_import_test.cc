#include "app/library_import.h"

#include <gmock/gmock.h>

#include "app/library.h"
#include "app/library_for_test.h"
#include "app/library_matching.h"

namespace jiheng::app {
namespace {

using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

class ImportedLibrary : public OfficeTest {
 protected:
  [[nodiscard]] LibraryImport import(const std::string& name, const std::string& bytes,
                                     bool dry_run = false) const {
    const auto imported =
        import_library(workspace_, {.name = name, .bytes = bytes, .dry_run = dry_run});
    EXPECT_TRUE(imported) << imported.error().message.key;
    return imported.value_or(LibraryImport{});
  }

  [[nodiscard]] std::string error_of(const std::string& bytes) const {
    const auto imported = import_library(workspace_, {.name = "x", .bytes = bytes});
    EXPECT_FALSE(imported);
    return imported ? "" : imported.error().message.key;
  }

  [[nodiscard]] std::string exported(LibraryFormat format, packs::Language language) const {
    const auto indicators = office_library(workspace_)->indicators();
    return library_file(indicators, format, workspace_.library.catalogue, language).value();
  }

  static std::string counts(const LibraryImport& import) {
    using enum ImportFate;
    return std::to_string(import.count(added)) + " " + std::to_string(import.count(changed)) + " " +
           std::to_string(import.count(unchanged)) + " " + std::to_string(import.count(refused));
  }

  /// An office's own entries, an edited and a retired one, a learned name.
  void fill() const {
    auto own = dragon_boats("A-1");
    own.data.meaning = "下水的龙舟\n含“备用”的, 及其他";
    own.data.aliases = {"彩绘片数", "=片数"};
    ASSERT_TRUE(add(own));
    ASSERT_TRUE(change("GX003", [](LibraryDraft& draft) {
      draft.data.agency = "";
      draft.data.evidence = "验收单";
    }));
    ASSERT_TRUE(retire_entry(workspace_, "GX005", 0, true));
    file("表11.csv", "甲局,甲项目,产出指标,数量指标,龙舟上彩绘的片数,≥,5,片\n");
    ASSERT_TRUE(
        decide_match(workspace_, {.year = 2022, .name = "龙舟上彩绘的片数", .code = "A-1"}));
  }

  struct Way {
    LibraryFormat format;
    packs::Language language;
    const char* name;
  };

  static constexpr std::array kWays{Way{LibraryFormat::xlsx, packs::Language::zh, "库.xlsx"},
                                    Way{LibraryFormat::xlsx, packs::Language::en, "lib.xlsx"},
                                    Way{LibraryFormat::json, packs::Language::zh, "库.json"},
                                    Way{LibraryFormat::csv, packs::Language::zh, "库.csv"}};
};

TEST_F(ImportedLibrary, WhatIsExportedComesBackUnchanged) {
  fill();
  const auto before = office_library(workspace_).value();
  const auto all = std::to_string(before.entries.size());
  for (const auto& way : kWays) {
    const auto imported = import(way.name, exported(way.format, way.language));
    EXPECT_EQ(counts(imported), "0 0 " + all + " 0") << way.name;
  }
  EXPECT_EQ(office_library(workspace_)->indicators(), before.indicators());
}

TEST_F(ImportedLibrary, AnotherOfficeTakesTheSameLibraryIn) {
  fill();
  const auto here = office_library(workspace_)->indicators();
  for (const auto& way : kWays) {
    const auto bytes = exported(way.format, way.language);
    auto there = database_->workspace();
    there.region = "33010000" + std::to_string(&way - kWays.data());
    const auto imported = import_library(there, {.name = way.name, .bytes = bytes}).value();
    EXPECT_EQ(counts(imported), "1 2 " + std::to_string(here.size() - 3) + " 0") << way.name;
    const auto taken = office_library(there)->indicators();
    ASSERT_EQ(taken.size(), here.size());
    for (std::size_t i = 0; i < here.size(); ++i) {
      auto expected = here[i];
      // What was learned there is a plain alias here.
      expected.aliases.insert(expected.aliases.end(), expected.learned.begin(),
                              expected.learned.end());
      expected.learned = {};
      EXPECT_EQ(taken[i], expected) << way.name << " " << here[i].name;
    }
  }
}

TEST_F(ImportedLibrary, ADryRunSaysWhatWouldBeAndWritesNothing) {
  const auto bytes =
      "编码,指标名称,行业或类别,指标类别,计量单位,方向,佐证材料\n"
      "GX003,验收合格率,通用类,质量,%,越大越好,验收单\n"
      ",龙舟彩绘片数,文化和旅游,数量,片,越大越好,\n"
      ",验收及时率,通用类,亮闪闪,%,越大越好,\n";
  const auto dry = import("库.csv", bytes, true);
  EXPECT_EQ(counts(dry), "1 1 0 1");
  EXPECT_THAT(*workspace_.store.library(workspace_.region), IsEmpty());
  ASSERT_THAT(dry.entries, SizeIs(3));
  ASSERT_THAT(dry.entries[0].changes, SizeIs(1));
  EXPECT_EQ(dry.entries[0].changes[0].member, "evidence");
  EXPECT_EQ(dry.entries[0].changes[0].after, "验收单");
  EXPECT_EQ(dry.entries[1].code, "ZD0001");
  EXPECT_EQ(dry.entries[2].reason.key, "library.bad_role");
  EXPECT_EQ(dry.entries[2].reason_where, "line 4");
  EXPECT_EQ(counts(import("库.csv", bytes)), "1 1 0 1");
  EXPECT_EQ(counts(import("库.csv", bytes)), "0 0 2 1") << "a second time changes nothing";
  EXPECT_EQ(entry("GX003").indicator.evidence, "验收单");
  EXPECT_EQ(entry("GX003").document_name, "库.csv");
  EXPECT_FALSE(entry("GX003").indicator.aliases.empty()) << "no column, no change";
  EXPECT_EQ(entry("ZD0001").indicator.scoring, ScoringMethod::proportion) << "the usual one";
}

TEST_F(ImportedLibrary, HeadsOfAnIndicatorTableAreKnownAndOthersNamed) {
  const auto dry = import("库.csv",
                          "三级指标,行业或类别,二级指标,单位,方向,负责人,备注\n"
                          "龙舟彩绘片数,文化和旅游,数量指标,片,越大越好,张三,\n",
                          true);
  EXPECT_EQ(counts(dry), "1 0 0 0");
  EXPECT_THAT(dry.ignored, testing::ElementsAre("负责人", "备注"));
}

TEST_F(ImportedLibrary, ACellIsNamedInAWorkbookAndInJson) {
  auto draft = dragon_boats("A-1");
  ASSERT_TRUE(add(draft));
  auto bytes = exported(LibraryFormat::json, packs::Language::zh);
  const auto at = bytes.rfind("\"quantity\"");
  bytes.replace(at, 10, "\"shiny\"");
  const auto json = import("库.json", bytes, true);
  ASSERT_FALSE(json.entries.empty());
  EXPECT_EQ(json.entries.back().fate, ImportFate::refused);
  EXPECT_EQ(json.entries.back().reason_where,
            "indicators[" + std::to_string(json.entries.size() - 1) + "].role");
  // A retired entry keeps its name, and another one may not take it twice in one workbook.
  auto indicators = office_library(workspace_)->indicators();
  indicators.back().measured = {.filed = "咕", .canonical = "咕"};
  const auto book = import("库.xlsx",
                           library_file(indicators, LibraryFormat::xlsx,
                                        workspace_.library.catalogue, packs::Language::zh)
                               .value(),
                           true);
  EXPECT_EQ(book.entries.back().reason.key, "library.bad_measure");
  EXPECT_EQ(book.entries.back().reason_where, "指标库!F" + std::to_string(indicators.size() + 1));
}

TEST_F(ImportedLibrary, ANameBelongsToOneEntryAlsoWithinTheFile) {
  const std::string head = "编码,指标名称,别名,行业或类别,指标类别,计量单位,方向\n";
  const auto one = import("库.csv", head +
                                        "B1,甲片数,,文化,数量,片,越大越好\n"
                                        "B2,乙片数,甲片数,文化,数量,片,越大越好\n"
                                        "B1,丙片数,,文化,数量,片,越大越好\n"
                                        "B3,丁片数,验收合格率,文化,数量,片,越大越好\n");
  EXPECT_EQ(counts(one), "1 0 0 3");
  EXPECT_EQ(one.entries[1].reason.key, "library.spelling_taken");
  EXPECT_EQ(one.entries[2].reason.key, "library.code_twice");
  EXPECT_EQ(one.entries[3].reason.args.at(1), "GX003");
}

TEST_F(ImportedLibrary, ANameThatIsGivenUpIsFreeForTheNextRow) {
  ASSERT_TRUE(add(dragon_boats("A-1")));
  const auto imported = import("库.csv",
                               "编码,指标名称,别名,行业或类别,指标类别,计量单位,方向\n"
                               "A-1,龙舟绘片数,,文化,数量,片,越大越好\n"
                               "A-2,龙舟彩绘片数,彩绘片数,文化,数量,片,越大越好\n");
  EXPECT_EQ(counts(imported), "1 1 0 0");
  EXPECT_EQ(entry("A-2").indicator.name, "龙舟彩绘片数");
}

TEST_F(ImportedLibrary, SaysWhyAFileIsNoLibrary) {
  EXPECT_EQ(error_of("甲,乙\n1,2\n"), "library.no_head");
  EXPECT_EQ(error_of("编码,指标名称,别名\n,,\n"), "library.no_rows");
  EXPECT_EQ(error_of("{\"indicators\": 7}"), "library.json_not_a_list");
  EXPECT_EQ(error_of("[7]"), "library.json_not_a_list");
  EXPECT_EQ(error_of("[{\"colour\": \"red\"}]"), "library.unknown_member");
  EXPECT_EQ(error_of("[{\"name\": 7}]"), "library.json_not_a_text");
  EXPECT_EQ(error_of("[{"), "library.bad_json");
  EXPECT_EQ(error_of("[]"), "library.no_rows");
  EXPECT_THAT(error_of(""), StartsWith("document."));
}

}  // namespace
}  // namespace jiheng::app
