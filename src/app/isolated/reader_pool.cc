#include "app/isolated/reader_pool.h"

#include <algorithm>
#include <utility>

#include "document/row_taker.h"

namespace jiheng::app {

namespace {

tl::unexpected<Error> given_up() {
  return fail(ErrorCode::unavailable, {"document.given_up"});
}

}  // namespace

/// One of the pool's turns, given back at the end whatever happened; none when it was not waited
/// for to the end.
class ReaderPool::Turn {
 public:
  Turn(ReaderPool& pool, const std::stop_token& stop) : pool_(pool) {
    std::unique_lock lock(pool_.mutex_);
    has_ = pool_.changed_.wait(lock, stop, [this] { return pool_.turns_ > 0; }) &&
           !stop.stop_requested();
    pool_.turns_ -= has_ ? 1 : 0;
  }

  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  Turn(Turn&&) = delete;
  Turn& operator=(Turn&&) = delete;

  ~Turn() {
    const std::scoped_lock lock(pool_.mutex_);
    pool_.turns_ += has_ ? 1 : 0;
    pool_.changed_.notify_one();
  }

  [[nodiscard]] bool has() const {
    return has_;
  }

 private:
  ReaderPool& pool_;
  bool has_{};
};

ReaderPool::ReaderPool(unsigned processes, ReaderLimits limits)
    : limits_(std::move(limits)), turns_(std::max(1U, processes)) {}

template <typename OneWish>
Result<typename OneWish::Answer> ReaderPool::ask(std::string_view bytes, const OneWish& wish,
                                                 const std::stop_token& stop,
                                                 document::RowTaker* taker) {
  const Turn turn(*this, stop);
  if (!turn.has()) {
    return given_up();
  }
  JH_TRY(auto process, find());
  auto answer = [&] {
    const std::stop_callback interrupting(stop, [&process] { process->interrupt(); });
    return process->ask(bytes, wish, taker);
  }();
  if (process->is_fit()) {
    const std::scoped_lock lock(mutex_);
    idle_.push_back(std::move(process));
  }
  if (!answer && stop.stop_requested()) {
    return given_up();
  }
  return answer;
}

Result<document::Content> ReaderPool::read(std::string_view bytes, const document::Limits& limits,
                                           Scans scans, const std::stop_token& stop,
                                           document::RowTaker* taker) {
  if (taker != nullptr) {
    taker->begin();
  }
  return ask(bytes, ContentWish{.limits = limits, .scans = scans}, stop, taker);
}

Result<document::Members> ReaderPool::unpack(std::string_view bytes, const document::Limits& limits,
                                             const std::stop_token& stop) {
  return ask(bytes, MembersWish{.limits = limits}, stop);
}

Result<document::PageSizes> ReaderPool::sizes(std::string_view bytes, int from, int limit) {
  return ask(bytes, SizesWish{.from = from, .limit = limit});
}

Result<document::Picture> ReaderPool::picture(std::string_view bytes, int page, int width) {
  return ask(bytes, PictureWish{.page = page, .width = width});
}

ReaderPool::Process ReaderPool::take_idle() {
  const std::scoped_lock lock(mutex_);
  if (idle_.empty()) {
    if (!starter_) {
      starter_.emplace();
    }
    return nullptr;
  }
  auto process = std::move(idle_.back());
  idle_.pop_back();
  return process;
}

Result<ReaderPool::Process> ReaderPool::find() {
  // An idle one may have been ended meanwhile, for want of memory elsewhere.
  while (auto process = take_idle()) {
    if (process->is_fit()) {
      return process;
    }
  }
  Result<Process> started;
  starter_->run([&] { started = ReaderProcess::start(limits_); });
  return started;
}

document::PagePainter isolated_painter(unsigned processes) {
  ReaderLimits limits;
  limits.patience = std::chrono::seconds(30);
  const auto pool = std::make_shared<ReaderPool>(processes, limits);
  return {.sizes = [pool](std::string_view bytes, int from,
                          int limit) { return pool->sizes(bytes, from, limit); },
          .picture = [pool](std::string_view bytes, int page,
                            int width) { return pool->picture(bytes, page, width); }};
}

}  // namespace jiheng::app
