// The sample form in the formats it was made in, against its rows as they were typed.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "document/document.h"

namespace jiheng::document {
namespace {

namespace fs = std::filesystem;

using Cells = std::vector<std::string>;

const fs::path kMade = fs::path(JIHENG_SOURCE_DIR) / ".." / "shared" / "data" / "made";

std::string bytes_of(const std::string& name) {
  std::ifstream file(kMade / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Line ends in a cell and blanks are a matter of printing.
std::string comparable(std::string_view text) {
  std::u32string kept;
  for (const auto point : to_code_points(fold_cell(text))) {
    if (point != U' ') {
      kept += point;
    }
  }
  return to_utf8(kept);
}

std::vector<Cells> comparable_rows(std::vector<Cells> rows) {
  for (auto& row : rows) {
    row.resize(8);
    std::ranges::transform(row, row.begin(), comparable);
  }
  return rows;
}

/// What stands below the head, whose second row names the levels.
std::vector<Cells> data_rows(const Document& document) {
  std::vector<Cells> rows;
  bool below = false;
  for (const auto& row : document.sheets.at(0).rows) {
    Cells cells;
    for (const auto& cell : row.cells) {
      cells.push_back(cell.text);
    }
    if (below) {
      rows.push_back(std::move(cells));
    }
    below = below || (row.cells.size() > 2 && row.cells[2].text == "一级指标");
  }
  return comparable_rows(std::move(rows));
}

struct SharedFile {
  std::string test_name;
  std::string file;
  Format format{};
};

class SharedFiles : public testing::TestWithParam<SharedFile> {};

TEST_P(SharedFiles, EveryCellComesOutRight) {
  if (!fs::exists(kMade)) {
    ASSERT_EQ(std::getenv("CI"), nullptr) << "no shared data";
    GTEST_SKIP() << "no shared data";
  }
  const auto truth =
      comparable_rows(nlohmann::json::parse(bytes_of("truth_s.json")).get<std::vector<Cells>>());
  const auto document = read(GetParam().file, bytes_of(GetParam().file));
  ASSERT_TRUE(document) << document.error().message.key;
  EXPECT_EQ(document->format, GetParam().format);
  EXPECT_TRUE(document->notices.empty());
  const auto rows = data_rows(*document);
  ASSERT_EQ(rows.size(), truth.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i], truth[i]) << "row " << i;
  }
}

INSTANTIATE_TEST_SUITE_P(, SharedFiles,
                         testing::Values(SharedFile{"Docx", "html_merged_s.docx", Format::docx},
                                         SharedFile{"Html", "html_merged_s.html", Format::html},
                                         SharedFile{"XlsFlat", "flat_s.xls", Format::xls},
                                         SharedFile{"XlsMerged", "merged_s.xls", Format::xls}),
                         [](const auto& row) { return row.param.test_name; });

}  // namespace
}  // namespace jiheng::document
