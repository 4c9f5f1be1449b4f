#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace jiheng::app {

/// Does one thing at a time on one thread that lives as long as the Starter.
///
/// The kernel ends a child that asked for it (PR_SET_PDEATHSIG) together with the *thread* that
/// started it. Threads that read documents come and go; this one stays until no child is needed.
class Starter {
 public:
  Starter();
  Starter(const Starter&) = delete;
  Starter& operator=(const Starter&) = delete;
  Starter(Starter&&) = delete;
  Starter& operator=(Starter&&) = delete;
  ~Starter();

  /// Returns when `task` is done. Safe from several threads; `task` must not throw.
  void run(const std::function<void()>& task);

 private:
  void work();

  std::mutex turn_;  // whose task it is
  std::mutex mutex_;
  std::condition_variable changed_;
  const std::function<void()>* task_{};
  bool ending_{};
  std::thread thread_;
};

}  // namespace jiheng::app
