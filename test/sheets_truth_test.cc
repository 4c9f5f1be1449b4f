// The made workbooks, cell by cell, against the rows they were made from.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "document/document.h"

namespace jiheng::document {
namespace {

namespace fs = std::filesystem;

const fs::path kData = fs::path(JIHENG_SOURCE_DIR).parent_path() / "shared" / "data" / "made";

constexpr std::size_t kColumns = 8;

using Rows = std::vector<std::vector<std::string>>;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A cell as two documents may differ in it: folded, without blanks.
std::string plain(const std::string& text) {
  std::string folded = fold_cell(text);
  std::erase(folded, ' ');
  return folded;
}

/// The rows below the head, every cell; a reader gives none behind the last with text.
Rows rows_below_head(const Document& document) {
  Rows rows;
  for (const auto& sheet : document.sheets) {
    for (const auto& row : sheet.rows) {
      if (row.head) {
        continue;
      }
      rows.emplace_back();
      for (const auto& cell : row.cells) {
        rows.back().push_back(plain(cell.text));
      }
      rows.back().resize(std::max<std::size_t>(rows.back().size(), kColumns));
    }
  }
  return rows;
}

Rows truth() {
  Rows rows = nlohmann::json::parse(bytes_of(kData / "truth_s.json"));
  for (auto& row : rows) {
    std::ranges::transform(row, row.begin(), plain);
  }
  return rows;
}

class Made : public testing::TestWithParam<const char*> {};

TEST_P(Made, ReadsEveryCellRight) {
  if (!fs::exists(kData)) {
    ASSERT_EQ(std::getenv("CI"), nullptr) << "no shared data";
    GTEST_SKIP() << "no shared data";
  }
  const auto document = read(GetParam(), bytes_of(kData / GetParam()));
  ASSERT_TRUE(document);
  EXPECT_TRUE(document->notices.empty());
  const auto expected = truth();
  const auto rows = rows_below_head(*document);
  ASSERT_EQ(rows.size(), 147U);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(rows.at(i), expected[i]) << "row " << i;
  }
}

INSTANTIATE_TEST_SUITE_P(Sheets, Made,
                         testing::Values("flat_s.xlsx", "merged_s.xlsx", "merged_s.ods"),
                         [](const auto& made) {
                           std::string name = made.param;
                           std::ranges::replace(name, '.', '_');
                           return name;
                         });

}  // namespace
}  // namespace jiheng::document
