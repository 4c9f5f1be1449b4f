#include "app/isolated/spawn.h"

#include <spawn.h>

#include <array>
#include <csignal>

#include "app/isolated/confine.h"
#include "app/isolated/reader_main.h"

namespace jiheng::app {
namespace {

class FileActions {
 public:
  explicit FileActions(int socket) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_adddup2(&actions_, socket, 0);
    // Sanitizers report on standard error.
    posix_spawn_file_actions_addclosefrom_np(&actions_, kConfined ? 1 : 3);
  }

  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;
  FileActions(FileActions&&) = delete;
  FileActions& operator=(FileActions&&) = delete;

  ~FileActions() {
    posix_spawn_file_actions_destroy(&actions_);
  }

  [[nodiscard]] const posix_spawn_file_actions_t* get() const {
    return &actions_;
  }

 private:
  posix_spawn_file_actions_t actions_{};
};

/// No signal blocked or ignored, whatever the calling thread does with its own.
class Attributes {
 public:
  Attributes() {
    sigset_t signals{};
    posix_spawnattr_init(&attributes_);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(&attributes_, &signals);
    sigfillset(&signals);
    posix_spawnattr_setsigdefault(&attributes_, &signals);
  }

  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;
  Attributes(Attributes&&) = delete;
  Attributes& operator=(Attributes&&) = delete;

  ~Attributes() {
    posix_spawnattr_destroy(&attributes_);
  }

  [[nodiscard]] const posix_spawnattr_t* get() const {
    return &attributes_;
  }

 private:
  posix_spawnattr_t attributes_{};
};

}  // namespace

Result<pid_t> spawn_reader(std::string program, std::string line_reader, Channel theirs) {
  const FileActions actions(theirs.socket());
  const Attributes attributes;
  std::string mark(kReaderMark);
  const std::array<char*, 4> arguments{program.data(), mark.data(),
                                       line_reader.empty() ? nullptr : line_reader.data(), nullptr};
  // OpenMP, which Tesseract computes with, asks before anything else: threads are not allowed.
  std::string one_thread = "OMP_THREAD_LIMIT=1";
  const std::array<char*, 2> environment{line_reader.empty() ? nullptr : one_thread.data(),
                                         nullptr};
  pid_t process{};
  const int error = posix_spawn(&process, program.c_str(), actions.get(), attributes.get(),
                                arguments.data(), environment.data());
  return error == 0 ? Result<pid_t>(process) : not_started(error);
}

}  // namespace jiheng::app
