#include "domain/library_indicator.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "scratch_folder.h"

namespace jiheng {
namespace {

constexpr const char* kSound = R"([[indicator]]
code = "X1"
name = "窨井盖修补数量"
aliases = ["井盖修补数"]
sector = "市政"
role = "quantity"
measure = "个"
direction = "more"
source = "部门业务记录"
method = "情况统计法"
scoring = "proportion"
targets = ["≥ 20 个"]
)";

/// `kSound` with one text in place of another.
std::string with(std::string_view before, std::string_view after) {
  std::string text = kSound;
  return text.replace(text.find(before), before.size(), after);
}

class IndicatorLibrary : public testing::Test {
 protected:
  void put(const std::string& text) const {
    std::filesystem::create_directory(folder_ / "library");
    std::ofstream(folder_ / "library/town.toml") << text;
  }

  [[nodiscard]] Result<std::vector<LibraryIndicator>> load() const {
    const auto vocabulary = make_vocabulary(packs::load_builtin().value()).value();
    JH_TRY(const auto data, packs::load_indicators(folder_.path()));
    return make_library_indicators(data, vocabulary);
  }

  void expect_error(const std::string& text, const std::string& key, int line) const {
    put(text);
    const auto loaded = load();
    ASSERT_FALSE(loaded) << key;
    EXPECT_EQ(loaded.error().message.key, key);
    EXPECT_EQ(loaded.error().where, (folder_ / "library/town.toml:") + std::to_string(line));
  }

  test::ScratchFolder folder_{};
};

TEST_F(IndicatorLibrary, IsSoundAsShipped) {
  const auto vocabulary = make_vocabulary(packs::load_builtin().value()).value();
  const auto data = packs::load_builtin_indicators();
  ASSERT_TRUE(data) << data.error().where << " " << data.error().message.key;
  const auto indicators = make_library_indicators(*data, vocabulary);
  ASSERT_TRUE(indicators) << indicators.error().where << " " << indicators.error().message.key;
  EXPECT_GE(indicators->size(), 572U);
  const auto first = std::ranges::find(*indicators, "GX001", &LibraryIndicator::code);
  ASSERT_NE(first, indicators->end());
  EXPECT_EQ(first->name, "项目完成及时率");
  EXPECT_EQ(first->role, CategoryRole::timeliness);
  EXPECT_EQ(first->measured.kind, MeasureKind::ratio);
  EXPECT_TRUE(first->common);
  EXPECT_EQ(first->targets.front(), (LibraryTarget{Comparator::equal, "100 %"}));
  const auto water = std::ranges::find(*indicators, "SL001", &LibraryIndicator::code);
  EXPECT_FALSE(water->common);
}

TEST_F(IndicatorLibrary, TakesWhatAFolderAdds) {
  put(kSound);
  const auto indicators = load();
  ASSERT_TRUE(indicators) << indicators.error().where << " " << indicators.error().message.key;
  EXPECT_NE(std::ranges::find(*indicators, "X1", &LibraryIndicator::code), indicators->end());
}

TEST_F(IndicatorLibrary, NamesTheLineOfWhatIsWrong) {
  expect_error(with("code = \"X1\"\n", ""), "packs.indicator_incomplete", 1);
  expect_error(with("\"X1\"", "\"GX001\""), "packs.code_twice", 1);
  expect_error(with("窨井盖修补数量", "验收 合格率"), "packs.name_twice", 1);
  expect_error(with("井盖修补数\"", "项目按期完成率\""), "packs.name_twice", 1);
  expect_error(with("[\"井盖修补数\"]", "[\"窨井盖修补数量\"]"), "packs.name_twice", 1);
  expect_error(with("sector", "sectors"), "packs.unknown_key", 5);
  expect_error(with("\"quantity\"", "\"amount\""), "packs.unknown_role", 1);
  expect_error(with("\"more\"", "\"most\""), "packs.unknown_word", 1);
  expect_error(with("部门业务记录", "道听途说"), "packs.unknown_word", 1);
  expect_error(with("情况统计法", "拍脑袋法"), "packs.unknown_word", 1);
  expect_error(with("proportion", "luck"), "packs.unknown_word", 1);
  expect_error(with("≥ 20 个", "二十个"), "packs.unknown_word", 1);
  expect_error(with("\"个\"", "\"堆堆\""), "packs.unknown_measure", 1);
  expect_error(with("\"个\"", "\"\""), "packs.unknown_measure", 1);
  expect_error(with("\"more\"", "\"words\""), "packs.unknown_measure", 1);
}

// Starting the program must not pay for the library: what nobody asks for is not even parsed.
TEST_F(IndicatorLibrary, IsNotReadUntilAskedFor) {
  put("this is no TOML");
  EXPECT_TRUE(packs::load(folder_.path()));
  const auto loaded = load();
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().message.key, "packs.not_toml");
}

}  // namespace
}  // namespace jiheng
