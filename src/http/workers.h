#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace jiheng::http {

/// A few threads for what takes long, so that the threads that hold connections never wait.
class Workers {
 public:
  using Job = std::function<void()>;

  explicit Workers(unsigned threads);
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;
  Workers(Workers&&) = delete;
  Workers& operator=(Workers&&) = delete;
  /// Lets every job end that was added.
  ~Workers();

  /// Jobs start in the order they come and must not throw.
  void add(Job job);

 private:
  void work();

  std::mutex mutex_{};
  std::condition_variable changed_{};
  std::deque<Job> jobs_{};
  bool closing_{};
  std::vector<std::thread> threads_{};
};

}  // namespace jiheng::http
