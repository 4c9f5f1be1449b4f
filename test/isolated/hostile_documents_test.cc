// The real program on documents made to harm: each gives one clear message, and the good one
// beside it is read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "app/isolated/confine.h"
#include "made_pdf.h"

namespace jiheng {
namespace {

namespace fs = std::filesystem;

using testing::HasSubstr;
using testing::Not;

constexpr const char* kGood =
    "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位\n"
    "甲局,乙项目,产出指标,数量指标,培训人数,≥,5,人\n";

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Ran {
  int exit;
  std::string out;
  std::string err;
};

class HostileDocument : public testing::Test {
 protected:
  HostileDocument() {
    fs::create_directories(folder_ / "documents");
    put("good.csv", kGood);
  }

  ~HostileDocument() override {
    fs::remove_all(folder_);
  }

  HostileDocument(const HostileDocument&) = delete;
  HostileDocument& operator=(const HostileDocument&) = delete;
  HostileDocument(HostileDocument&&) = delete;
  HostileDocument& operator=(HostileDocument&&) = delete;

  void put(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / "documents" / name, std::ios::binary) << bytes;
  }

  [[nodiscard]] Ran extract(const std::string& options = "") const {
    const auto out = (folder_ / "out").string();
    const auto err = (folder_ / "err").string();
    const auto status =
        std::system((std::string(JIHENG_PROGRAM) + " extract --lang en " +
                     (folder_ / "documents").string() + " " + options + " >" + out + " 2>" + err)
                        .c_str());
    return {WEXITSTATUS(status), content_of(out), content_of(err)};
  }

  const fs::path folder_ =
      fs::temp_directory_path() / ("jiheng-hostile." + std::to_string(getpid()));
};

struct Hostile {
  const char* test_name;
  const char* file;
  std::string (*make)();
  const char* message;
};

class OneHostileDocument : public HostileDocument, public testing::WithParamInterface<Hostile> {};

TEST_P(OneHostileDocument, IsExplainedAndHarmsNoOther) {
  put(GetParam().file, GetParam().make());
  const auto ran = extract();
  EXPECT_EQ(ran.exit, 1);
  EXPECT_THAT(ran.out, HasSubstr("培训人数"));
  const auto complaint = std::string("/") + GetParam().file;
  const auto at = ran.err.find(complaint);
  ASSERT_NE(at, std::string::npos) << ran.err;
  EXPECT_THAT(ran.err.substr(at, ran.err.find('\n', at) - at), HasSubstr(GetParam().message));
  EXPECT_EQ(ran.err.find(complaint, at + 1), std::string::npos) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("\n1 documents"));
}

INSTANTIATE_TEST_SUITE_P(
    All, OneHostileDocument,
    testing::Values(
        Hostile{"Empty", "empty.pdf", [] { return std::string(); }, "the file is empty"},
        Hostile{"CutToItsFirstLine", "cut.pdf",
                [] { return test::pdf_of_lines(1, 1).substr(0, 9); }, "PDF file is broken"},
        Hostile{"OnlyItsMark", "mark.pdf", [] { return "%PDF-1.7\n" + std::string(4096, '\xFE'); },
                "PDF file is broken"},
        Hostile{"PagesInALoop", "loop.pdf", test::pdf_in_a_loop, "PDF file is broken"},
        Hostile{"BehindAPassword", "locked.pdf", test::pdf_behind_a_password,
                "protected by a password"},
        Hostile{"TooManyPages", "long.pdf", [] { return test::pdf_of_lines(20'001, 0); },
                "20001 pages, more than the limit of 20000"},
        Hostile{"ZipBomb", "bomb.xlsx", [] { return "PK\x03\x04" + std::string(1 << 20, '\0'); },
                "ZIP"}),
    [](const auto& tested) { return tested.param.test_name; });

// What the program opens first would otherwise be its standard input.
TEST_F(HostileDocument, AStandardInputThatIsClosedIsNotWaitedFor) {
  const auto err = (folder_ / "err").string();
  const auto status = std::system((std::string("timeout 20 ") + JIHENG_PROGRAM +
                                   " extract - --name x.txt <&- >/dev/null 2>" + err)
                                      .c_str());
  EXPECT_NE(WEXITSTATUS(status), 124) << "it waited";
  EXPECT_NE(WEXITSTATUS(status), 0);
  EXPECT_THAT(content_of(err), Not(HasSubstr("bug")));
}

TEST_F(HostileDocument, CutAnywhereIsReadOrExplained) {
  const auto whole = test::pdf_of_lines(3, 3);
  for (std::size_t i = 1; i <= 20; ++i) {
    put("cut" + std::to_string(i) + ".pdf", whole.substr(0, whole.size() * i / 21));
  }
  const auto ran = extract();
  EXPECT_THAT(ran.out, HasSubstr("培训人数"));
  EXPECT_THAT(ran.err, Not(HasSubstr("stopped")));
}

TEST_F(HostileDocument, TenThousandPagesAreReadInSecondsWithFlatMemory) {
  put("long.pdf", test::pdf_of_lines(10'000, 1));
  const auto ran = extract();
  EXPECT_EQ(ran.exit, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("10000 pages"));
  if (app::kConfined) {
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    EXPECT_LT(usage.ru_utime.tv_sec, 15);
    EXPECT_LT(usage.ru_maxrss, 200 << 10);
  }
}

/// Processes that `parent` started and that still run.
std::vector<pid_t> children_of(pid_t parent) {
  std::vector<pid_t> found;
  for (const auto& entry : fs::directory_iterator("/proc")) {
    if (entry.path().filename().string().find_first_not_of("0123456789") != std::string::npos) {
      continue;
    }
    // "42 (name) S 41 …": number, name, state, parent.
    const auto line = content_of(entry.path() / "stat");
    std::istringstream rest(line.substr(std::min(line.rfind(')') + 1, line.size())));
    char state{};
    pid_t its_parent{};
    if (rest >> state >> its_parent && its_parent == parent && state != 'Z') {
      found.push_back(std::stoi(line));
    }
  }
  return found;
}

template <typename Condition>
bool becomes(Condition condition) {
  for (int i = 0; i < 600 && !condition(); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  return condition();
}

TEST_F(HostileDocument, ItsReaderEndsWithTheProgram) {
  put("endless.pdf", test::pdf_without_end());
  const auto documents = (folder_ / "documents").string();
  const pid_t program = fork();
  if (program == 0) {
    execl(JIHENG_PROGRAM, "jiheng", "extract", documents.c_str(), "--output",
          (folder_ / "out").c_str(), nullptr);
    _exit(127);
  }
  ASSERT_TRUE(becomes([&] { return !children_of(program).empty(); }));
  const auto reader = children_of(program).front();
  kill(program, SIGKILL);
  waitpid(program, nullptr, 0);
  EXPECT_TRUE(becomes([&] {
    const auto line = content_of("/proc/" + std::to_string(reader) + "/stat");
    return line.empty() || line.find(") Z") != std::string::npos;
  }));
}

TEST_F(HostileDocument, OutputDoesNotDependOnTheNumberOfJobs) {
  for (int i = 0; i < 12; ++i) {
    put("a" + std::to_string(i) + ".pdf", test::pdf_of_lines(1 + i % 3, 2));
    put("b" + std::to_string(i) + ".csv", kGood);
  }
  put("c.pdf", test::pdf_in_a_loop());
  const auto one = extract("--jobs 1");
  const auto many = extract("--jobs 5");
  EXPECT_EQ(one.out, many.out);
  EXPECT_EQ(one.err, many.err);
  EXPECT_EQ(one.exit, 1);
}

}  // namespace
}  // namespace jiheng
