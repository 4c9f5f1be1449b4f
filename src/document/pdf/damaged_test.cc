// What is damaged of a PDF is read as far as it goes, and said.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "document/document.h"

namespace jiheng::document {
namespace {

using testing::Contains;
using testing::IsEmpty;

// Made documents stand beside the repository.
class Damaged : public testing::Test {
 protected:
  void SetUp() override {
    const auto made = std::filesystem::path(JIHENG_SOURCE_DIR) / ".." / "shared" / "data" / "made";
    if (!std::filesystem::exists(made)) {
      ASSERT_EQ(std::getenv("CI"), nullptr) << "no shared data";
      GTEST_SKIP() << "no shared data";
    }
    std::ifstream file(made / "html_merged_s.pdf", std::ios::binary);
    bytes_.assign(std::istreambuf_iterator<char>(file), {});
  }

  static std::vector<std::string> noticed(const std::string& bytes) {
    std::vector<std::string> keys;
    const auto content = read_content(bytes, {});
    if (!content) {
      return {content.error().message.key};
    }
    for (const auto& notice : content->notices) {
      keys.push_back(notice.message.key + " " + to_string(notice.place));
    }
    return keys;
  }

  /// The bytes with four of them changed in the middle of the contents of page 1, the first stream.
  [[nodiscard]] std::string with_wrong_contents() const {
    auto bytes = bytes_;
    const auto from = bytes.find("stream");
    const auto middle = (from + bytes.find("endstream", from)) / 2;
    for (std::size_t i = 0; i < 4; ++i) {
      bytes[middle + i] = static_cast<char>(bytes[middle + i] ^ 0x55);
    }
    return bytes;
  }

  std::string bytes_{};
};

TEST_F(Damaged, NothingIsSaidOfAWholeFile) {
  EXPECT_THAT(noticed(bytes_), IsEmpty());
}

TEST_F(Damaged, APageWhoseContentsAreWrongIsNamed) {
  EXPECT_THAT(noticed(with_wrong_contents()), Contains("pdf.page_damaged p1"));
}

TEST_F(Damaged, AFileThatEndsTooEarlySaysSo) {
  EXPECT_THAT(noticed(bytes_.substr(0, bytes_.size() * 7 / 10)), Contains("pdf.cut_off "));
}

TEST_F(Damaged, AnIndexThatLeadsNowhereWasMadeAnew) {
  auto bytes = bytes_;
  const auto at = bytes.rfind("startxref");
  ASSERT_NE(at, std::string::npos);
  bytes.replace(at, 13, "startxref\n777");
  EXPECT_THAT(noticed(bytes), Contains("pdf.repaired "));
}

TEST_F(Damaged, WhatHoldsNoPageAnyMoreIsBroken) {
  EXPECT_THAT(noticed(bytes_.substr(0, 3000)), Contains("document.broken"));
}

}  // namespace
}  // namespace jiheng::document
