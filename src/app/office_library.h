#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/library_draft.h"
#include "app/workspace.h"
#include "base/result.h"

namespace jiheng::app {

/// An entry of the library as it stands: the program's, or the office's laid over it.
///
/// Shape   `version` 0 is the program's own; the office's count from 1. `builtin`: the program has
///         an entry with this code. Author, time and file are those of the version.
struct LibraryEntry {
  LibraryIndicator indicator{};
  bool builtin{};
  std::int64_t version{};
  std::string document_name{};
  std::string author{};
  std::int64_t at_ms{};
};

/// The library of a region: every entry in the program's order, then the office's own by code, and
/// what persons decided.
struct OfficeLibrary {
  std::string region;
  std::vector<LibraryEntry> entries{};
  std::vector<store::LibraryDecision> decisions{};

  /// nullptr for a code nobody knows.
  [[nodiscard]] const LibraryEntry* find(std::string_view code) const;
  /// The entries alone, in their order.
  [[nodiscard]] std::vector<LibraryIndicator> indicators() const;
  [[nodiscard]] LibrarySpellings spellings() const;
};

/// The library of the workspace's region, over the program's (or over `base`).
/// Errors  those of `load_library`; unavailable.
[[nodiscard]] Result<OfficeLibrary> office_library(
    const Workspace& workspace, std::optional<std::vector<LibraryIndicator>> base = std::nullopt);

/// The region that an entry is written for: `given`, the workspace's, or that of the database.
/// Errors  invalid_input `filing.bad_region`; `library.no_region` (where: region) when nothing has
///         been filed yet: it would be lost beside the region that documents come to.
[[nodiscard]] Result<std::string> region_to_write(const Workspace& workspace,
                                                  const std::string& given);

/// What of the library is listed; what is empty does not filter.
struct LibraryFilter {
  std::optional<LibraryLayer> layer{};
  std::string sector{};
  std::string level1{};
  std::string level2{};
  std::optional<bool> own{};      // the office wrote or edited it
  std::optional<bool> retired{};  // nothing: both
  std::string words{};            // each in a code, name, alias or learned name
};

enum class LibrarySort : std::uint8_t { document, code, name, sector, level, learned };

/// 一级 and 二级指标 that an entry's role is called; both "" for `other`.
struct LibraryLevels {
  std::string level1{};
  std::string level2{};
};

[[nodiscard]] LibraryLevels levels_of(const LibraryIndicator& indicator, const Frames& frames);

/// The entries that a filter leaves, sorted.
[[nodiscard]] std::vector<LibraryEntry> matching(const OfficeLibrary& library,
                                                 const LibraryFilter& filter, LibrarySort sort,
                                                 bool descending, const Frames& frames);

/// A stretch of a sorted list, after the entry whose code the cursor is.
/// Errors  invalid_input `store.bad_cursor`.
[[nodiscard]] Result<store::Page<LibraryEntry>> page_of(std::vector<LibraryEntry> entries,
                                                        std::string_view cursor,
                                                        std::int64_t limit);

/// A name an entry has learned, and where.
using LearnedName = store::LibraryDecision;

/// One entry with its history.
///
/// Shape   `versions` newest first, last the program's own (version 0) where it has one.
struct LibraryEntryPage {
  LibraryEntry entry{};
  std::vector<store::LibraryVersion> versions{};
  std::vector<LearnedName> learned{};
};

/// Errors  not_found `library.no_entry`.
[[nodiscard]] Result<LibraryEntryPage> library_entry(const Workspace& workspace,
                                                     std::string_view code);

/// An entry as a person wants it.
///
/// Shape   `seen` is the version that was edited; nothing adds a new one, whose code may be ""
///         (then it gets the next free one).
struct LibraryEdit {
  LibraryDraft draft{};
  std::optional<std::int64_t> seen{};
  std::string region{};
};

/// Adds an entry or edits one; gives its code.
/// Errors  those of `checked`, `LibrarySpellings::check` and `region_to_write`; not_found
///         `library.no_entry`; conflict `library.code_taken`, `store.entry_changed_meanwhile`;
///         invalid_input `library.no_change`.
[[nodiscard]] Result<std::string> keep_entry(const Workspace& workspace, const LibraryEdit& edit);

/// Offers an entry no longer, or again.
/// Errors  as above.
[[nodiscard]] Result<void> retire_entry(const Workspace& workspace, std::string_view code,
                                        std::int64_t seen, bool retired);

/// The next free code of the office's own: "ZD0001".
[[nodiscard]] std::string next_code(const OfficeLibrary& library);

}  // namespace jiheng::app
