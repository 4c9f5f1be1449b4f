#pragma once

#include <atomic>
#include <cstdint>

namespace jiheng {

/// Time, given by main; tests set it.
class Clock {
 public:
  virtual ~Clock() = default;
  /// Milliseconds since 1970-01-01 UTC.
  [[nodiscard]] virtual std::int64_t now_ms() const = 0;
};

class SystemClock final : public Clock {
 public:
  [[nodiscard]] std::int64_t now_ms() const override;
};

/// Stands still until told otherwise.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(std::int64_t now) : now_(now) {}

  [[nodiscard]] std::int64_t now_ms() const override {
    return now_;
  }

  void set(std::int64_t now) {
    now_ = now;
  }

 private:
  std::atomic<std::int64_t> now_;
};

}  // namespace jiheng
