#include "cli/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <ostream>
#include <utility>

namespace jiheng::cli {
namespace {

namespace fs = std::filesystem;

/// A file that was renamed before its bytes were on the disk may be found empty after a power cut.
bool reaches_disk(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool synced = file >= 0 && fsync(file) == 0;
  if (file >= 0) {
    close(file);
  }
  return synced;
}

}  // namespace

std::string part_of(const std::string& target) {
  return target + ".part";
}

std::string replaced_by(const std::string& path) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    return "";
  }
  auto target = fs::path(path);
  for (int links = 0; links < 40 && fs::is_symlink(target, error); ++links) {
    const auto next = fs::read_symlink(target, error);
    target = next.is_absolute() ? next : target.parent_path() / next;
  }
  return target.string();
}

Result<OutputFile> OutputFile::open(const std::string& path, std::ostream& standard) {
  OutputFile output(path, standard);
  if (!path.empty()) {
    output.target_ = replaced_by(path);
    errno = 0;
    if (output.target_.empty()) {
      output.file_.open(path, std::ios::binary);
    } else {
      output.file_.open(part_of(output.target_), std::ios::binary | std::ios::trunc);
    }
    if (!output.file_) {
      return output.cannot_write(std::strerror(errno));
    }
  }
  return output;
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::exchange(other.path_, "")),
      target_(std::exchange(other.target_, "")),
      standard_(other.standard_),
      file_(std::move(other.file_)),
      failure_(other.failure_) {}

OutputFile::~OutputFile() {
  if (!target_.empty()) {
    file_.close();
    std::error_code ignored;
    fs::remove(part_of(target_), ignored);
  }
}

std::ostream& OutputFile::stream() {
  return path_.empty() ? *standard_ : file_;
}

tl::unexpected<Error> OutputFile::cannot_write(const std::string& reason) const {
  if (path_.empty()) {
    return fail(ErrorCode::unavailable, {"cli.cannot_write_standard", {reason}});
  }
  return fail(ErrorCode::unavailable, {"cli.cannot_write", {reason}}, path_);
}

bool OutputFile::is_well() {
  if (!stream() && failure_ == 0) {
    failure_ = errno == 0 ? EIO : errno;
  }
  return failure_ == 0;
}

Result<void> OutputFile::keep() {
  if (is_well()) {
    errno = 0;
    stream().flush();
  }
  const bool written = is_well();
  if (!path_.empty()) {
    file_.close();
  }
  if (!written) {
    return cannot_write(std::strerror(failure_));
  }
  if (target_.empty()) {
    return {};
  }
  errno = 0;
  if (!reaches_disk(part_of(target_))) {
    return cannot_write(std::strerror(errno));
  }
  std::error_code error;
  if (const auto before = fs::status(target_, error); fs::exists(before)) {
    fs::permissions(part_of(target_), before.permissions(), error);
  }
  fs::rename(part_of(target_), target_, error);
  if (error) {
    return cannot_write(error.message());
  }
  target_.clear();
  return {};
}

}  // namespace jiheng::cli
