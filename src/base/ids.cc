#include "base/ids.h"

#include <algorithm>

namespace jiheng {

namespace {

constexpr std::int64_t kStartOf2020 = 1'577'836'800'000;
constexpr std::uint32_t kCounterEnd = 1U << 13U;

}  // namespace

std::int64_t IdMaker::next() {
  const std::scoped_lock lock(mutex_);
  // A clock set back must not repeat ids: time never falls, and a full counter borrows the next
  // millisecond.
  const auto now = std::max<std::int64_t>(clock_.now_ms() - kStartOf2020, 1);
  if (now > last_ms_) {
    last_ms_ = now;
    counter_ = 0;
  } else if (++counter_ == kCounterEnd) {
    ++last_ms_;
    counter_ = 0;
  }
  return last_ms_ << 21U | std::int64_t{node_} << 13U | std::int64_t{counter_};
}

}  // namespace jiheng
