#include "cli/output_file.h"

#include <cerrno>
#include <cstring>
#include <ostream>
#include <utility>

namespace jiheng::cli {
namespace {

std::string part(const std::string& path) {
  return path + ".part";
}

}  // namespace

Result<OutputFile> OutputFile::open(const std::string& path, std::ostream& standard) {
  OutputFile output(path, standard);
  if (!path.empty()) {
    errno = 0;
    output.file_.open(part(path), std::ios::binary | std::ios::trunc);
    if (!output.file_) {
      return fail(ErrorCode::unavailable, {"cli.cannot_write", {std::strerror(errno)}}, path);
    }
  }
  return output;
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::exchange(other.path_, "")),
      standard_(other.standard_),
      file_(std::move(other.file_)) {}

OutputFile::~OutputFile() {
  if (!path_.empty()) {
    file_.close();
    std::error_code ignored;
    std::filesystem::remove(part(path_), ignored);
  }
}

std::ostream& OutputFile::stream() {
  return path_.empty() ? *standard_ : file_;
}

Result<void> OutputFile::keep() {
  stream().flush();
  const bool written = stream().good();
  if (path_.empty()) {
    return written ? Result<void>{}
                   : fail(ErrorCode::unavailable, {"cli.cannot_write", {std::strerror(errno)}});
  }
  file_.close();
  std::error_code error;
  if (written) {
    std::filesystem::rename(part(path_), path_, error);
  }
  if (!written || error) {
    return fail(ErrorCode::unavailable,
                {"cli.cannot_write", {error ? error.message() : std::strerror(errno)}}, path_);
  }
  path_.clear();
  return {};
}

}  // namespace jiheng::cli
