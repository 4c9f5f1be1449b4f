// Sentences that anybody may read speak nobody's private language.
#include <gtest/gtest.h>

#include "packs/library.h"

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
