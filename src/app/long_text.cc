#include "app/long_text.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

namespace jiheng::app {
namespace {

/// Most documents give less.
constexpr std::size_t kMostInMemory = std::size_t{1} << 20U;

int open_unnamed() {
  constexpr mode_t kMode = 0600;
  std::error_code none;
  const auto folder = std::filesystem::temp_directory_path(none);
  return none ? -1 : open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, kMode);
}

}  // namespace

LongText::LongText(LongText&& other) noexcept
    : last_(std::move(other.last_)),
      file_(std::exchange(other.file_, -1)),
      filed_(std::exchange(other.filed_, 0)),
      in_memory_(other.in_memory_) {
  other.last_.clear();
}

LongText& LongText::operator=(LongText&& other) noexcept {
  std::swap(last_, other.last_);
  std::swap(file_, other.file_);
  std::swap(filed_, other.filed_);
  std::swap(in_memory_, other.in_memory_);
  return *this;
}

LongText::~LongText() {
  if (file_ >= 0) {
    close(file_);
  }
}

void LongText::append(std::string_view text) {
  last_ += text;
  if (last_.size() >= kMostInMemory && !in_memory_) {
    in_memory_ = !put_away();
  }
}

/// Moves what stands in memory into the file; false leaves it there.
bool LongText::put_away() {
  if (file_ < 0) {
    file_ = open_unnamed();
  }
  for (std::string_view left = last_; !left.empty();) {
    const auto at = static_cast<off_t>(filed_ + last_.size() - left.size());
    const auto written = pwrite(file_, left.data(), left.size(), at);
    if (written < 0 && errno != EINTR) {
      return false;
    }
    left.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
  }
  filed_ += last_.size();
  last_.clear();
  return true;
}

Result<void> LongText::each_part(
    const std::function<Result<void>(std::string_view part)>& take) const {
  std::string part;
  for (std::size_t at = 0; at < filed_;) {
    part.resize(std::min(filed_ - at, kMostInMemory));
    const auto got = pread(file_, part.data(), part.size(), static_cast<off_t>(at));
    if (got < 0 && errno == EINTR) {
      continue;
    }
    if (got <= 0) {
      return fail(ErrorCode::unavailable,
                  {"inputs.cannot_read", {std::strerror(got < 0 ? errno : EIO)}});
    }
    JH_TRY_DO(take(std::string_view(part).substr(0, static_cast<std::size_t>(got))));
    at += static_cast<std::size_t>(got);
  }
  return last_.empty() ? Result<void>{} : take(last_);
}

}  // namespace jiheng::app
