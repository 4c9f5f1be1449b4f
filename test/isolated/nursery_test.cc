// Reader processes that are copies of this one as it was at its start.
#include "app/isolated/nursery.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <string>

#include "app/isolated/confine.h"
#include "app/isolated/reader_pool.h"

namespace jiheng::app {
namespace {

#define NEEDS_NURSERY()                                      \
  if (!kConfined) {                                          \
    GTEST_SKIP() << "under sanitizers programs are started"; \
  }

/// The value of a line of /proc/PID/status.
std::string status_of(pid_t process, const std::string& name) {
  std::ifstream file("/proc/" + std::to_string(process) + "/status");
  for (std::string word; file >> word;) {
    if (word == name + ":") {
      file >> word;
      return word;
    }
  }
  return "";
}

struct Started {
  std::optional<pid_t> process;
  Channel channel;
};

Started start_one() {
  std::array<int, 2> ends{};
  EXPECT_EQ(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0);
  const Channel theirs(ends[1]);
  return {reader_of_nursery("", theirs), Channel(ends[0])};
}

TEST(Nursery, GivesChildrenOfThisProcessThatGaveUpTheirCalls) {
  NEEDS_NURSERY();
  const Nursery nursery({});
  pid_t process = 0;
  {
    const auto started = start_one();
    ASSERT_TRUE(started.process);
    process = *started.process;
    EXPECT_EQ(status_of(process, "PPid"), std::to_string(getpid()));
    AnswerHead head;
    ASSERT_EQ(receive_head(started.channel, head), Channel::Outcome::done);
    EXPECT_EQ(status_of(process, "Seccomp"), "2");
  }
  // Nobody is there any more: it ends, and is this process's to bury.
  int status = 0;
  EXPECT_EQ(waitpid(process, &status, 0), process);
  EXPECT_TRUE(WIFEXITED(status));
}

TEST(Nursery, ReadsDocuments) {
  NEEDS_NURSERY();
  const Nursery nursery({});
  ReaderPool pool(2);
  const std::string page = "<html><table><tr><td>甲</td><td>乙</td></tr></table></html>";
  for (int i = 0; i < 3; ++i) {
    const auto content = pool.read(page, {});
    ASSERT_TRUE(content);
    ASSERT_EQ(content->sheets.size(), 1U);
    EXPECT_EQ(content->sheets[0].rows.at(0).cells.at(1).text, "乙");
  }
}

TEST(Nursery, EndsWithWhoMadeIt) {
  NEEDS_NURSERY();
  { const Nursery nursery({}); }
  EXPECT_FALSE(start_one().process);
}

}  // namespace
}  // namespace jiheng::app
