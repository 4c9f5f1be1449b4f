#pragma once

#include <map>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "app/readers.h"
#include "base/result.h"
#include "packs/library.h"

namespace jiheng::app {

/// One text of a library file, and where it stands: "指标库!F7", "indicators[3].measure".
struct LibraryCell {
  std::string text;
  std::string where;
};

/// One entry of a library file: what its file has for it, by member; `learned` too. A member that
/// the file has no column for is not there; one that is blank is "".
struct LibraryRow {
  std::string where;
  std::map<std::string, LibraryCell, std::less<>> cells{};
};

/// What a library file holds: its entries in their order, and the heads of columns that say nothing
/// an entry has.
struct LibraryContent {
  std::vector<LibraryRow> rows{};
  std::vector<std::string> ignored{};
};

/// Reads a library file.
///
/// Shape   JSON as `library list --format json` writes it, or a list of its objects; else a
///         worksheet, a CSV or any other table whose head has the names that exports write, in
///         either language, or the members' own. Words may be in either language, too; they come
///         out as data words.
/// Errors  those of `document::read`; invalid_input `library.bad_json` (args: byte),
///         `library.json_not_a_list`, `library.json_not_a_text` (where: the member),
///         `library.unknown_member` (args: name; where), `library.no_head`,
///         `library.no_rows`, `library.too_many_rows`.
/// Source  docs/formats/library.md
[[nodiscard]] Result<LibraryContent> read_library_file(std::string_view name,
                                                       std::string_view bytes,
                                                       const document::ContentReader& reader,
                                                       const packs::Catalogue& catalogue);

}  // namespace jiheng::app
