#include "packs/monitoring_pack.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "packs/library.h"
#include "scratch_folder.h"

namespace jiheng::packs {
namespace {

const std::string kHead =
    "id = \"city\"\ntitle = \"甲市\"\nversion = 1\ninherits = \"national-2019\"\n";

Result<Library> with(const std::string& pack) {
  const test::ScratchFolder folder;
  std::filesystem::create_directory(folder / "monitoring");
  std::ofstream(folder / "monitoring/city.toml") << pack;
  return load(folder.path());
}

struct Case {
  std::string test_name;
  std::string pack;
  std::string key;
  int line;
};

class WrongMonitoringPack : public testing::TestWithParam<Case> {};

TEST_P(WrongMonitoringPack, IsRefusedWithFileAndLine) {
  const auto& [name, pack, key, line] = GetParam();
  const auto library = with(pack);
  ASSERT_FALSE(library);
  EXPECT_EQ(library.error().message.key, key);
  EXPECT_TRUE(library.error().where.ends_with("/monitoring/city.toml:" + std::to_string(line)))
      << library.error().where;
}

std::string band(std::string_view light, std::string_view from, std::string_view to) {
  return "[[positive.band]]\nlight = \"" + std::string(light) + "\"\nfrom = " + std::string(from) +
         (to.empty() ? "" : "\nto = " + std::string(to)) + "\n";
}

INSTANTIATE_TEST_SUITE_P(
    , WrongMonitoringPack,
    testing::Values(
        Case{"UnknownKey", kHead + "thresold = 2\n", "packs.unknown_key", 5},
        Case{"UnknownLight", kHead + band("purple", "0", ""), "packs.unknown_word", 6},
        Case{"OverlappingBands", kHead + band("red", "0", "60") + band("green", "50", ""),
             "packs.band_overlap", 9},
        Case{"AGapBetweenBands", kHead + band("red", "0", "60") + band("green", "80", ""),
             "packs.band_gap", 9},
        Case{"BandsThatDoNotBeginAtNothing", kHead + band("green", "10", ""), "packs.band_start",
             5},
        Case{"ALightTwiceInTheOrder",
             kHead + "worst_first = [\"red\", \"red\", \"green\", \"blue\"]\n",
             "packs.lights_order", 5},
        Case{"AMonthThatIsNone", kHead + "[periods]\nmonths = [7, 13]\nkey = 7\n",
             "packs.month_wrong", 5},
        Case{"AKeyMonthThatIsNotWatched", kHead + "[periods]\nmonths = [6]\nkey = 7\n",
             "packs.month_wrong", 5},
        Case{"ACurveThatFalls",
             kHead + "[[curves.default]]\nshape = \"quarters\"\nquarters = [\"25\", \"20\", "
                     "\"75\", \"100\"]\n",
             "packs.curve_order", 5},
        Case{"ALevelBeyondTheWhole",
             kHead + "[[qualitative.level]]\nname = \"好\"\nlight = \"green\"\nrate = 120\n",
             "packs.share_outside", 5}),
    [](const auto& param) { return param.param.test_name; });

TEST(MonitoringPack, ChildHasWhatItSaysAndTheRestFromItsParent) {
  const auto library = with(kHead + "[quadrant]\ngoals = 70\n").value();
  const auto city = library.monitoring_pack("city").value();
  const auto national = library.monitoring_pack("national-2019").value();
  EXPECT_EQ(city.quadrant.goals, Decimal::whole(70));
  EXPECT_EQ(city.quadrant.money, national.quadrant.money);
  EXPECT_EQ(city.positive.bands.size(), national.positive.bands.size());
  EXPECT_EQ(city.periods.key, 7);
}

TEST(MonitoringPack, NothingIsCalledVerifiedThatNobodySaw) {
  const auto library = load_builtin().value();
  for (const auto& pack : library.monitoring_packs) {
    for (const auto* clause :
         {&pack.clause, &pack.periods.clause, &pack.positive.clause, &pack.at_most.clause,
          &pack.less_than.clause, &pack.equal.met.clause, &pack.day.clause,
          &pack.qualitative.clause, &pack.execution.clause, &pack.quadrant.clause,
          &pack.forecast.clause, &pack.curves.clause, &pack.opinions.clause}) {
      EXPECT_FALSE(clause->text.empty()) << pack.id;
      EXPECT_FALSE(clause->verified) << pack.id << " " << clause->text;
    }
  }
}

TEST(Curve, PointsComeBackAsTheyWereSaid) {
  const std::vector<std::string> points{"03-31: 20", "06-30: 55.5", "11-15: 100"};
  const auto curve = make_curve(CurveShape::milestones, points);
  ASSERT_TRUE(curve);
  EXPECT_EQ(points_of(*curve), points);
}

TEST(Curve, ReadsMilestonesAsPersonsWriteThem) {
  const auto curve = make_curve(CurveShape::milestones,
                                {"3-31：20%", "6月 30", "9月30日: 60", "11月底：90", "12-31: 100"});
  ASSERT_TRUE(curve) << curve.error().message.key;
  EXPECT_EQ(points_of(*curve), (std::vector<std::string>{"03-31: 20", "06-30: 30", "09-30: 60",
                                                         "11-30: 90", "12-31: 100"}));
  for (const auto* point : {"13月 20", "六月 20", "6月", "6月30日", "06-30", "6月31日: 20"}) {
    EXPECT_FALSE(make_curve(CurveShape::milestones, {point})) << point;
  }
}

TEST(Curve, RefusesDaysThatAreNone) {
  EXPECT_EQ(make_curve(CurveShape::milestones, {"02-30: 20"}).error().message.key,
            "packs.curve_point");
  EXPECT_EQ(make_curve(CurveShape::milestones, {}).error().message.key, "packs.curve_points");
  EXPECT_EQ(make_curve(CurveShape::straight, {"50"}).error().message.key, "packs.curve_straight");
  EXPECT_EQ(make_curve(CurveShape::quarters, {}).error().message.key, "packs.curve_quarters");
  EXPECT_EQ(make_curve(CurveShape::quarters, {"50", "100"}).error().message.key,
            "packs.curve_quarters");
}

}  // namespace
}  // namespace jiheng::packs
