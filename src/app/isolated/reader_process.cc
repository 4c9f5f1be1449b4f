#include "app/isolated/reader_process.h"

#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <iterator>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "app/isolated/confine.h"
#include "app/isolated/nursery.h"
#include "app/isolated/spawn.h"
#include "document/row_taker.h"
#include "document/wire.h"

namespace jiheng::app {
namespace {

using std::chrono::steady_clock;

/// A machine may be busy, and a program that does not start is not the document's fault.
constexpr std::chrono::seconds kStartPatience{60};

constexpr pid_t kGone = -1;

tl::unexpected<Error> too_much_memory() {
  return fail(ErrorCode::invalid_input, {"document.too_much_memory"});
}

std::size_t peak_of(const rusage& usage) {
  constexpr std::size_t kUnit = 1024;
  return static_cast<std::size_t>(usage.ru_maxrss) * kUnit;
}

std::size_t own_peak() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return peak_of(usage);
}

/// The memory a process holds now, in bytes.
std::size_t held_by(pid_t process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/statm");
  std::size_t addresses = 0;
  std::size_t resident = 0;
  file >> addresses >> resident;
  return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

/// This program out of the nursery, another one, and this where there is no nursery, by being
/// started.
Result<pid_t> start_reader(const ReaderLimits& limits, Channel theirs) {
  if (limits.program == kThisProgram) {
    if (const auto process = reader_of_nursery(limits.line_reader, theirs)) {
      return *process;
    }
  }
  return spawn_reader(limits.program, limits.line_reader, std::move(theirs));
}

/// Rows that nobody takes before the rest of an answer comes.
class RowCollector : public document::RowTaker {
 public:
  void begin() override {}

  void take(std::vector<document::Row> rows) override {
    std::ranges::move(rows, std::back_inserter(rows_));
  }

  /// Puts them where they belong; false where that is nowhere.
  template <typename Answer>
  [[nodiscard]] bool put_before(Result<Answer>& answer) {
    if constexpr (std::is_same_v<Answer, document::Content>) {
      if (answer && !answer->sheets.empty() && !rows_.empty()) {
        take(std::exchange(answer->sheets.front().rows, {}));
        answer->sheets.front().rows = std::move(rows_);
        return true;
      }
    }
    return rows_.empty() || !answer;
  }

 private:
  std::vector<document::Row> rows_{};
};

}  // namespace

Result<std::unique_ptr<ReaderProcess>> ReaderProcess::start(const ReaderLimits& limits) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    return not_started(errno);
  }
  Channel ours(ends[0], steady_clock::now() + kStartPatience);
  JH_TRY(const auto pid, start_reader(limits, Channel(ends[1])));
  std::unique_ptr<ReaderProcess> process(new ReaderProcess(pid, std::move(ours), limits));
  if (const auto ready = process->receive<document::Content>(nullptr); !ready) {
    // What is no reader at all dies without a word.
    return process->process_ == kGone ? not_started(ENOEXEC) : tl::unexpected(ready.error());
  }
  JH_TRY_DO(limit_process(pid, limits.memory));
  return process;
}

ReaderProcess::ReaderProcess(pid_t process, Channel channel, const ReaderLimits& limits)
    : process_(process),
      channel_(std::move(channel)),
      limits_(limits),
      inherited_peak_(own_peak()) {}

ReaderProcess::~ReaderProcess() {
  if (process_ != kGone) {
    static_cast<void>(bury(Channel::Outcome::ended));
  }
}

template <typename OneWish>
Result<typename OneWish::Answer> ReaderProcess::ask(std::string_view bytes, const OneWish& wish,
                                                    document::RowTaker* taker) {
  ++documents_;
  JH_TRY_DO(limit_computing(process_, limits_.patience));
  channel_.set_deadline(steady_clock::now() + limits_.patience);
  auto sent = send_head(channel_, RequestHead{.size = bytes.size(), .wish = wish});
  if (sent == Channel::Outcome::done) {
    sent = channel_.send(bytes);
  }
  if (sent != Channel::Outcome::done) {
    return bury(sent);
  }
  return receive<typename OneWish::Answer>(taker);
}

template Result<document::Content> ReaderProcess::ask(std::string_view, const ContentWish&,
                                                      document::RowTaker*);
template Result<document::Members> ReaderProcess::ask(std::string_view, const MembersWish&,
                                                      document::RowTaker*);
template Result<document::PageSizes> ReaderProcess::ask(std::string_view, const SizesWish&,
                                                        document::RowTaker*);
template Result<document::Picture> ReaderProcess::ask(std::string_view, const PictureWish&,
                                                      document::RowTaker*);

template <typename Answer>
Result<Answer> ReaderProcess::receive(document::RowTaker* taker) {
  RowCollector collector;
  std::string bytes;
  auto bytes_left = limits_.answer;
  auto memory_left = document::kMostFromWire;
  while (true) {
    JH_TRY(const auto part, receive_part(bytes, bytes_left));
    if (part == Part::last) {
      auto answer = document::part_from_wire<Answer>(bytes, memory_left);
      return answer && collector.put_before(*answer) ? *std::move(answer)
                                                     : bury(Channel::Outcome::done);
    }
    auto rows = document::part_from_wire<document::RowPart>(bytes, memory_left);
    if (part != Part::rows || !rows || !*rows) {
      return bury(Channel::Outcome::done);
    }
    (taker != nullptr ? *taker : collector).take(std::move((*rows)->rows));
  }
}

Result<Part> ReaderProcess::receive_part(std::string& bytes, std::size_t& left) {
  AnswerHead head;
  if (const auto outcome = receive_head(channel_, head); outcome != Channel::Outcome::done) {
    return bury(outcome);
  }
  if (head.size > left) {
    static_cast<void>(bury(Channel::Outcome::done));
    return too_much_memory();
  }
  left -= head.size;
  bytes.clear();
  if (const auto outcome = channel_.receive(bytes, head.size); outcome != Channel::Outcome::done) {
    return bury(outcome);
  }
  return head.part;
}

void ReaderProcess::interrupt() const {
  // The socket stays open, so that its number is nobody else's; both ends are told it is over.
  shutdown(channel_.socket(), SHUT_RDWR);
}

bool ReaderProcess::is_fit() const {
  if (process_ == kGone || documents_ >= limits_.documents) {
    return false;
  }
  // Address sanitizer keeps what was given back.
  if (kConfined && held_by(process_) > limits_.grown) {
    return false;
  }
  // Between documents nothing is said: whatever can be read now is the end, or out of turn.
  pollfd asked{.fd = channel_.socket(), .events = POLLIN, .revents = 0};
  return poll(&asked, 1, 0) == 0;
}

tl::unexpected<Error> ReaderProcess::bury(Channel::Outcome outcome) {
  int status = 0;
  rusage usage{};
  // What is dying already keeps the cause it dies of.
  kill(process_, SIGKILL);
  while (wait4(process_, &status, 0, &usage) < 0 && errno == EINTR) {
  }
  process_ = kGone;
  const bool computed = WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU;
  if (outcome == Channel::Outcome::late || computed) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(limits_.patience).count();
    return fail(ErrorCode::invalid_input, {"document.too_long", {std::to_string(seconds)}});
  }
  // A library that gets no memory often simply crashes: who died close to the limit died of it.
  const auto peak = peak_of(usage);
  if (kConfined && peak > inherited_peak_ && peak >= limits_.memory / 4 * 3) {
    return too_much_memory();
  }
  return fail(ErrorCode::invalid_input, {"document.reader_crashed"});
}

}  // namespace jiheng::app
