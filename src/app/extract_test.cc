#include "app/extract.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "packs/library.h"
#include "scratch_folder.h"
#include "zip_writer.h"

namespace jiheng::app {
namespace {

using testing::ElementsAre;

constexpr std::string_view kTable =
    "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位\n"
    "甲局,项目A,产出指标,数量指标,培训场次,≥,5,场\n";

class ReadAll : public testing::Test {
 protected:
  void SetUp() override {
    auto library = packs::load_builtin();
    ASSERT_TRUE(library);
    auto vocabulary = make_vocabulary(*library);
    ASSERT_TRUE(vocabulary);
    vocabulary_.emplace(*std::move(vocabulary));
  }

  void write(const std::string& name, std::string_view bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }

  /// "name of the file: indicators", or the key of its error.
  [[nodiscard]] std::vector<std::string> read(unsigned jobs) const {
    std::vector<std::string> said;
    const auto inputs = find_inputs({folder_.path()}, "");
    EXPECT_TRUE(inputs);
    read_all(*inputs, {.vocabulary = *vocabulary_}, jobs,
             [&](const Input& input, const Result<Reading>& reading) {
               const auto name = input.source.substr(folder_.path().size() + 1);
               said.push_back(name + (input.more ? "+" : "") + ": " +
                              (reading ? std::to_string(reading->intake.indicators.size())
                                       : reading.error().message.key));
             });
    return said;
  }

  test::ScratchFolder folder_{};
  std::optional<Vocabulary> vocabulary_{};
};

TEST_F(ReadAll, APathThatLeadsNowhereStopsNoOther) {
  write("b.csv", kTable);
  const auto inputs = find_inputs({folder_ / "a.pdf", folder_ / "b.csv"}, "");
  ASSERT_TRUE(inputs);
  std::vector<std::string> said;
  read_all(*inputs, {.vocabulary = *vocabulary_}, 1,
           [&](const Input&, const Result<Reading>& reading) {
             said.push_back(reading ? "read" : reading.error().message.key);
           });
  EXPECT_THAT(said, ElementsAre("inputs.no_such_path", "read"));
}

TEST_F(ReadAll, ReadsEveryDocumentOfAnArchiveUnderItsName) {
  const std::string table(kTable);
  write("a.zip", test::make_zip({{"2024/表11.csv", table}, {"空.csv", ""}, {"c.csv", table}}));
  write("b.csv", kTable);
  write("z.zip",
        test::make_zip({{"inner.zip", test::make_zip({{"d.csv", table}})}, {"e.csv", table}}));
  const auto once = read(1);
  EXPECT_THAT(once, ElementsAre("a.zip!2024/表11.csv+: 1", "a.zip!空.csv+: document.empty",
                                "a.zip!c.csv: 1", "b.csv: 1", "z.zip!inner.zip+: archive.nested",
                                "z.zip!e.csv: 1"));
  EXPECT_EQ(read(3), once);
}

TEST_F(ReadAll, BeginsNothingOnceItIsAskedToStop) {
  for (const auto* name : {"a.csv", "b.csv", "c.csv", "d.csv"}) {
    write(name, kTable);
  }
  const auto inputs = find_inputs({folder_.path()}, "");
  ASSERT_TRUE(inputs);
  for (const unsigned jobs : {1U, 3U}) {
    std::stop_source stop;
    int given = 0;
    const auto read =
        read_all(*inputs, {.vocabulary = *vocabulary_, .stop = stop.get_token()}, jobs,
                 [&](const Input& /*input*/, const Result<Reading>& /*reading*/) {
                   stop.request_stop();
                   ++given;
                 });
    EXPECT_EQ(read, 1U) << jobs;
    EXPECT_EQ(given, 1) << jobs;
  }
}

}  // namespace
}  // namespace jiheng::app
