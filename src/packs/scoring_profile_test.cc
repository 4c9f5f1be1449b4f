#include "packs/scoring_profile.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "packs/library.h"
#include "scratch_folder.h"

namespace jiheng::packs {
namespace {

const std::string kHead =
    "id = \"city\"\ntitle = \"甲市\"\nversion = 1\ninherits = \"national-2020\"\n";

Result<Library> with(const std::string& profile) {
  const test::ScratchFolder folder;
  std::filesystem::create_directory(folder / "scoring");
  std::ofstream(folder / "scoring/city.toml") << profile;
  return load(folder.path());
}

struct Case {
  std::string test_name;
  std::string profile;
  std::string key;
  int line;
};

class WrongProfile : public testing::TestWithParam<Case> {};

TEST_P(WrongProfile, IsRefusedWithFileAndLine) {
  const auto& [name, profile, key, line] = GetParam();
  const auto library = with(profile);
  ASSERT_FALSE(library);
  EXPECT_EQ(library.error().message.key, key);
  EXPECT_TRUE(library.error().where.ends_with("/scoring/city.toml:" + std::to_string(line)))
      << library.error().where;
}

std::string band(std::string_view list, std::string_view from, std::string_view to) {
  return "[[" + std::string(list) + "]]\nname = \"x\"\nfrom = " + std::string(from) +
         (to.empty() ? "" : "\nto = " + std::string(to)) + "\n";
}

std::string share(std::string_view from, std::string_view to, std::string_view earned) {
  return "[[stepped.band]]\nfrom = " + std::string(from) +
         (to.empty() ? "" : "\nto = " + std::string(to)) + "\nshare = " + std::string(earned) +
         "\n";
}

INSTANTIATE_TEST_SUITE_P(
    , WrongProfile,
    testing::Values(
        Case{"UnknownKey", kHead + "roudning = 2\n", "packs.unknown_key", 5},
        Case{"UnknownKeyInASection", kHead + "[proportion]\nciling = \"ratio\"\n",
             "packs.unknown_key", 6},
        Case{"UnknownMethod", kHead + "[[assign]]\nmethod = \"magic\"\n", "packs.unknown_word", 6},
        Case{"UnknownForm", kHead + "[proportion]\nceiling = \"square\"\n", "packs.unknown_word",
             6},
        Case{"WrongType", kHead + "[proportion]\npass = true\n", "packs.wrong_type", 6},
        Case{"OverlappingGrades",
             kHead + band("grades.grade", "0", "65") + band("grades.grade", "60", ""),
             "packs.band_overlap", 9},
        Case{"GapBetweenGrades",
             kHead + band("grades.grade", "0", "55") + band("grades.grade", "60", ""),
             "packs.band_gap", 9},
        Case{"ReversedLimits", kHead + band("grades.grade", "60", "0"), "packs.band_reversed", 5},
        Case{"GradesThatDoNotBeginAtZero", kHead + band("grades.grade", "10", ""),
             "packs.band_start", 5},
        Case{"GradesThatLeaveOutFullMarks",
             kHead + band("grades.grade", "0", "60") + band("grades.grade", "60", "100"),
             "packs.band_end", 9},
        Case{"ShareThatFalls", kHead + share("0", "60", "80") + share("60", "", "50"),
             "packs.share_falls", 9},
        Case{"ShareAboveTheWhole", kHead + share("0", "", "120"), "packs.share_outside", 5},
        Case{"PassAboveTheWhole", kHead + "[proportion]\npass = 160\n", "packs.share_outside", 5},
        Case{"DeductionForNothingMissed", kHead + "[deduction]\nper = 0\noff = 5\n",
             "packs.deduction_wrong", 5},
        Case{"DeductionOfMoreThanAll", kHead + "[deduction]\nper = 1\noff = 101\n",
             "packs.deduction_wrong", 5},
        Case{"ExecutionAboveTheTotal", kHead + "[execution]\npoints = 120\n", "packs.above_total",
             5},
        Case{"KindsAboveTheTotal", kHead + "[[points.kinds]]\noutput = 50\nbenefit = 60\n",
             "packs.kinds_above_total", 5},
        Case{"TwoGradesOfOneName",
             kHead + band("grades.grade", "0", "60") + band("grades.grade", "60", ""),
             "packs.called_twice", 9},
        Case{"MethodWithoutBands", kHead + "[[assign]]\nmethod = \"stepped\"\n",
             "packs.method_incomplete", 5},
        Case{"LevelThatDoesNotHoldWhatItTakes",
             kHead + "[[graded.level]]\nname = \"x\"\nfrom = 0\nto = 100\ntakes = 101\n",
             "packs.takes_outside", 5},
        Case{"CapsThatOverlap",
             kHead + "[[execution.caps.cap]]\nfrom = 0\nto = 70\ntotal = 69\n"
                     "[[execution.caps.cap]]\nfrom = 60\nto = 80\ntotal = 79\n",
             "packs.band_overlap", 9},
        Case{"NoParent", "id = \"city\"\ninherits = \"nowhere\"\n", "packs.no_parent", 2},
        Case{"ItsOwnParent", "id = \"city\"\ninherits = \"city\"\n", "packs.circle", 2}),
    [](const auto& row) { return row.param.test_name; });

TEST(ScoringProfile, AnIdStandsOnce) {
  const auto library = with("id = \"national-101\"\n");
  ASSERT_FALSE(library);
  EXPECT_EQ(library.error().message.key, "packs.id_twice");
  const auto both = library.error().where + " " + library.error().message.args.at(1);
  EXPECT_NE(both.find("city.toml"), std::string::npos) << both;
}

TEST(ScoringProfile, SaysOnlyWhatDiffers) {
  const auto library =
      with(kHead + "[proportion]\nceiling = \"linear\"\n[execution]\npoints = 20\n");
  ASSERT_TRUE(library);
  const auto city = library->scoring_profile("city").value();
  const auto national = library->scoring_profile("national-2020").value();
  EXPECT_EQ(city.proportion.ceiling, CeilingForm::linear);
  EXPECT_EQ(city.execution.points, Decimal::whole(20));
  EXPECT_EQ(city.proportion.clause.text, national.proportion.clause.text);
  EXPECT_EQ(city.graded.levels.size(), national.graded.levels.size());
  EXPECT_EQ(city.grades.size(), national.grades.size());
}

TEST(ScoringProfile, AnotherClauseIsVouchedForAnew) {
  const auto library =
      with("id = \"city\"\ninherits = \"parent\"\n[proportion]\nclause = \"甲市办法\"\n");
  ASSERT_FALSE(library);  // no such parent
  const auto own = with(kHead + "[proportion]\nclause = \"甲市办法第三条\"\nverified = true\n");
  ASSERT_TRUE(own);
  EXPECT_TRUE(own->scoring_profile("city")->proportion.clause.verified);
  EXPECT_FALSE(own->scoring_profile("city")->graded.clause.verified);
}

TEST(ScoringProfile, WithoutAParentMustBeWhole) {
  const auto library = with("id = \"city\"\ntitle = \"甲市\"\n");
  ASSERT_FALSE(library);
  EXPECT_EQ(library.error().message.key, "packs.profile_incomplete");
}

TEST(ScoringProfile, OfAnUnknownNameIsSaidToBeUnknown) {
  const auto library = load_builtin();
  ASSERT_TRUE(library);
  EXPECT_EQ(library->scoring_profile("nowhere").error().message.key, "packs.no_scoring_profile");
  EXPECT_TRUE(library->scoring_profile(kDefaultScoringProfile));
}

}  // namespace
}  // namespace jiheng::packs
