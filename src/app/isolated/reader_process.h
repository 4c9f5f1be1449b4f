#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "app/isolated/channel.h"
#include "app/isolated/wish.h"
#include "base/result.h"

namespace jiheng::app {

/// This program, though its file be replaced.
inline constexpr const char* kThisProgram = "/proc/self/exe";

/// What is started to read documents, and what one document may take of it.
struct ReaderLimits {
  std::chrono::milliseconds patience{120'000};
  std::size_t memory{std::size_t{1} << 30U};    // bytes of addresses; not under sanitizers
  std::size_t answer{std::size_t{512} << 20U};  // bytes of the wire form
  std::size_t grown{std::size_t{256} << 20U};   // a process that keeps more is replaced
  unsigned documents{256};                      // so is one that read as many
  std::string program{kThisProgram};
  std::string line_reader{};  // see `run_reader`
};

/// A process that reads documents and paints their pages; it ends when this does. One thread at a
/// time.
class ReaderProcess {
 public:
  /// Starts `limits.program` and waits until it is ready. `limits` outlives it. The process ends
  /// when the calling *thread* does (see Starter).
  /// Errors  unavailable `document.reader_not_started`.
  [[nodiscard]] static Result<std::unique_ptr<ReaderProcess>> start(const ReaderLimits& limits);

  ReaderProcess(const ReaderProcess&) = delete;
  ReaderProcess& operator=(const ReaderProcess&) = delete;
  ReaderProcess(ReaderProcess&&) = delete;
  ReaderProcess& operator=(ReaderProcess&&) = delete;
  ~ReaderProcess();

  /// What a document gives, see `Wish`. Rows that come before the rest go to `taker`, or where
  /// there is none into the answer.
  /// Errors  what the reader says; invalid_input `document.reader_crashed`,
  ///         `document.too_much_memory`, `document.too_long` (args: seconds): unless the reader
  ///         said so itself the process is gone then.
  template <typename OneWish>
  [[nodiscard]] Result<typename OneWish::Answer> ask(std::string_view bytes, const OneWish& wish,
                                                     document::RowTaker* taker = nullptr);

  /// Lets the `ask` that another thread waits for end now, and with it the process.
  void interrupt() const;

  /// It lives, has read few documents and has not grown.
  [[nodiscard]] bool is_fit() const;

 private:
  ReaderProcess(pid_t process, Channel channel, const ReaderLimits& limits);

  template <typename Answer>
  [[nodiscard]] Result<Answer> receive(document::RowTaker* taker);
  /// What comes next; `bytes` is its wire form. `left` is what all of an answer may yet take.
  [[nodiscard]] Result<Part> receive_part(std::string& bytes, std::size_t& left);
  /// Ends the process and says what it died of.
  [[nodiscard]] tl::unexpected<Error> bury(Channel::Outcome outcome);

  pid_t process_;
  Channel channel_;
  const ReaderLimits& limits_;
  unsigned documents_{};
  /// A new process begins with the peak of the one that starts it.
  std::size_t inherited_peak_;
};

}  // namespace jiheng::app
