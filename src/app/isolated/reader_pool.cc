#include "app/isolated/reader_pool.h"

#include <algorithm>
#include <utility>

namespace jiheng::app {

/// One of the pool's turns, given back at the end whatever happened.
class ReaderPool::Turn {
 public:
  explicit Turn(ReaderPool& pool) : pool_(pool) {
    std::unique_lock lock(pool_.mutex_);
    pool_.changed_.wait(lock, [this] { return pool_.turns_ > 0; });
    --pool_.turns_;
  }

  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  Turn(Turn&&) = delete;
  Turn& operator=(Turn&&) = delete;

  ~Turn() {
    const std::scoped_lock lock(pool_.mutex_);
    ++pool_.turns_;
    pool_.changed_.notify_one();
  }

 private:
  ReaderPool& pool_;
};

ReaderPool::ReaderPool(unsigned processes, ReaderLimits limits)
    : limits_(std::move(limits)), turns_(std::max(1U, processes)) {}

Result<document::Content> ReaderPool::read(std::string_view bytes, const document::Limits& limits) {
  const Turn turn(*this);
  JH_TRY(auto process, find());
  auto content = process->read(bytes, limits);
  if (process->is_fit()) {
    const std::scoped_lock lock(mutex_);
    idle_.push_back(std::move(process));
  }
  return content;
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

document::ContentReader isolated_reader(unsigned processes) {
  // Shared because a std::function is copied, and all its copies read with the same processes.
  const auto pool = std::make_shared<ReaderPool>(processes);
  return [pool](std::string_view bytes, const document::Limits& limits) {
    return pool->read(bytes, limits);
  };
}

}  // namespace jiheng::app
