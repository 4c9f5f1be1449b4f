#include "cost.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iomanip>
#include <iostream>

namespace jiheng::bench {
namespace {

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

void fail(const std::string& why) {
  std::cerr << "bench: " << why << "\n";
  std::exit(1);
}

Cost run_once(const Words& words) {
  std::vector<char*> arguments;
  for (const auto& word : words) {
    arguments.push_back(const_cast<char*>(word.c_str()));
  }
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t process = 0;
  if (posix_spawnp(&process, arguments[0], &actions, nullptr, arguments.data(), environ) != 0) {
    fail("cannot start " + words[0]);
  }
  posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  rusage used{};
  wait4(process, &status, 0, &used);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    fail(words[0] + " " + words.back() + " failed");
  }
  return {.seconds = seconds_of(used.ru_utime) + seconds_of(used.ru_stime),
          .megabytes = static_cast<double>(used.ru_maxrss) / 1024};
}

Cost run(const Words& words) {
  constexpr int kRuns = 3;
  Cost least;
  for (int i = 0; i < kRuns; ++i) {
    const auto cost = run_once(words);
    least = {.seconds = std::min(least.seconds, cost.seconds),
             .megabytes = std::min(least.megabytes, cost.megabytes)};
  }
  return least;
}

void print(const std::string& name, double value, const std::string& unit) {
  std::cout << name << ": " << std::fixed << std::setprecision(2) << value << unit << std::endl;
}

}  // namespace jiheng::bench
