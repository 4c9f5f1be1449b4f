#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"

namespace jiheng::document {

/// One file of an archive.
///
/// Shape   `name` is UTF-8 with its folders ("2024/表11.xlsx"); it names the file to people and is
///         no path to write to. `problem` says why there are no bytes.
struct Member {
  std::string name;
  std::string bytes{};
  std::optional<Error> problem{};
};

/// The files of an archive; none when the bytes are a document themselves.
struct Members {
  std::vector<Member> files{};
};

/// False for what is surely no archive, told by the first bytes alone.
[[nodiscard]] bool may_be_archive(std::string_view bytes);

/// True for a ZIP that holds files, not the parts of one document (XLSX, DOCX, ODS, …).
[[nodiscard]] bool is_archive(std::string_view bytes);

/// The files of an archive in the order of its directory; what macOS and Windows put beside them
/// on their own (`__MACOSX/`, `.DS_Store`, `Thumbs.db`) is left out.
///
/// Names are UTF-8 or, as old Chinese programs wrote them, GB18030.
/// A file that is broken, needs a password or is an archive itself (`archive.nested`) has its
/// `problem` and stops no other.
/// Errors  invalid_input: `document.broken`, `document.too_large` (all files together; where: the
///         file that passes the limit), `document.empty`, `archive.too_many_members` (args: how
///         many, the limit).
[[nodiscard]] Result<std::vector<Member>> read_archive(std::string_view bytes,
                                                       const Limits& limits = {});

/// The files of `bytes` where they are an archive.
/// Errors  those of `read_archive`.
[[nodiscard]] Result<Members> unpack(std::string_view bytes, const Limits& limits);

/// Who unpacks: `unpack` in this process, or another one. Safe from several threads.
using Unpacker = std::function<Result<Members>(std::string_view bytes, const Limits& limits)>;

}  // namespace jiheng::document
