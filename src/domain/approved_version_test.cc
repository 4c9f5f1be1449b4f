#include "domain/approved_version.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jiheng {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsNull;
using testing::NotNull;

ApprovedRow approved(std::string agency, std::string project, std::string name = "培训场次") {
  return {.agency = std::move(agency),
          .project = std::move(project),
          .level2 = "数量指标",
          .name = std::move(name),
          .target = "5",
          .typed = NumberTarget{Decimal::whole(5)}};
}

Indicator row(std::string agency, std::string project, std::string name, std::int64_t target) {
  Indicator row;
  row.agency = std::move(agency);
  row.project = std::move(project);
  row.level2 = "数量指标";
  row.name = std::move(name);
  row.target = std::to_string(target);
  row.typed = NumberTarget{Decimal::whole(target)};
  return row;
}

bool finds(const std::vector<ApprovedRow>& rows, const ProjectOf& project) {
  const ApprovedVersion version(rows);
  return version.of(std::vector<ProjectOf>{project}).front() != nullptr;
}

TEST(ApprovedVersion, IsThatOfTheSameAgencyAndProjectByFoldedNames) {
  const std::vector rows{approved("甲局", "项目(A)")};
  EXPECT_TRUE(finds(rows, {"甲局", "项目（a）"}));
  EXPECT_FALSE(finds(rows, {"乙局", "项目(A)"}));
  EXPECT_FALSE(finds(rows, {"甲局", "项目(B)"}));
}

TEST(ApprovedVersion, AFormWithoutAgencyIsHeldAgainstTheOnlyProjectOfItsName) {
  EXPECT_TRUE(finds({approved("甲局", "项目A")}, {"", "项目A"}));
  EXPECT_TRUE(finds({approved("", "项目A")}, {"甲局", "项目A"}));
  EXPECT_FALSE(finds({approved("甲局", "项目A"), approved("乙局", "项目A")}, {"", "项目A"}));
}

TEST(ApprovedVersion, ATitleAloneMeansTheOnlyProjectOfThatTitle) {
  const auto employment = approved("甲局", "就业-培训");
  EXPECT_TRUE(finds({employment}, {"甲局", "培训"}));
  EXPECT_TRUE(finds({approved("甲局", "培训")}, {"甲局", "就业-培训"}));
  EXPECT_FALSE(finds({employment}, {"甲局", "产业-培训"}));
  EXPECT_FALSE(finds({employment, approved("甲局", "产业-培训")}, {"甲局", "培训"}));
}

TEST(ApprovedVersion, TwoProjectsAreNotTakenForOneByTheirTitle) {
  const std::vector rows{approved("甲局", "培训")};
  const ApprovedVersion version(rows);
  const std::vector<ProjectOf> both{{"甲局", "就业-培训"}, {"甲局", "产业-培训"}};
  EXPECT_THAT(version.of(both), ElementsAre(IsNull(), IsNull()));
  const std::vector<ProjectOf> own{{"甲局", "就业-培训"}, {"甲局", "培训"}};
  EXPECT_THAT(version.of(own), ElementsAre(IsNull(), NotNull()));
}

TEST(HeldAgainst, OfOneNameThoseThatMeanTheSameBelongTogether) {
  auto first = approved("甲局", "项目A");
  auto second = first;
  second.typed = NumberTarget{Decimal::whole(8)};
  second.target = "8";
  const std::vector<const ApprovedRow*> rows{&first, &second};
  const auto eight = row("甲局", "项目A", "培训场次", 8);
  const auto six = row("甲局", "项目A", "培训场次", 6);
  const auto other = row("甲局", "项目A", "演练场次", 6);
  const std::vector<const Indicator*> reviewed{&eight, &other, &six};
  const auto held = held_against(rows, reviewed);
  EXPECT_THAT(held.approved, ElementsAre(&second, nullptr, &first));
  EXPECT_THAT(held.missing, IsEmpty());
  const auto alone = held_against(rows, std::vector<const Indicator*>{&eight});
  EXPECT_THAT(alone.missing, ElementsAre(&first));
}

TEST(HeldAgainst, WhatIsSaidTwiceIsNeitherAddedNorMissing) {
  const auto one = approved("甲局", "项目A");
  const auto again = one;
  const auto five = row("甲局", "项目A", "培训场次", 5);
  const auto six = row("甲局", "项目A", "培训场次", 6);
  const std::vector<const ApprovedRow*> twice{&one, &again};
  EXPECT_THAT(held_against(twice, std::vector<const Indicator*>{&five}).missing, IsEmpty());
  const auto held = held_against(std::vector<const ApprovedRow*>{&one},
                                 std::vector<const Indicator*>{&five, &six});
  EXPECT_THAT(held.approved, ElementsAre(&one, nullptr));
  EXPECT_THAT(held.repeated, ElementsAre(nullptr, &one));
}

TEST(HeldAgainst, TheMeasureMayStandInBracketsBehindTheName) {
  auto in_brackets = approved("甲局", "项目A", "培训场次（场）");
  const auto of_others = approved("甲局", "项目A", "培训规模（初级）");
  auto sessions = row("甲局", "项目A", "培训场次", 5);
  sessions.measured.filed = "场";
  const auto size = row("甲局", "项目A", "培训规模", 5);
  const auto held = held_against(std::vector<const ApprovedRow*>{&in_brackets, &of_others},
                                 std::vector<const Indicator*>{&sessions, &size});
  EXPECT_THAT(held.approved, ElementsAre(&in_brackets, nullptr));
}

TEST(HeldProjects, NamesThoseThatHaveNoApprovedVersion) {
  const std::vector rows{approved("甲局", "项目A")};
  const std::vector reviewed{row("甲局", "项目A", "培训场次", 5), row("甲局", "项目A", "演练", 5),
                             row("甲局", "项目B", "培训场次", 5)};
  const auto held = held_projects(rows, reviewed);
  EXPECT_EQ(held.all, 2U);
  EXPECT_THAT(held.without, ElementsAre(ProjectOf{"甲局", "项目B"}));
}

}  // namespace
}  // namespace jiheng
