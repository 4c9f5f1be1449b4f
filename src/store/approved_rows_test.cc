#include "store/approved_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "store/store_contract.h"

namespace jiheng::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

class ApprovedContract : public StoreContract {
 protected:
  void approve(const std::string& name, const std::vector<Cells>& table) {
    auto filing = request(name, table);
    filing.approved = true;
    filed(filing);
  }

  /// What is approved for the agencies of a year, each as its rows are judged.
  std::vector<ApprovedRow> approved(int year = 2022) {
    const auto facts = store_->review_facts(kRegion, year, std::nullopt);
    EXPECT_TRUE(facts);
    return facts.value_or(ReviewFacts{}).approved;
  }

  std::vector<std::string> targets() {
    std::vector<std::string> found;
    for (const auto& row : approved()) {
      found.push_back(row.project + " " + value_text(row));
    }
    return found;
  }

  /// Files a table with a review that only counts what it is given as approved.
  std::size_t held_against(const FilingRequest& request, bool dry_run = false) {
    std::size_t rows = 0;
    const Hooks hooks{retype, [&](std::span<const Indicator>, const ReviewFacts& facts) {
                        rows = facts.approved.size();
                        return std::vector<Finding>{};
                      }};
    EXPECT_TRUE(dry_run ? store_->plan(request, hooks) : store_->file(request, hooks));
    return rows;
  }

  static std::vector<Cells> short_table(const std::string& target,
                                        const std::string& agency = "甲局") {
    using enum Comparator;
    return {{agency, "项目A", "产出指标", "数量指标", "培训场次", at_least, target, "场"},
            {agency, "项目B", "效益指标", "社会效益指标", "机制", qualitative, "健全"}};
  }
};

TEST_P(ApprovedContract, IsFoundAlsoWhenALaterFilingEndedItsRows) {
  approve("批复.xlsx", short_table("12"));
  auto changed = short_table("10");
  changed.pop_back();
  filed("自评.xlsx", changed);
  EXPECT_THAT(rows(), SizeIs(1));
  const auto found = approved();
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0].agency, "甲局");
  EXPECT_EQ(found[0].project, "项目A");
  EXPECT_EQ(found[0].level2, "数量指标");
  EXPECT_EQ(found[0].name, "培训场次");
  EXPECT_EQ(found[0].comparator, Comparator::at_least);
  EXPECT_EQ(found[0].typed, TypedTarget(NumberTarget{Decimal::whole(12)}));
  EXPECT_EQ(found[0].measured.filed, "场");
  EXPECT_EQ(value_text(found[1]), "定性 健全");
  EXPECT_THAT(approved(2023), IsEmpty());
}

TEST_P(ApprovedContract, OnlyAFilingThatSaysSoIsApproved) {
  filed("表11.xlsx", short_table("12"));
  EXPECT_THAT(approved(), IsEmpty());
}

TEST_P(ApprovedContract, TheNewestCountsProjectByProject) {
  approve("批复.xlsx", short_table("12"));
  auto adjusted = short_table("8");
  adjusted.pop_back();
  approve("调整批复.xlsx", adjusted);
  EXPECT_THAT(targets(), ElementsAre("项目B 定性 健全", "项目A ≥ 8 场"));
}

TEST_P(ApprovedContract, AnEditDoesNotChangeWhatWasApproved) {
  approve("批复.xlsx", short_table("12"));
  ASSERT_TRUE(edit(row("培训场次"), {{Field::target, "6"}}));
  EXPECT_THAT(targets(), ElementsAre("项目A ≥ 12 场", "项目B 定性 健全"));
}

TEST_P(ApprovedContract, AFilingIsJudgedByItBeforeAndAfterItIsWritten) {
  EXPECT_EQ(held_against(request("申报.xlsx", short_table("15"))), 0U);
  auto own = request("批复.xlsx", short_table("12"));
  own.approved = true;
  EXPECT_EQ(held_against(own), 2U) << "an approved version is its own";
  EXPECT_EQ(held_against(request("公开.xlsx", short_table("11")), true), 2U);
  EXPECT_EQ(held_against(request("公开.xlsx", short_table("11"))), 2U);
  EXPECT_EQ(held_against(request("乙.xlsx", short_table("11", "乙局"))), 0U);
  std::vector<std::size_t> judged;
  EXPECT_TRUE(store_->each_agency(kRegion, {.year = 2022}, [&](AgencyRows rows) -> Result<void> {
    judged.push_back(rows.facts.approved.size());
    return {};
  }));
  EXPECT_THAT(judged, UnorderedElementsAre(0U, 2U));
}

TEST_P(ApprovedContract, ItGoesOnWithARenamedAgency) {
  const auto of_both = [](const std::string& target, const std::string& agency) {
    auto table = short_table(target, agency);
    const auto others = short_table("3", "乙局");
    table.insert(table.end(), others.begin(), others.end());
    return table;
  };
  approve("批复.xlsx", of_both("12", "甲局"));
  EXPECT_EQ(held_against(request("自评.xlsx", of_both("11", "甲委")), true), 4U);
  EXPECT_EQ(held_against(request("自评.xlsx", of_both("11", "甲委"))), 4U);
  const auto agencies = *store_->agencies(kRegion, 2022);
  const auto renamed = std::ranges::find(agencies, "甲委", &AgencyCount::name);
  ASSERT_NE(renamed, agencies.end());
  const auto facts = *store_->review_facts(kRegion, 2022, renamed->id);
  ASSERT_THAT(facts.approved, SizeIs(2));
  EXPECT_EQ(facts.approved[0].agency, "甲委");
  EXPECT_EQ(value_text(facts.approved[0]), "≥ 12 场");
}

TEST_P(ApprovedContract, WhatADocumentSaysOfSecrecyIsKeptWithIt) {
  auto filing = request("表11.xlsx", short_table("12"));
  filing.facts.disclosed = true;
  filing.facts.secrecy = {{.place = {.row = 3, .sheet = "Sheet1"},
                           .agency = "甲局",
                           .project = "项目A",
                           .text = "机密★1年"}};
  filed(filing);
  const auto facts = *store_->review_facts(kRegion, 2022, std::nullopt);
  EXPECT_TRUE(facts.disclosed);
  EXPECT_EQ(facts.secrecy, filing.facts.secrecy);
  filed("申报.xlsx", short_table("11"));
  EXPECT_FALSE(store_->review_facts(kRegion, 2022, std::nullopt)->disclosed);
}

INSTANTIATE_TEST_SUITE_P(, ApprovedContract, testing::ValuesIn(sql::kEngines), sql::engine_name);

}  // namespace
}  // namespace jiheng::store
