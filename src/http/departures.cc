#include "http/departures.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>
#include <utility>

namespace jiheng::http {
namespace {

/// What the event that ends the thread is called; sockets are counted from 1.
constexpr std::uint64_t kEnding = 0;

void add(int poll, int socket, std::uint64_t number, std::uint32_t events) {
  epoll_event event{.events = events, .data = {.u64 = number}};
  epoll_ctl(poll, EPOLL_CTL_ADD, socket, &event);
}

}  // namespace

Departures::Departures() : poll_(epoll_create1(EPOLL_CLOEXEC)), ending_(eventfd(0, EFD_CLOEXEC)) {
  add(poll_, ending_, kEnding, EPOLLIN);
  thread_ = std::thread([this] { work(); });
}

Departures::~Departures() {
  const std::uint64_t one = 1;
  static_cast<void>(!write(ending_, &one, sizeof one));
  thread_.join();
  close(ending_);
  close(poll_);
}

std::uint64_t Departures::watch(int socket, std::stop_source gone) {
  const std::scoped_lock lock(mutex_);
  const auto number = ++last_;
  watched_.emplace(number, Watched{.socket = socket, .gone = std::move(gone)});
  // What the client sends ahead is none of our business: only its end is asked for, once.
  add(poll_, socket, number, EPOLLRDHUP | EPOLLONESHOT);
  return number;
}

void Departures::forget(std::uint64_t number) {
  const std::scoped_lock lock(mutex_);
  if (const auto found = watched_.find(number); found != watched_.end()) {
    epoll_ctl(poll_, EPOLL_CTL_DEL, found->second.socket, nullptr);
    watched_.erase(found);
  }
}

void Departures::tell(std::uint64_t number) {
  std::optional<std::stop_source> gone;
  {
    const std::scoped_lock lock(mutex_);
    if (const auto found = watched_.find(number); found != watched_.end()) {
      gone = found->second.gone;
    }
  }
  // Not under the lock: who is told may take a moment.
  if (gone) {
    gone->request_stop();
  }
}

void Departures::work() {
  std::array<epoll_event, 16> events{};
  while (true) {
    const int count = epoll_wait(poll_, events.data(), static_cast<int>(events.size()), -1);
    if (count < 0 && errno != EINTR) {
      return;
    }
    for (int i = 0; i < count; ++i) {
      const auto number = events.at(static_cast<std::size_t>(i)).data.u64;
      if (number == kEnding) {
        return;
      }
      tell(number);
    }
  }
}

}  // namespace jiheng::http
