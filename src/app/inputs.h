#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/archive.h"

namespace jiheng::app {

/// One document named on a command line.
///
/// Shape   `source` is the path as given (for a file found in a folder: the folder as given, "/",
///         the rest); "-" reads standard input and is called by its name. A file of an archive is
///         "a.zip!b.xlsx", with the archive's path; `more` when others of it follow.
struct Input {
  std::string source;
  std::string path;
  bool more{};
};

/// Files in the order given; folders are walked, their files sorted by name, hidden ones left out.
/// Paths that lead nowhere are among them.
/// Errors  invalid_input `inputs.stdin_without_name`.
[[nodiscard]] Result<std::vector<Input>> find_inputs(const std::vector<std::string>& paths,
                                                     std::string_view stdin_name);

/// The whole file, or standard input for "-".
/// Errors  not_found `inputs.no_such_path`; unavailable `inputs.cannot_read`; invalid_input
///         `document.too_large` above 512 MiB.
[[nodiscard]] Result<std::string> read_bytes(const Input& input);

/// A document with its bytes, or why a file of an archive has none (where: the source).
struct NamedBytes {
  Input input;
  Result<std::string> bytes;
};

/// The documents that an input holds: the files of an archive in its order, else itself.
/// Errors  those of `read_bytes` and `unpacker`; where: the source.
[[nodiscard]] Result<std::vector<NamedBytes>> documents_of(const Input& input,
                                                           const document::Unpacker& unpacker);

}  // namespace jiheng::app
