#pragma once

#include <cstddef>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "app/workspace.h"
#include "base/result.h"

namespace jiheng::app {

/// A document of an archive, or why it cannot be had.
struct ArchivedDocument {
  std::string name;  // with its folders in the archive: "2024/表11.xlsx"
  Result<std::string> bytes;
};

/// What unpacking may give.
struct ArchiveLimits {
  std::size_t all{std::size_t{128} << 20U};      // bytes of all documents together
  std::size_t document{std::size_t{64} << 20U};  // bytes of one
};

/// The documents of an archive in its order, taken out by a confined process.
///
/// One that is broken, too large, needs a password or is an archive itself stops no other.
/// Errors  those of `document::read_archive`; invalid_input `filing.no_archive`: the bytes are a
///         document themselves; unavailable `document.given_up` once `stop` is asked for.
[[nodiscard]] Result<std::vector<ArchivedDocument>> unpack_archive(const Workspace& workspace,
                                                                   std::string_view bytes,
                                                                   const ArchiveLimits& limits,
                                                                   const std::stop_token& stop);

/// True for an archive that can be opened, whatever it holds. A confined process looks.
/// Errors  those of the reader that are not about the bytes; `document.given_up`.
[[nodiscard]] Result<bool> is_archive(const Workspace& workspace, std::string_view bytes,
                                      const std::stop_token& stop);

}  // namespace jiheng::app
