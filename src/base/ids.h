#pragma once

#include <cstdint>
#include <mutex>

#include "base/clock.h"

namespace jiheng {

/// Makes 64-bit ids without asking a database: 42 bits of milliseconds since 2020, 8 bits of node,
/// 13 bits of counter; positive, rising within a node. Safe from several threads.
class IdMaker {
 public:
  explicit IdMaker(const Clock& clock, std::uint8_t node = 0) : clock_(clock), node_(node) {}

  [[nodiscard]] std::int64_t next();

 private:
  const Clock& clock_;
  std::uint8_t node_;
  std::mutex mutex_{};
  std::int64_t last_ms_{};
  std::uint32_t counter_{};
};

}  // namespace jiheng
