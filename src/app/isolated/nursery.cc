#include "app/isolated/nursery.h"

#include <sched.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <utility>

#include "app/isolated/confine.h"
#include "app/isolated/reader_main.h"

namespace jiheng::app {
namespace {

constexpr int kNone = -1;
constexpr std::size_t kLongestPath = 4096;

/// The way to the nursery; there is one for the whole process.
struct Way {
  std::mutex mutex{};  // one asks at a time
  int socket{kNone};
};

Way& way() {
  static Way one;
  return one;
}

/// Bytes and the one file that goes along with them, as the kernel wants them.
class Message {
 public:
  Message(void* bytes, std::size_t size) : part_{.iov_base = bytes, .iov_len = size} {
    message_.msg_iov = &part_;
    message_.msg_iovlen = 1;
    message_.msg_control = room_.data();
    message_.msg_controllen = room_.size();
  }

  Message(const Message&) = delete;
  Message& operator=(const Message&) = delete;
  Message(Message&&) = delete;
  Message& operator=(Message&&) = delete;
  ~Message() = default;

  void put(int file) {
    auto* head = CMSG_FIRSTHDR(&message_);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(head), &file, sizeof(int));
  }

  /// The file that came along, `kNone` for none.
  [[nodiscard]] int file() const {
    const auto* head = CMSG_FIRSTHDR(&message_);
    int file = kNone;
    if (head != nullptr && head->cmsg_type == SCM_RIGHTS) {
      std::memcpy(&file, CMSG_DATA(head), sizeof(int));
    }
    return file;
  }

  [[nodiscard]] msghdr* raw() {
    return &message_;
  }

 private:
  iovec part_;
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> room_{};
  msghdr message_{};
};

/// A message holds a byte, so that it is never empty, and the path of what reads scans.
bool send_wish(int socket, const std::string& line_reader, int file) {
  std::string bytes = "r" + line_reader;
  Message message(bytes.data(), bytes.size());
  message.put(file);
  return sendmsg(socket, message.raw(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size());
}

struct WishForReader {
  std::string line_reader;
  int file{kNone};
};

/// Waits for the next one; nothing once nobody can ask any more.
std::optional<WishForReader> next_wish(int socket) {
  std::array<char, kLongestPath + 1> bytes{};
  Message message(bytes.data(), bytes.size());
  ssize_t size = 0;
  do {
    size = recvmsg(socket, message.raw(), MSG_CMSG_CLOEXEC);
  } while (size < 0 && errno == EINTR);
  if (size <= 0 || message.file() == kNone) {
    return std::nullopt;
  }
  return WishForReader{.line_reader = {bytes.data() + 1, static_cast<std::size_t>(size) - 1},
                       .file = message.file()};
}

/// Signals as they come to a process that is started.
void hear_signals(void (*handler)(int)) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    std::signal(signal, handler);
  }
}

[[noreturn]] void become_reader(const WishForReader& wish) {
  prctl(PR_SET_NAME, "jiheng-reader");
  hear_signals(SIG_DFL);
  if (dup2(wish.file, STDIN_FILENO) != STDIN_FILENO) {
    _exit(EXIT_FAILURE);
  }
  close_range(1, ~0U, 0);
  if (!wish.line_reader.empty()) {
    // OpenMP, which Tesseract computes with, asks before anything else: threads are not allowed.
    setenv("OMP_THREAD_LIMIT", "1", 1);
  }
  _exit(run_reader(wish.line_reader));
}

/// A copy whose parent is the one of this process: who asked for it waits for it and limits it.
pid_t copy_for_parent() {
  return static_cast<pid_t>(
      syscall(SYS_clone, CLONE_PARENT | SIGCHLD, nullptr, nullptr, nullptr, nullptr));
}

/// In this process alone: its parent goes on with what it was given.
void forget(std::span<char* const> arguments) {
  const auto wipe = [](char* text) { std::memset(text, 0, std::strlen(text)); };
  for (char* const argument : arguments.subspan(std::min<std::size_t>(1, arguments.size()))) {
    wipe(argument);
  }
  for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable) {
    wipe(*variable);
  }
  clearenv();
}

[[noreturn]] void nurse(int socket, std::span<char* const> arguments) {
  forget(arguments);
  prctl(PR_SET_NAME, "jiheng-nursery");
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  // What ends the program by a key ends it in its own way; this ends with it.
  hear_signals(SIG_IGN);
  constexpr int kPlace = 3;
  if (socket != kPlace) {
    dup2(socket, kPlace);
  }
  close_range(0, kPlace - 1, 0);
  close_range(kPlace + 1, ~0U, 0);
  while (const auto wish = next_wish(kPlace)) {
    const pid_t process = copy_for_parent();
    if (process == 0) {
      become_reader(*wish);
    }
    close(wish->file);
    if (send(kPlace, &process, sizeof(process), MSG_NOSIGNAL) != sizeof(process)) {
      break;
    }
  }
  _exit(EXIT_SUCCESS);
}

}  // namespace

Nursery::Nursery(std::span<char* const> arguments) {
  std::array<int, 2> ends{};
  if (!kConfined || socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    return;
  }
  process_ = fork();
  if (process_ == 0) {
    nurse(ends[1], arguments);
  }
  close(ends[1]);
  if (process_ < 0) {
    close(ends[0]);
    return;
  }
  way().socket = ends[0];
}

Nursery::~Nursery() {
  const std::scoped_lock lock(way().mutex);
  if (way().socket != kNone) {
    close(std::exchange(way().socket, kNone));
  }
  if (process_ > 0) {
    while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
}

std::optional<pid_t> reader_of_nursery(const std::string& line_reader, const Channel& theirs) {
  const std::scoped_lock lock(way().mutex);
  auto& socket = way().socket;
  if (socket == kNone || line_reader.size() > kLongestPath) {
    return std::nullopt;
  }
  pid_t process = 0;
  const bool answered = send_wish(socket, line_reader, theirs.socket()) &&
                        recv(socket, &process, sizeof(process), 0) == sizeof(process);
  if (!answered) {
    // It is gone; from now on the program is started.
    close(socket);
    socket = kNone;
  }
  return answered && process > 0 ? std::optional(process) : std::nullopt;
}

}  // namespace jiheng::app
