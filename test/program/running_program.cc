#include "running_program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <utility>

namespace jiheng::test {

RunningProgram::RunningProgram(const std::vector<std::string>& arguments, std::string said_file)
    : said_file_(std::move(said_file)) {
  std::vector<std::string> all{JIHENG_PROGRAM};
  all.insert(all.end(), arguments.begin(), arguments.end());
  std::vector<char*> values;
  for (auto& argument : all) {
    values.push_back(argument.data());
  }
  values.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, said_file_.c_str(),
                                   O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (posix_spawn(&process_, JIHENG_PROGRAM, &actions, nullptr, values.data(), environ) != 0) {
    std::abort();
  }
  posix_spawn_file_actions_destroy(&actions);
}

RunningProgram::~RunningProgram() {
  if (process_ != 0) {
    signal(SIGKILL);
    wait();
  }
}

void RunningProgram::signal(int number) const {
  kill(process_, number);
}

int RunningProgram::wait() {
  int status = 0;
  while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
  process_ = 0;
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

std::string RunningProgram::said() const {
  return bytes_of(said_file_);
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace jiheng::test
