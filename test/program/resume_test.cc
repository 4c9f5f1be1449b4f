// A long extraction that is killed goes on where it stopped, and ends with the same bytes.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include "running_program.h"
#include "scratch_folder.h"
#include "zip_writer.h"

namespace jiheng::test {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

std::string table(const std::string& agency, int rows) {
  std::string text = "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位\n";
  for (int row = 0; row < rows; ++row) {
    text += agency + ",项目A,产出指标,数量指标,培训场次" + std::to_string(row) + ",≥,5,场\n";
  }
  return text;
}

/// A folder whose fifth file is a pipe: who reads it waits there until something is written.
class Resume : public testing::Test {
 protected:
  void SetUp() override {
    fs::create_directory(folder_ / "in");
    for (int i = 1; i <= 4; ++i) {
      write("0" + std::to_string(i) + ".csv", table("局" + std::to_string(i), 20));
    }
    write("06.zip", make_zip({{"甲.csv", table("甲局", 3)}, {"坏.csv", ""}}));
    write("07.csv", table("局7", 20));
    block();
  }

  [[nodiscard]] std::string in(const std::string& name) const {
    return folder_ / ("in/" + name);
  }

  void write(const std::string& name, const std::string& bytes) const {
    fs::remove(in(name));
    std::ofstream(in(name), std::ios::binary) << bytes;
  }

  void block() const {
    fs::remove(in("05.csv"));
    ASSERT_EQ(mkfifo(in("05.csv").c_str(), 0600), 0);
  }

  void unblock() const {
    write("05.csv", table("局5", 20));
  }

  /// Every file by name: in a folder a pipe is no document.
  [[nodiscard]] std::vector<std::string> command(const std::string& output,
                                                 const std::string& jobs = "1") const {
    std::vector<std::string> arguments{"extract"};
    for (const auto* name : {"01", "02", "03", "04", "05", "07"}) {
      arguments.push_back(in(std::string(name) + ".csv"));
    }
    arguments.insert(arguments.end(),
                     {in("06.zip"), "--lang", "en", "--jobs", jobs, "--output", folder_ / output,
                      "--report", folder_ / (output + ".report")});
    return arguments;
  }

  /// Runs a command to its end; what it said.
  std::string run(const std::string& output, const std::string& jobs = "1") {
    RunningProgram program(command(output, jobs), folder_ / "said");
    exit_ = program.wait();
    return program.said();
  }

  /// Waits until the four files before the pipe are in the journal.
  void wait_for_journal(const std::string& output, int documents = 4) const {
    const auto end = std::chrono::steady_clock::now() + 60s;
    const auto counted = [&] {
      const auto bytes = bytes_of(folder_ / (output + ".journal"));
      int count = 0;
      for (auto at = bytes.find(in("")); at != std::string::npos; at = bytes.find(in(""), at + 1)) {
        ++count;
      }
      // Source in its own field, in every row and in the report's line.
      return count / (20 + 2);
    };
    while (counted() < documents) {
      ASSERT_LT(std::chrono::steady_clock::now(), end) << counted();
      std::this_thread::sleep_for(20ms);
    }
  }

  /// A run that is killed while it waits at the pipe.
  void kill_in_the_middle(const std::string& output, const std::string& jobs = "1") {
    RunningProgram program(command(output, jobs), folder_ / "said");
    wait_for_journal(output);
    program.signal(SIGKILL);
    EXPECT_EQ(program.wait(), -SIGKILL);
  }

  /// What an uninterrupted run writes.
  void expect_as_uninterrupted(const std::string& output) {
    run("whole.csv", "3");
    EXPECT_FALSE(bytes_of(folder_ / "whole.csv").empty());
    EXPECT_EQ(bytes_of(folder_ / output), bytes_of(folder_ / "whole.csv"));
    EXPECT_EQ(bytes_of(folder_ / (output + ".report")), bytes_of(folder_ / "whole.csv.report"));
    for (const auto* rest : {".journal", ".part", ".report.part"}) {
      EXPECT_FALSE(fs::exists(folder_ / (output + rest))) << rest;
    }
  }

  ScratchFolder folder_{};
  int exit_{};
};

TEST_F(Resume, GoesOnAfterAKillAndGivesTheSameBytes) {
  kill_in_the_middle("out.csv");
  EXPECT_FALSE(fs::exists(folder_ / "out.csv")) << "nothing half-written";
  unblock();
  const auto said = run("out.csv", "2");
  EXPECT_EQ(exit_, 1) << "the empty document of the archive is still an error";
  EXPECT_THAT(said, HasSubstr("4 documents were read then"));
  EXPECT_THAT(said, HasSubstr("7 documents, 0 pages, 7 tables, 123 indicators"));
  expect_as_uninterrupted("out.csv");
}

TEST_F(Resume, AnOlderOutputStaysUntilTheNewOneIsWhole) {
  std::ofstream(folder_ / "out.csv") << "older";
  kill_in_the_middle("out.csv", "3");
  EXPECT_EQ(bytes_of(folder_ / "out.csv"), "older");
  unblock();
  run("out.csv");
  expect_as_uninterrupted("out.csv");
}

TEST_F(Resume, ReadsAgainWhatHasChanged) {
  kill_in_the_middle("out.csv");
  unblock();
  write("02.csv", table("另一局", 2));
  const auto said = run("out.csv");
  EXPECT_THAT(said, HasSubstr("105 indicators"));
  EXPECT_THAT(bytes_of(folder_ / "out.csv"), HasSubstr("另一局"));
  EXPECT_THAT(bytes_of(folder_ / "out.csv"), Not(HasSubstr("局2,")));
  expect_as_uninterrupted("out.csv");
}

TEST_F(Resume, AJournalOfOtherSettingsOrSpoiledBytesIsNotBelieved) {
  kill_in_the_middle("out.csv");
  unblock();
  const auto path = folder_ / "out.csv.journal";
  auto bytes = bytes_of(path);
  // A row of the second document says something else now, and a crash left half an entry.
  const auto second = bytes.find("局2");
  ASSERT_NE(second, std::string::npos);
  bytes.replace(second, 3, "假");
  std::ofstream(path, std::ios::binary) << bytes << "000000009999 half";
  const auto said = run("out.csv");
  EXPECT_THAT(said, HasSubstr("1 documents were read then"));
  expect_as_uninterrupted("out.csv");

  block();
  kill_in_the_middle("out.csv");
  unblock();
  auto other = command("out.csv");
  other.insert(other.end(), {"--format", "jsonl"});
  RunningProgram program(other, folder_ / "said");
  program.wait();
  EXPECT_THAT(program.said(), Not(HasSubstr("read then")));
  EXPECT_THAT(bytes_of(folder_ / "out.csv"), testing::StartsWith("{"));
}

TEST_F(Resume, AnInterruptEndsCleanlyAndSaysHowToGoOn) {
  for (const int number : {SIGINT, SIGTERM}) {
    block();
    fs::remove(folder_ / "out.csv.journal");
    RunningProgram program(command("out.csv", "2"), folder_ / "said");
    wait_for_journal("out.csv");
    program.signal(number);
    std::this_thread::sleep_for(100ms);
    // Lets go of who waits for the pipe.
    close(open(in("05.csv").c_str(), O_WRONLY | O_NONBLOCK));
    EXPECT_EQ(program.wait(), 130);
    EXPECT_THAT(program.said(), HasSubstr("interrupted after 4 of 7 files"));
    EXPECT_THAT(program.said(), HasSubstr("Run the same command again"));
    EXPECT_FALSE(fs::exists(folder_ / "out.csv"));
    EXPECT_FALSE(fs::exists(folder_ / "out.csv.part"));
  }
  unblock();
  run("out.csv");
  expect_as_uninterrupted("out.csv");
}

TEST_F(Resume, TwoRunsDoNotWriteTheSameOutput) {
  RunningProgram first(command("out.csv"), folder_ / "said first");
  wait_for_journal("out.csv");
  const auto said = run("out.csv");
  EXPECT_EQ(exit_, 1);
  EXPECT_THAT(said, HasSubstr("another jiheng is writing the same output file"));
  EXPECT_TRUE(fs::exists(folder_ / "out.csv.journal"));
}

TEST_F(Resume, WorkingFilesInTheFolderAreNoDocuments) {
  unblock();
  run("plain.csv");
  for (const auto* rest : {"in/out.csv.part", "in/out.csv.journal", "in/out.csv.report.part"}) {
    std::ofstream(folder_ / rest) << table("残局", 1);
  }
  RunningProgram program({"extract", in(""), "--output", folder_ / "in/out.csv", "--report",
                          folder_ / "in/out.csv.report"},
                         folder_ / "said");
  program.wait();
  EXPECT_THAT(bytes_of(folder_ / "in/out.csv"), HasSubstr("局7"));
  EXPECT_THAT(bytes_of(folder_ / "in/out.csv"), Not(HasSubstr("残局")));
}

}  // namespace
}  // namespace jiheng::test
