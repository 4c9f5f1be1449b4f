#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/isolated/wish.h"

namespace jiheng::app {

/// One end of the socket between this program and a reader process; closes it at its end.
class Channel {
 public:
  using Time = std::chrono::steady_clock::time_point;
  /// Everything went through; the other end is gone; it was too late.
  enum class Outcome { done, ended, late };

  explicit Channel(int socket, Time deadline = Time::max())
      : socket_(socket), deadline_(deadline) {}

  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;
  Channel(Channel&& other) noexcept;
  Channel& operator=(Channel&& other) noexcept;
  ~Channel();

  /// Until when the calls that follow may take.
  void set_deadline(Time deadline) {
    deadline_ = deadline;
  }

  [[nodiscard]] Outcome send(std::string_view bytes) const;
  /// Exactly `size` bytes, appended to `into`. Memory is touched only as bytes come.
  [[nodiscard]] Outcome receive(std::string& into, std::size_t size) const;

  [[nodiscard]] int socket() const {
    return socket_;
  }

 private:
  [[nodiscard]] Outcome wait(short events) const;

  int socket_;
  Time deadline_;
};

// What goes through it. Both ends are the same program, so a head is its memory.

/// Before the bytes of a document.
struct RequestHead {
  std::uint64_t size{};
  Wish wish{};
};

/// Whether an answer is the last to its wish, or rows (`document::RowPart`) that come before it.
enum class Part : std::uint64_t { last, rows };

/// Before the wire form of what the wish gave. The first answer comes unasked, when the process is
/// ready: no content, or the Error that keeps it from reading.
struct AnswerHead {
  std::uint64_t size{};
  Part part{};
};

template <typename Head>
[[nodiscard]] Channel::Outcome send_head(const Channel& channel, const Head& head) {
  static_assert(std::is_trivially_copyable_v<Head>);
  return channel.send({reinterpret_cast<const char*>(&head), sizeof(head)});
}

template <typename Head>
[[nodiscard]] Channel::Outcome receive_head(const Channel& channel, Head& head) {
  static_assert(std::is_trivially_copyable_v<Head>);
  std::string bytes;
  const auto outcome = channel.receive(bytes, sizeof(head));
  if (outcome == Channel::Outcome::done) {
    bytes.copy(reinterpret_cast<char*>(&head), sizeof(head));
  }
  return outcome;
}

}  // namespace jiheng::app
