#include "base/clock.h"

#include <chrono>

namespace jiheng {

std::int64_t SystemClock::now_ms() const {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

}  // namespace jiheng
