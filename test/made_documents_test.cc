// The made documents beside the project, read to their truth: every cell, and no row too many.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "document/document.h"
#include "intake/intake.h"
#include "intake/row_intake.h"

namespace jiheng {
namespace {

namespace fs = std::filesystem;

const fs::path kData = fs::path(JIHENG_SOURCE_DIR) / ".." / "shared" / "data";

using Rows = std::vector<std::vector<std::string>>;

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// What is compared: the folded cell without blanks, which no page keeps.
std::string bare(const std::string& cell) {
  std::string text;
  for (const char c : fold_cell(cell)) {
    if (c != ' ' && c != '\n') {
      text += c;
    }
  }
  return text;
}

Rows truth_of(const std::string& name) {
  Rows rows;
  for (const auto& row : nlohmann::json::parse(bytes_of(kData / "made" / name))) {
    rows.emplace_back();
    for (const auto& cell : row) {
      rows.back().push_back(bare(cell.get<std::string>()));
    }
  }
  return rows;
}

Rows rows_of(const intake::Intake& intake) {
  Rows rows;
  for (const auto& row : intake.indicators) {
    const auto& filed = row.filed;
    rows.push_back({bare(row.agency), bare(row.project), bare(filed.level1), bare(filed.level2),
                    bare(filed.name), bare(filed.comparator), bare(filed.target),
                    bare(filed.measure)});
  }
  return rows;
}

struct Made {
  const char* name;
  const char* truth;
};

class MadeDocument : public testing::TestWithParam<Made> {
 protected:
  void SetUp() override {
    if (!fs::exists(kData)) {
      if (std::getenv("CI") != nullptr) {
        FAIL() << "the data beside the project is missing";
      }
      GTEST_SKIP() << "no shared data";
    }
  }
};

TEST_P(MadeDocument, ReadsToItsTruth) {
  const auto vocabulary = make_vocabulary(packs::load_builtin().value()).value();
  const auto document = document::read(GetParam().name, bytes_of(kData / "made" / GetParam().name));
  ASSERT_TRUE(document) << document.error().message.key;
  const auto intake = intake::read_rows(*document, vocabulary);
  const auto rows = rows_of(intake);
  const auto truth = truth_of(GetParam().truth);
  ASSERT_EQ(rows.size(), truth.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    ASSERT_EQ(rows[i], truth[i]) << to_string(intake.indicators[i].place);
  }
  EXPECT_EQ(intake.report.unread, 0U);
  EXPECT_EQ(intake.report.doubtful, 0U);
}

TEST_P(MadeDocument, IsReadTheSameWhileItComesIn) {
  const auto vocabulary = make_vocabulary(packs::load_builtin().value()).value();
  const auto bytes = bytes_of(kData / "made" / GetParam().name);
  const Corrections none;
  intake::RowIntake rows(vocabulary, none);
  auto document = document::read(GetParam().name, bytes, {}, document::read_content, &rows);
  ASSERT_TRUE(document);
  const auto intake = rows.finish(*std::move(document));
  const auto whole = intake::read_rows(*document::read(GetParam().name, bytes), vocabulary);
  EXPECT_EQ(intake.indicators, whole.indicators);
  EXPECT_EQ(intake.report.notes.size(), whole.report.notes.size());
}

constexpr const char* kShort = "truth_s.json";
constexpr const char* kLong = "truth_L.json";

INSTANTIATE_TEST_SUITE_P(All, MadeDocument,
                         testing::Values(Made{"flat_s.csv", kShort}, Made{"flat_s.pdf", kShort},
                                         Made{"flat_s.xls", kShort}, Made{"flat_s.xlsx", kShort},
                                         Made{"flat_L.pdf", kLong}, Made{"merged_s.pdf", kShort},
                                         Made{"merged_s.ods", kShort}, Made{"merged_s.xls", kShort},
                                         Made{"merged_s.xlsx", kShort}, Made{"merged_L.pdf", kLong},
                                         Made{"html_merged_s.pdf", kShort},
                                         Made{"html_merged_s.docx", kShort},
                                         Made{"html_merged_s.html", kShort}),
                         [](const auto& made) {
                           std::string name = made.param.name;
                           std::ranges::replace(name, '.', '_');
                           return name;
                         });

class BudgetWithoutIndicators : public MadeDocument {};

TEST_P(BudgetWithoutIndicators, GivesNone) {
  const auto vocabulary = make_vocabulary(packs::load_builtin().value()).value();
  const auto document = document::read(GetParam().name, bytes_of(kData / "pdf" / GetParam().name));
  ASSERT_TRUE(document) << document.error().message.key;
  EXPECT_TRUE(intake::read_rows(*document, vocabulary).indicators.empty());
}

INSTANTIATE_TEST_SUITE_P(All, BudgetWithoutIndicators,
                         testing::Values(Made{"putuo_commerce_dept_2025_budget.pdf", ""},
                                         Made{"wanli_street_2024_budget.pdf", ""}),
                         [](const auto& made) {
                           return std::string(made.param.name,
                                              std::string_view(made.param.name).find('_'));
                         });

}  // namespace
}  // namespace jiheng
