// Scans read by the real program in a confined process, with what `tools/install_ocr` and Debian
// install. Sanitizers make networks crawl: there these tests are left to the optimised program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "app/isolated/confine.h"
#include "app/isolated/reader_pool.h"
#include "document/pdf/page_picture.h"

namespace jiheng {
namespace {

namespace fs = std::filesystem;

using testing::AllOf;
using testing::Contains;
using testing::Ge;
using testing::HasSubstr;

const fs::path kRoot = fs::path(JIHENG_SOURCE_DIR);
const fs::path kScan = kRoot / ".." / "shared" / "data" / "made" / "scan_s_300dpi.pdf";
constexpr const char* kTesseract = "/usr/share/tesseract-ocr/5/tessdata";

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The first page of the scan as a picture of about 200 dpi.
std::string first_page() {
  const auto painted = document::page_picture(content_of(kScan), 1, 2400);
  return painted ? painted->png : "";
}

std::vector<std::string> texts_of(const document::Content& content) {
  std::vector<std::string> texts;
  for (const auto& row : content.sheets.at(0).rows) {
    for (const auto& cell : row.cells) {
      texts.push_back(cell.text);
    }
  }
  return texts;
}

class Scans : public testing::Test {
 protected:
  void SetUp() override {
    if (!app::kConfined) {
      GTEST_SKIP() << "run on the optimised program";
    }
    if (!fs::exists(kScan)) {
      GTEST_SKIP() << "no shared data";
    }
  }

  static Result<document::Content> read(const std::string& line_reader, std::string_view bytes) {
    app::ReaderLimits limits;
    limits.program = JIHENG_PROGRAM;
    limits.line_reader = line_reader;
    limits.memory = std::size_t{2} << 30U;
    app::ReaderPool pool(1, limits);
    return pool.read(bytes, {}, app::Scans::read);
  }

  /// What the program prints about the page: rows, then notes.
  static std::string extract(const std::string& options, const std::string& ocr) {
    const auto folder = fs::temp_directory_path() / "jiheng-scans-test";
    fs::create_directories(folder);
    const auto picture = folder / "page.png";
    std::ofstream(picture, std::ios::binary) << first_page();
    const auto command = "LC_ALL=C.UTF-8 JIHENG_OCR='" + ocr + "' '" + std::string(JIHENG_PROGRAM) +
                         "' extract '" + picture.string() + "' " + options + " 2>&1";
    std::string said;
    if (auto* const pipe = popen(command.c_str(), "r")) {
      std::array<char, 4096> part{};
      while (const auto size = fread(part.data(), 1, part.size(), pipe)) {
        said.append(part.data(), size);
      }
      pclose(pipe);
    }
    fs::remove_all(folder);
    return said;
  }
};

TEST_F(Scans, ArePutTogetherFromWhatPaddleReads) {
  const auto installed = kRoot / "build" / "ocr";
  ASSERT_TRUE(fs::exists(installed / "rec.onnx")) << "tools/install_ocr was not run";
  const auto content = read(installed.string(), first_page());
  ASSERT_TRUE(content) << content.error().message.key;
  EXPECT_EQ(content->unread_scans, 0U);
  const auto texts = texts_of(*content);
  EXPECT_THAT(texts, AllOf(Contains("嘉兴市科学技术局").Times(Ge(20)), Contains("≥").Times(Ge(10)),
                           Contains("接收清华大学暑期实践生"), Contains("10000").Times(2)));
  EXPECT_EQ(content->notices.at(0).message.key, "scan.read");
}

TEST_F(Scans, AreReadByTesseractToo) {
  if (!fs::exists(fs::path(kTesseract) / "chi_sim.traineddata")) {
    GTEST_SKIP() << "Tesseract is not installed";
  }
  const auto content = read(kTesseract, first_page());
  ASSERT_TRUE(content) << content.error().message.key;
  EXPECT_THAT(texts_of(*content),
              AllOf(Contains("嘉兴市科学技术局").Times(Ge(10)), Contains("≥").Times(Ge(10))));
}

TEST_F(Scans, AreNamedAsUnreadWhereNobodyShallReadThem) {
  const auto said = extract("--ocr never --lang en", "");
  EXPECT_THAT(said, HasSubstr("1 of 1 pages hold no text"));
  EXPECT_THAT(said, HasSubstr("0 indicators"));
}

TEST_F(Scans, WhatIsInstalledWronglyIsSaid) {
  const auto folder = fs::temp_directory_path() / "jiheng-broken-ocr";
  fs::create_directories(folder);
  for (const auto* part : {"libonnxruntime.so.1", "rec.onnx", "keys.txt"}) {
    std::ofstream(folder / part) << "nonsense\n";
  }
  const auto said = extract("--lang en", folder.string());
  EXPECT_THAT(said, HasSubstr("what recognises scans does not work"));
  EXPECT_THAT(said, HasSubstr((folder / "libonnxruntime.so.1").string()));
  EXPECT_THAT(said, HasSubstr("1 documents, 1 pages"));
  EXPECT_THAT(extract("--lang en --ocr always", folder.string()), HasSubstr("does not work"));
  fs::remove_all(folder);
}

}  // namespace
}  // namespace jiheng
