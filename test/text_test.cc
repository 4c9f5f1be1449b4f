// Sentences that anybody may read speak nobody's private language.
#include <gtest/gtest.h>

#include "document/zip.h"
#include "packs/library.h"
#include "report/review_rows.h"

namespace jiheng {
namespace {

TEST(Texts, OnlyTheCommandLineSpeaksOfItsOptions) {
  const auto library = packs::load_builtin();
  ASSERT_TRUE(library);
  for (const auto language : {packs::Language::zh, packs::Language::en}) {
    for (const auto& [key, text] : library->catalogue.entries(language)) {
      if (!key.starts_with("cli.")) {
        EXPECT_EQ(text.find("--"), std::string::npos) << key << ": " << text;
      }
    }
  }
}

TEST(Texts, PlacesInSentencesAreInTheReadersWords) {
  const auto library = packs::load_builtin();
  ASSERT_TRUE(library);
  const auto& catalogue = library->catalogue;
  const Text lines{"rule.amount_scope_mixed.message", {"500000", "line 3", "600000", "line 11"}};
  EXPECT_EQ(catalogue.render(packs::Language::zh, lines),
            "年度预算写了两个数：500000 元（第 3 行）和 600000 元（第 11 行）。请统一口径。");
  EXPECT_NE(catalogue.render(packs::Language::en, lines).find("line 11"), std::string::npos);
  const Text cells{"rule.funding_sum_wrong.message", {"总额", "2", "1", "表1!C7"}};
  EXPECT_NE(catalogue.render(packs::Language::zh, cells).find("（表1!C7）"), std::string::npos);
  EXPECT_EQ(catalogue.render_place(packs::Language::zh, "line one"), "line one");
}

TEST(Texts, TheSheetOfFindingsNamesLinesInTheReadersWords) {
  const auto library = packs::load_builtin();
  ASSERT_TRUE(library);
  std::vector<Indicator> rows(1);
  rows.front().place.line = 41;
  const std::vector<Finding> findings{
      {.rule = "target_empty", .row = 0, .message = {"rule.target_empty.message"}}};
  const report::ReviewedRows reviewed{.source = "a.txt", .rows = rows, .findings = findings};
  const auto bytes =
      report::review_xlsx(std::span(&reviewed, 1), {library->catalogue, packs::Language::zh});
  ASSERT_TRUE(bytes);
  auto book = document::Zip::open(*bytes, {});
  ASSERT_TRUE(book);
  std::string sheets;
  for (std::size_t i = 0; i < book->names().size(); ++i) {
    sheets += book->read(i).value_or("");
  }
  EXPECT_NE(sheets.find("第 41 行"), std::string::npos);
  EXPECT_EQ(sheets.find("line 41"), std::string::npos);
}

TEST(Texts, BothLanguagesFillTheSamePlaces) {
  const auto library = packs::load_builtin();
  ASSERT_TRUE(library);
  const auto& english = library->catalogue.entries(packs::Language::en);
  for (const auto& [key, text] : library->catalogue.entries(packs::Language::zh)) {
    for (const char digit : std::string("0123456789")) {
      const auto hole = std::string("{") + digit + ":place}";
      EXPECT_EQ(text.find(hole) == std::string::npos,
                english.at(key).find(hole) == std::string::npos)
          << key;
    }
  }
}

TEST(Texts, TheNextStepIsThatOfWhereTheReaderIs) {
  const auto library = packs::load_builtin();
  ASSERT_TRUE(library);
  const auto& catalogue = library->catalogue;
  const Text text{"filing.no_year"};
  const auto said = [&](const char* place) {
    return catalogue.render_with_next(packs::Language::zh, text, place);
  };
  EXPECT_NE(said("cli").find("--year"), std::string::npos);
  EXPECT_NE(said("http").find("预算年度"), std::string::npos);
  EXPECT_EQ(catalogue.render_with_next(packs::Language::zh, {"store.no_import"}, "http"),
            catalogue.render(packs::Language::zh, {"store.no_import"}));
  for (const auto language : {packs::Language::zh, packs::Language::en}) {
    for (const auto& [key, next] : catalogue.entries(language)) {
      for (const std::string start : {"cli.next.", "http.next."}) {
        EXPECT_TRUE(!key.starts_with(start) ||
                    catalogue.entries(language).contains(key.substr(start.size())))
            << key << " follows nothing";
      }
    }
  }
}

}  // namespace
}  // namespace jiheng
