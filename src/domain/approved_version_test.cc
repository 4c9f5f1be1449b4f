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

TEST(HeldProjects, CountsThoseThatHaveAnApprovedVersion) {
  const std::vector rows{approved("甲局", "项目A")};
  const std::vector reviewed{row("甲局", "项目A", "培训场次", 5), row("甲局", "项目A", "演练", 5),
                             row("甲局", "项目B", "培训场次", 5)};
  const auto held = held_projects(rows, reviewed);
  EXPECT_EQ(held.all, 2U);
  EXPECT_EQ(held.approved, 1U);
}

}  // namespace
}  // namespace jiheng
