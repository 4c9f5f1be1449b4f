#include "document/archive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ods_maker.h"
#include "xlsx_maker.h"

namespace jiheng::document {
namespace {

using test::make_zip;
using testing::ElementsAre;

std::vector<std::string> names_in(const std::string& bytes, const Limits& limits = {}) {
  const auto members = read_archive(bytes, limits);
  if (!members) {
    return {members.error().message.key + " " + members.error().where};
  }
  std::vector<std::string> names;
  for (const auto& member : *members) {
    names.push_back(member.name + (member.problem ? ": " + member.problem->message.key : ""));
  }
  return names;
}

TEST(Archive, GivesItsFiles) {
  const auto bytes = make_zip({{"2024/表11.csv", "a"}, {"b.txt", "bb"}, {"空/", ""}});
  ASSERT_TRUE(is_archive(bytes));
  const auto members = read_archive(bytes);
  ASSERT_TRUE(members);
  ASSERT_EQ(members->size(), 2U);
  EXPECT_EQ(members->at(0).name, "2024/表11.csv");
  EXPECT_EQ(members->at(0).bytes, "a");
  EXPECT_EQ(members->at(1).bytes, "bb");
}

TEST(Archive, ReadsNamesOfOldChinesePrograms) {
  // 表11.xls and 指标.txt in GB18030, one odd and one even number of bytes.
  EXPECT_THAT(names_in(make_zip({{"\xB1\xED"
                                  "11.xls",
                                  "a"},
                                 {"\xD6\xB8\xB1\xEA\\\xB1\xED.txt", "b"},
                                 {"a\x1B[m.txt", "c"}})),
              ElementsAre("表11.xls", "指标/表.txt", "a?[m.txt"));
}

TEST(Archive, LeavesOutWhatSystemsAdd) {
  EXPECT_THAT(
      names_in(make_zip(
          {{"__MACOSX/._a.csv", "x"}, {"a.csv", "x"}, {"f/.DS_Store", "x"}, {"Thumbs.db", "x"}})),
      ElementsAre("a.csv"));
  EXPECT_THAT(names_in(make_zip({{".DS_Store", "x"}})), ElementsAre("document.empty "));
}

TEST(Archive, IsNoDocument) {
  EXPECT_FALSE(is_archive(test::make_xlsx({})));
  EXPECT_FALSE(is_archive(test::make_ods("")));
  EXPECT_FALSE(is_archive(make_zip({{"word/document.xml", ""}, {"[Content_Types].xml", ""}})));
  EXPECT_FALSE(is_archive(make_zip({{"mimetype", "application/epub+zip"}})));
  EXPECT_FALSE(is_archive("PK is no archive"));
  EXPECT_FALSE(is_archive("a,b,c"));
  EXPECT_FALSE(is_archive(""));
}

TEST(Archive, RefusesWhatItCannotTrust) {
  EXPECT_THAT(names_in(make_zip({{"表.xlsx", test::make_xlsx({})}})), ElementsAre("表.xlsx"));
  test::Parts many(1001, {"", "x"});
  for (std::size_t i = 0; i < many.size(); ++i) {
    many[i].first = std::to_string(i);
  }
  EXPECT_THAT(names_in(make_zip(many)), ElementsAre("archive.too_many_members "));
  many.pop_back();
  EXPECT_EQ(names_in(make_zip(many)).size(), 1000U);
  EXPECT_THAT(names_in(make_zip({{"a", std::string(600, 'x')}, {"b", std::string(600, 'x')}}),
                       {.unpacked_bytes = 1000}),
              ElementsAre("document.too_large b"));
}

TEST(Archive, ABadFileStopsNoOther) {
  const auto inner = make_zip({{"a.csv", "x"}});
  EXPECT_THAT(names_in(make_zip({{"内.zip", inner}, {"b.csv", "x"}})),
              ElementsAre("内.zip: archive.nested", "b.csv"));
  EXPECT_THAT(names_in(make_zip({{"a.csv", "x"}}, "geheim")),
              ElementsAre("a.csv: document.encrypted"));
  auto spoiled = make_zip({{"a.csv", "first"}, {"b.csv", "second"}});
  spoiled.replace(spoiled.find("first"), 1, "F");  // its checksum no longer fits
  EXPECT_THAT(names_in(spoiled), ElementsAre("a.csv: document.broken", "b.csv"));
}

TEST(Archive, ExplainsACutOne) {
  const auto cut = make_zip({{"a.csv", std::string(1000, 'x')}}).substr(0, 500);
  EXPECT_TRUE(is_archive(cut));
  EXPECT_THAT(names_in(cut), ElementsAre("document.cut_off "));
}

}  // namespace
}  // namespace jiheng::document
