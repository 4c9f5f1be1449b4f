#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

namespace jiheng::app {

/// Hands out numbers to workers and gives their results back in order.
template <typename T>
class InOrder {
 public:
  InOrder(std::size_t count, std::size_t ahead, std::stop_token stop)
      : results_(count), ahead_(ahead), stop_(std::move(stop)) {}

  /// The next number to work on, waiting while too many results are unclaimed; none at the end.
  std::optional<std::size_t> claim() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, stop_,
                  [this] { return next_ >= results_.size() || next_ < taken_ + ahead_; });
    if (next_ >= results_.size() || stop_.stop_requested()) {
      return std::nullopt;
    }
    return next_++;
  }

  void put(std::size_t index, T result) {
    const std::scoped_lock lock(mutex_);
    results_[index].emplace(std::move(result));
    changed_.notify_all();
  }

  /// The result of a number; none once it is asked to stop.
  std::optional<T> take(std::size_t index) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, stop_, [&] { return results_[index].has_value(); });
    if (stop_.stop_requested()) {
      return std::nullopt;
    }
    auto result = std::exchange(results_[index], std::nullopt);
    taken_ = index + 1;
    changed_.notify_all();
    return result;
  }

 private:
  std::mutex mutex_{};
  std::condition_variable_any changed_{};
  std::vector<std::optional<T>> results_;
  std::size_t ahead_;
  std::stop_token stop_;
  std::size_t next_{};
  std::size_t taken_{};
};

/// Calls `work` with 0 … `count` - 1 from `jobs` threads, and `take` with what it gave from the
/// calling thread, in that order. At most 2 × `jobs` results wait in memory.
///
/// Once `stop` is asked for nothing more is taken, not even what was being worked on. Gives how
/// many were taken.
template <typename T, typename Work, typename Take>
std::size_t in_order(std::size_t count, unsigned jobs, const std::stop_token& stop,
                     const Work& work, const Take& take) {
  const std::size_t workers = std::clamp<std::size_t>(jobs, 1, std::max<std::size_t>(1, count));
  if (workers == 1) {
    for (std::size_t i = 0; i < count; ++i) {
      T result = work(i);
      if (stop.stop_requested()) {
        return i;
      }
      take(std::move(result));
    }
    return count;
  }
  InOrder<T> queue(count, 2 * workers, stop);
  std::vector<std::jthread> threads;
  for (std::size_t i = 0; i < workers; ++i) {
    threads.emplace_back([&queue, &work] {
      while (const auto index = queue.claim()) {
        queue.put(*index, work(*index));
      }
    });
  }
  for (std::size_t i = 0; i < count; ++i) {
    auto result = queue.take(i);
    if (!result) {
      return i;
    }
    take(*std::move(result));
  }
  return count;
}

}  // namespace jiheng::app
