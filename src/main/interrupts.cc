#include "main/interrupts.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <thread>

namespace jiheng {
namespace {

/// A signal handler may only write; a thread does what the signal is to do.
std::array<int, 2> told{-1, -1};  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

extern "C" void tell(int) {
  const int before = errno;
  const char one = 1;
  static_cast<void>(!write(told[1], &one, 1));
  errno = before;
}

void on(int signal) {
  struct sigaction action {};

  // Who started the program may have it ignore this (nohup): so it stays.
  if (sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN) {
    return;
  }
  action = {};
  action.sa_handler = tell;
  // The second one finds the system's own handler again.
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
  sigaction(signal, &action, nullptr);
}

}  // namespace

std::stop_token interrupts() {
  static std::stop_source stop;
  if (told[0] >= 0 || pipe(told.data()) != 0) {
    return stop.get_token();
  }
  // Waits until the program ends.
  std::thread([source = stop]() mutable {
    char byte = 0;
    while (read(told[0], &byte, 1) < 0 && errno == EINTR) {
    }
    source.request_stop();
  }).detach();
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    on(signal);
  }
  return stop.get_token();
}

}  // namespace jiheng
