#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "sql/test_database.h"
#include "store/store.h"

namespace jiheng::store {

inline constexpr std::string_view kRegion = "330400000";

/// One row as intake would give it: text cells, a number typed when the target is one.
struct Cells {
  std::string agency;
  std::string project;
  std::string level1;
  std::string level2;
  std::string name;
  std::optional<Comparator> comparator{};
  std::string target{};
  std::string measure{};
};

/// Stands in for intake: a target of digits is a number.
inline void retype(Indicator& row) {
  const auto number = Decimal::parse(row.target);
  row.typed = number ? TypedTarget(NumberTarget{*number}) : TypedTarget(TextTarget{});
  row.measured = row.measure.empty() ? Measure{} : Measure{.filed = row.measure};
}

/// A stand-in for the rules: an error for a row without target, a hint for one without measure.
inline std::vector<Finding> review(std::span<const Indicator> rows, const ReviewFacts& /*facts*/) {
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].target.empty()) {
      findings.push_back({.rule = "target_empty",
                          .severity = Severity::error,
                          .row = i,
                          .column = Column::target,
                          .message = {"rules.target_empty", {rows[i].name, "a\tb=c\\"}},
                          .clause = "88号",
                          .clause_verified = true});
    }
    if (rows[i].measure.empty()) {
      findings.push_back({.rule = "measure_missing",
                          .severity = Severity::hint,
                          .row = i,
                          .column = Column::measure,
                          .message = {"rules.measure_missing"},
                          .suggestion = {{Field::measure, "%"}, {Field::target, "1=0"}}});
    }
  }
  return findings;
}

inline const Hooks kHooks{retype, review};

inline Indicator indicator_of(const Cells& cells, int line) {
  Indicator row;
  row.place.line = line;
  row.place.last_line = line;
  row.agency = cells.agency;
  row.project = cells.project;
  row.level1 = cells.level1;
  row.level2 = cells.level2;
  row.name = cells.name;
  row.comparator = cells.comparator;
  row.target = cells.target;
  row.measure = cells.measure;
  retype(row);
  row.filed = {row.level1, row.level2, row.name, "≥", row.target, row.measure};
  row.as_filed = "≥" + row.target;
  return row;
}

inline std::vector<Indicator> indicators_of(const std::vector<Cells>& table) {
  std::vector<Indicator> rows;
  for (const auto& cells : table) {
    rows.push_back(indicator_of(cells, static_cast<int>(rows.size()) + 3));
  }
  return rows;
}

/// Two agencies, three projects, seven rows.
inline std::vector<Cells> sample_table() {
  using enum Comparator;
  const std::string bureau = "嘉兴市科学技术局";
  const std::string museum = "嘉兴市科技馆";
  return {
      {bureau, "科技创新-重点研发", "产出指标", "数量指标", "研发项目数", at_least, "5", "个"},
      {bureau, "科技创新-重点研发", "产出指标", "质量指标", "验收合格率", at_least, "95", "%"},
      {bureau, "科技创新-重点研发", "满意度指标", "满意度指标", "公众满意度", at_least, "90", "%"},
      {bureau, "日常公用经费", "产出指标", "数量指标", "保障人数", equal, "42", "人"},
      {bureau, "日常公用经费", "效益指标", "社会效益指标", "机关运转", qualitative, "保障有力"},
      {museum, "展览运行", "产出指标", "数量指标", "接待观众", at_least, "100000", "人次"},
      {museum, "展览运行", "产出指标", "时效指标", "按期完成", std::nullopt, ""},
  };
}

/// A store on one engine, with ways to file tables into it.
class StoreContract : public testing::TestWithParam<sql::Engine> {
 protected:
  void SetUp() override {
    if (!sql::TestDatabase::is_available(GetParam())) {
      GTEST_SKIP() << "JIHENG_TEST_POSTGRES is not set";
    }
    database_ = std::make_unique<sql::TestDatabase>(GetParam());
    auto opened = Store::open(database_->url(), clock_, ids_);
    ASSERT_TRUE(opened);
    store_ = *std::move(opened);
    ASSERT_TRUE(store_->migrate());
  }

  void TearDown() override {
    if (store_ != nullptr && !HasFatalFailure()) {
      const auto complaints = store_->check();
      EXPECT_TRUE(complaints);
      EXPECT_THAT(complaints.value_or(std::vector<Text>{}), testing::IsEmpty());
    }
    store_.reset();
    database_.reset();
  }

  /// A request whose document is `name`; its bytes make its hash.
  FilingRequest request(const std::string& name, const std::vector<Cells>& table) {
    clock_.set(clock_.now_ms() + 1000);
    rows_ = indicators_of(table);
    bytes_ = "document " + name;
    return {.region = std::string(kRegion),
            .year = 2022,
            .form = "table11",
            .title = "2022年项目支出预算表",
            .document_hash = sha256(bytes_),
            .document_name = name,
            .document_format = "text",
            .document_encoding = "utf-8",
            .document_bytes = bytes_,
            .indicators = rows_,
            .pack_id = "zhejiang-2022",
            .pack_version = 1};
  }

  FilingResult filed(const std::string& name, const std::vector<Cells>& table) {
    return filed(request(name, table));
  }

  FilingResult filed(const FilingRequest& request) {
    auto result = store_->file(request, kHooks);
    EXPECT_TRUE(result) << (result ? "" : result.error().message.key);
    return result.value_or(FilingResult{});
  }

  std::vector<StoredIndicator> rows(std::string_view region = kRegion) {
    const auto page =
        store_->list_indicators({.region = std::string(region), .year = 2022}, {.limit = 2000});
    EXPECT_TRUE(page);
    return page ? page->items : std::vector<StoredIndicator>{};
  }

  /// The current row with this name.
  StoredIndicator row(std::string_view name) {
    for (auto& found : rows()) {
      if (found.row.name == name) {
        const auto whole = store_->indicator(kRegion, found.id);
        EXPECT_TRUE(whole);
        return whole.value_or(StoredIndicator{});
      }
    }
    ADD_FAILURE() << "no row " << name;
    return {};
  }

  /// Lays values over a row as it stands.
  Result<std::vector<std::int64_t>> edit(const StoredIndicator& row, std::vector<Change> changes) {
    clock_.set(clock_.now_ms() + 1000);
    const std::vector<Edit> edits{{.indicator_id = row.id,
                                   .revision = row.revision,
                                   .changes = std::move(changes),
                                   .rule = "target_empty",
                                   .author = "local"}};
    return store_->lay_overlays(kRegion, edits, kHooks);
  }

  FixedClock clock_{1'800'000'000'000};
  IdMaker ids_{clock_};
  std::vector<Indicator> rows_{};
  std::string bytes_{};
  std::unique_ptr<sql::TestDatabase> database_{};
  std::unique_ptr<Store> store_{};
};

}  // namespace jiheng::store
