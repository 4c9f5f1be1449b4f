#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "app/office_library.h"
#include "base/result.h"

namespace jiheng::app {

/// What becomes of an entry of a library file.
enum class ImportFate : std::uint8_t { added, changed, unchanged, refused };

[[nodiscard]] std::string_view word(ImportFate fate);

/// A member that is something else afterwards; lists are joined with "；".
struct MemberChange {
  std::string member;
  std::string before;
  std::string after;
};

/// Shape   `where` is the entry's place in the file; of a refused one `reason` says why and
///         `reason_where` in which cell. `changes` of a changed one only.
struct ImportedEntry {
  ImportFate fate{};
  std::string code;
  std::string name;
  std::string where;
  std::vector<MemberChange> changes{};
  Text reason{};
  std::string reason_where{};
};

/// What a library file does, or would do, to the library.
struct LibraryImport {
  std::string name;
  std::string region;
  std::vector<std::string> ignored{};  // heads of columns that nothing is read from
  std::vector<ImportedEntry> entries{};

  [[nodiscard]] std::int64_t count(ImportFate fate) const;
};

struct LibraryFile {
  std::string name;  // without folders
  std::string_view bytes;
  bool dry_run{};
  std::string region{};
  std::stop_token stop{};
};

/// Takes the entries of a file in: an entry whose code is known, or without code whose name is, is
/// edited; any other is new. What a file has no column for stays as it is. A learned name that
/// nobody has yet becomes an alias. Entries that make no sense are refused and named; the rest is
/// kept in one transaction, or nothing of it with `dry_run`.
///
/// Errors  those of `read_library_file` and `region_to_write`; conflict
///         `store.entry_changed_meanwhile`.
/// Source  docs/formats/library.md
[[nodiscard]] Result<LibraryImport> import_library(const Workspace& workspace,
                                                   const LibraryFile& file);

}  // namespace jiheng::app
