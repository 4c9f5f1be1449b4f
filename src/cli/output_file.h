#pragma once

#include <filesystem>
#include <fstream>
#include <iosfwd>
#include <string>

#include "base/result.h"

namespace jiheng::cli {

/// The file that writing to `path` replaces, its links followed; "" when what stands there is no
/// regular file.
[[nodiscard]] std::string replaced_by(const std::string& path);

/// Where the bytes of that file stand until they are whole.
[[nodiscard]] std::string part_of(const std::string& target);

/// Where results go: stdout, or a file that appears whole or not at all.
///
/// Shape   with a path, bytes go to "path.part" and `keep` renames it, with the permissions of the
///         file it replaces; without `keep` the part is removed, and an older file of that name
///         stays as it was. A link is followed. What is no regular file (a device, a pipe) is
///         written to as it stands.
class OutputFile {
 public:
  /// Errors  unavailable `cli.cannot_write`.
  [[nodiscard]] static Result<OutputFile> open(const std::string& path, std::ostream& standard);

  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();

  [[nodiscard]] std::ostream& stream();

  /// Whether all that was written so far could be, as far as is known yet. Asked right after
  /// writing, it keeps the system's reason for `keep` to say.
  [[nodiscard]] bool is_well();

  /// Errors  unavailable `cli.cannot_write` (a full disk is noticed here at the latest).
  [[nodiscard]] Result<void> keep();

 private:
  OutputFile(std::string path, std::ostream& standard)
      : path_(std::move(path)), standard_(&standard) {}

  [[nodiscard]] tl::unexpected<Error> cannot_write(const std::string& reason) const;

  std::string path_;      // as given; "" for stdout
  std::string target_{};  // the file to replace; "" when bytes go straight to `path_`
  std::ostream* standard_;
  std::ofstream file_{};
  int failure_{};  // the system's number for why writing failed
};

}  // namespace jiheng::cli
