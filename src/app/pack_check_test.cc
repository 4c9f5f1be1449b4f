#include "app/pack_check.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "scratch_folder.h"

namespace jiheng::app {
namespace {

const std::string kHead = "id = \"city\"\ntitle = \"甲市\"\nversion = 1\ninherits = \"national\"\n";

class PackCheck : public testing::Test {
 protected:
  void write(const std::string& path, const std::string& bytes) {
    std::filesystem::create_directories(std::filesystem::path(folder_ / path).parent_path());
    std::ofstream(folder_ / path) << bytes;
  }

  /// "path:line key" of everything that is wrong, the folder left out.
  std::vector<std::string> problems() {
    auto checked = packs::read_folder(folder_.path()).value();
    check_packs(checked);
    std::vector<std::string> said;
    const auto root = std::filesystem::path(folder_.path()).string() + "/";
    for (const auto& error : checked.problems.sorted()) {
      EXPECT_TRUE(error.where.starts_with(root)) << error.where;
      said.push_back(error.where.substr(std::min(root.size(), error.where.size())) + " " +
                     error.message.key);
      args_ = error.message.args;
    }
    return said;
  }

  using Said = std::vector<std::string>;

  test::ScratchFolder folder_{};
  std::vector<std::string> args_{};  // of the last of them
};

TEST_F(PackCheck, AcceptsACitysPackUponTheOwnOnes) {
  write("rules/city.toml",
        kHead + "[rules.indicator_count_unusual]\nmost = 20\nseverity = \"hint\"\n");
  EXPECT_EQ(problems(), Said{});
}

TEST_F(PackCheck, NamesAnUnknownRuleItsLineAndTheNearestOne) {
  write("rules/city.toml", kHead + "\n[rules.target_emtpy]\non = false\n");
  EXPECT_EQ(problems(), Said{"rules/city.toml:6 packs.unknown_rule_near"});
  EXPECT_EQ(args_, (Said{"target_emtpy", "target_empty"}));
}

TEST_F(PackCheck, OffersNoRuleWhereNoneIsNear) {
  write("rules/city.toml", kHead + "[rules.zzz]\non = false\n");
  EXPECT_EQ(problems(), Said{"rules/city.toml:5 packs.unknown_rule"});
}

TEST_F(PackCheck, NamesEveryMistakeOfEveryFile) {
  write("rules/city.toml", kHead +
                               "[rules.indicator_count_unusual]\n"
                               "most = -1\nmots = 2\nclause = \" \"\n"
                               "[rules.target_emtpy]\nseverity = \"eror\"\non = \"no\"\n");
  write("rules/county.toml", "id = \"county\"\nversion = \"一\"\nwrong = 1\n");
  write("scoring/city.toml",
        "id = \"city\"\ninherits = \"national-2020\"\nversion = 0\n"
        "[proportion]\nciling = \"ratio\"\npass = -1\n[direct]\nclause = \"\"\n");
  write("monitoring/city.toml",
        "id = \"city\"\ninherits = \"national-2019\"\nversion = -1\n"
        "[quadrant]\ngoals = -70\nmoney = \"many\"\n");
  write("frames/city.toml",
        "id = \"city\"\nlevel1 = [\"产出指标\", \"\"]\n[[category]]\nlevel1 = \"产出指标\"\n"
        "level2 = \"\"\nrole = \"quantty\"\n");
  write("measures/city.toml",
        "[[measure]]\ncanonical = \"斛\"\nkind = \"volum\"\n"
        "[[measure]]\ncanonical = \"斗\"\nscale = 0\n");
  write("library/city.toml", "[[indicator]]\ncode = \"X1\"\nname = \"斛数\"\nrole = \"output\"\n");
  EXPECT_EQ(problems(), (Said{"frames/city.toml:2 packs.empty",
                              "frames/city.toml:3 packs.category_incomplete",
                              "frames/city.toml:3 packs.unknown_role",
                              "frames/city.toml:5 packs.empty",
                              "measures/city.toml:1 packs.unknown_kind",
                              "measures/city.toml:4 packs.measure_incomplete",
                              "measures/city.toml:4 packs.unknown_kind",
                              "measures/city.toml:6 packs.wrong_type",
                              "monitoring/city.toml:3 packs.wrong_type",
                              "monitoring/city.toml:5 packs.number_negative",
                              "monitoring/city.toml:6 packs.wrong_type",
                              "rules/city.toml:6 packs.number_negative",
                              "rules/city.toml:7 packs.unknown_parameter",
                              "rules/city.toml:8 packs.empty",
                              "rules/city.toml:9 packs.unknown_rule_near",
                              "rules/city.toml:10 packs.unknown_severity",
                              "rules/city.toml:11 packs.wrong_type",
                              "rules/county.toml:2 packs.wrong_type",
                              "rules/county.toml:3 packs.unknown_key",
                              "scoring/city.toml:3 packs.wrong_type",
                              "scoring/city.toml:5 packs.unknown_key",
                              "scoring/city.toml:6 packs.number_negative",
                              "scoring/city.toml:8 packs.empty"}));
}

TEST_F(PackCheck, OneFileThatIsNoTomlHidesNoOther) {
  write("rules/city.toml", "id = \n");
  write("rules/county.toml", "id = \"county\"\nversion = 0\n");
  EXPECT_EQ(problems(),
            (Said{"rules/city.toml:1 packs.not_toml", "rules/county.toml:2 packs.wrong_type"}));
}

TEST_F(PackCheck, AnIdStandsOnceAndBothPlacesAreNamed) {
  write("rules/a.toml", "version = 1\nid = \"city\"\n");
  write("rules/b.toml", "id = \"city\"\n");
  write("frames/a.toml", "id = \"city\"\n");
  write("frames/b.toml", "title = \"甲市\"\nid = \"city\"\n");
  EXPECT_EQ(problems(), (Said{"frames/b.toml:2 packs.id_twice", "rules/b.toml:1 packs.id_twice"}));
  EXPECT_EQ(args_, (Said{"city", folder_ / "rules/a.toml" + ":2"}));
}

TEST_F(PackCheck, ACircleNamesEveryStepOfIt) {
  write("rules/a.toml", "id = \"a\"\ninherits = \"b\"\n");
  write("rules/b.toml", "id = \"b\"\nversion = 1\ninherits = \"a\"\n");
  EXPECT_EQ(problems(), Said{"rules/b.toml:3 packs.circle"});
  EXPECT_EQ(args_, (Said{"b", "a (" + (folder_ / "rules/a.toml") + ":2) → b (" +
                                  (folder_ / "rules/b.toml") + ":3) → a"}));
}

TEST_F(PackCheck, AParentThatIsNotThereHasALine) {
  write("rules/a.toml", "id = \"a\"\nversion = 1\ninherits = \"nowhere\"\n");
  write("monitoring/a.toml", "id = \"a\"\ninherits = \"nowhere\"\n");
  EXPECT_EQ(problems(),
            (Said{"monitoring/a.toml:2 packs.no_parent", "rules/a.toml:3 packs.no_parent"}));
}

TEST_F(PackCheck, SaysWhetherAParameterIsANumberOrAListOfWords) {
  write("rules/a.toml", kHead + "[rules.satisfaction_missing]\nexempt = \"人员经费\"\n");
  EXPECT_EQ(problems(), Said{"rules/a.toml:6 packs.wrong_type"});
  EXPECT_EQ(args_, (Said{"exempt", "[\"…\", …]"}));
  write("rules/a.toml", kHead + "[rules.satisfaction_missing]\nexempt = [1, \"a\", \"\"]\n");
  EXPECT_EQ(problems(), (Said{"rules/a.toml:6 packs.empty", "rules/a.toml:6 packs.wrong_type"}));
  EXPECT_EQ(args_, (Said{"exempt", "[\"…\", …]"}));
  write("rules/a.toml", "id = \"a\"\n[rules.indicator_count_unusual]\nmost = [\"20\"]\n");
  EXPECT_EQ(problems(), Said{"rules/a.toml:3 packs.wrong_type"});
  EXPECT_EQ(args_, (Said{"most", "123.45"}));
}

TEST_F(PackCheck, AFileThatNothingReadsAndAFolderWithoutFilesAreSaid) {
  write("rule/city.toml", kHead);
  EXPECT_EQ(problems(), Said{"rule/city.toml packs.no_such_kind"});
  const test::ScratchFolder empty;
  const auto checked = packs::read_folder(empty.path()).value();
  ASSERT_FALSE(checked.problems.empty());
  EXPECT_EQ(checked.problems.sorted().front().message.key, "packs.nothing_there");
}

}  // namespace
}  // namespace jiheng::app
