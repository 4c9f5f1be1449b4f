#include "app/isolated/starter.h"

namespace jiheng::app {

Starter::Starter() : thread_([this] { work(); }) {}

Starter::~Starter() {
  {
    const std::scoped_lock lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Starter::run(const std::function<void()>& task) {
  const std::scoped_lock turn(turn_);
  std::unique_lock lock(mutex_);
  task_ = &task;
  changed_.notify_all();
  changed_.wait(lock, [this] { return task_ == nullptr; });
}

void Starter::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return ending_ || task_ != nullptr; });
    if (task_ == nullptr) {
      return;
    }
    (*task_)();
    task_ = nullptr;
    changed_.notify_all();
  }
}

}  // namespace jiheng::app
