#include "app/filing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/database.h"

namespace jiheng::app {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class Filing : public testing::Test {
 protected:
  Filing()
      : database_(Database::open({.url = "sqlite::memory:",
                                  .library = packs::load_builtin().value(),
                                  .migrate = true})
                      .value()) {}

  [[nodiscard]] ImportReport filed(std::string_view bytes, std::optional<int> year) const {
    return import_document(database_->workspace(),
                           {.name = "表11.csv", .bytes = bytes, .year = year})
        .value();
  }

  std::unique_ptr<Database> database_;
};

constexpr std::string_view kTable =
    "2022年部门预算项目支出绩效表\n"
    "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位\n"
    "甲局,项目A,产出指标,数量指标,培训场次,≥,5,场\n"
    "甲局,项目A,产出指标,数量指标,演练场次,≥,2,场\n";

TEST_F(Filing, AYearAgainstTheTitleIsTakenAndSaid) {
  EXPECT_THAT(filed(kTable, std::nullopt).notices, IsEmpty());
  const auto report = filed(kTable, 2023);
  EXPECT_EQ(report.year, 2023);
  ASSERT_THAT(report.notices, SizeIs(1));
  EXPECT_EQ(report.notices[0].message, (Text{"filing.year_differs", {"2022", "2023"}}));
}

TEST_F(Filing, ADocumentWithFewerRowsSaysWhatEnds) {
  EXPECT_EQ(filed(kTable, 2022).changes.gone, 0);
  const std::string other(kTable.substr(0, kTable.rfind("甲局")));
  EXPECT_EQ(filed(other, 2022).changes.gone, 1);
}

TEST_F(Filing, ASecondRegionWouldBeSeenNowhereAndIsRefused) {
  ASSERT_EQ(filed(kTable, 2022).indicators, 2);
  ImportRequest other{.name = "乙.csv", .bytes = kTable, .year = 2023, .region = "330400000"};
  const auto refused = import_document(database_->workspace(), other);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message.key, "filing.other_region");
  EXPECT_EQ(refused.error().where, "乙.csv");
  other.region = std::string(kNoRegion);
  EXPECT_TRUE(import_document(database_->workspace(), other));
}

}  // namespace
}  // namespace jiheng::app
