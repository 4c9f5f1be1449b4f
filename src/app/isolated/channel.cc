#include "app/isolated/channel.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace jiheng::app {
namespace {

/// What `poll` takes: -1 for ever.
int milliseconds_until(Channel::Time deadline) {
  if (deadline == Channel::Time::max()) {
    return -1;
  }
  // A wait ends early rather than overflow; the caller asks again.
  constexpr std::chrono::milliseconds kMost{60'000};
  const auto left =
      std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
  return static_cast<int>(std::clamp(left, std::chrono::milliseconds{0}, kMost).count());
}

bool is_passing(int error) {
  return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

}  // namespace

Channel::Channel(Channel&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), deadline_(other.deadline_) {}

Channel& Channel::operator=(Channel&& other) noexcept {
  std::swap(socket_, other.socket_);
  std::swap(deadline_, other.deadline_);
  return *this;
}

Channel::~Channel() {
  if (socket_ >= 0) {
    close(socket_);
  }
}

Channel::Outcome Channel::wait(short events) const {
  // The time is asked first: an end that always has one more byte is late too.
  while (std::chrono::steady_clock::now() < deadline_) {
    pollfd asked{.fd = socket_, .events = events, .revents = 0};
    const int ready = poll(&asked, 1, milliseconds_until(deadline_));
    if (ready > 0) {
      return Outcome::done;
    }
    if (ready < 0 && errno != EINTR) {
      return Outcome::ended;
    }
  }
  return Outcome::late;
}

Channel::Outcome Channel::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    if (const auto waited = wait(POLLOUT); waited != Outcome::done) {
      return waited;
    }
    const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent < 0 && !is_passing(errno)) {
      return Outcome::ended;
    }
    bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(sent, 0)));
  }
  return Outcome::done;
}

Channel::Outcome Channel::receive(std::string& into, std::size_t size) const {
  constexpr std::size_t kBlock = std::size_t{1} << 18U;
  into.reserve(into.size() + size);
  while (size > 0) {
    if (const auto waited = wait(POLLIN); waited != Outcome::done) {
      return waited;
    }
    const auto before = into.size();
    const auto block = std::min(size, kBlock);
    into.resize(before + block);
    const auto taken = recv(socket_, into.data() + before, block, MSG_DONTWAIT);
    const bool over = taken == 0 || (taken < 0 && !is_passing(errno));
    const auto gained = static_cast<std::size_t>(std::max<ssize_t>(taken, 0));
    into.resize(before + gained);
    size -= gained;
    if (over) {
      return Outcome::ended;
    }
  }
  return Outcome::done;
}

}  // namespace jiheng::app
