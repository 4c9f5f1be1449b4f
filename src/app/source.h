#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/workspace.h"
#include "base/result.h"
#include "document/document.h"
#include "document/pdf/page_picture.h"
#include "store/filing.h"

// The source view: a stored document as a person sees it, and where its rows stand in it. All of it
// looks at one region (`region_of`) and gives Errors of the store.
namespace jiheng::app {

/// How a document is shown: its text line by line (see browse.h), pictures of its pages, or rows of
/// cells.
enum class SourceView : std::uint8_t { lines, pages, rows };

[[nodiscard]] std::string_view word(SourceView view);
[[nodiscard]] SourceView source_view(std::string_view format);

/// Errors  not_found `store.no_document`.
[[nodiscard]] Result<store::StoredDocument> stored_document(const Workspace& workspace,
                                                            std::int64_t id);

/// How many pages a document has; 0 where its format has none.
[[nodiscard]] Result<int> count_pages(const Workspace& workspace,
                                      const store::StoredDocument& document);

/// A page with the rows that have a box on it, in document order. A row that only goes on on this
/// page is there too; a parent it shares with a row of an earlier page does not bring that row
/// here.
struct SourcePage {
  document::PageSize size{};
  std::vector<store::PlacedRow> rows{};
};

struct SourcePages {
  int total{};
  std::vector<SourcePage> pages{};
};

/// Pages `from` … `from` + `limit` - 1; none beyond the end.
/// Errors  those of `document::page_sizes`.
[[nodiscard]] Result<SourcePages> source_pages(const Workspace& workspace,
                                               const store::StoredDocument& document, int from,
                                               int limit);

/// A row of cells.
///
/// Shape   `number` counts the document's rows that are not empty, from 1. `fate` is what it became
///         when it holds no indicator, or "".
struct SourceRow {
  int number{};
  document::Row row{};
  std::string fate{};
  std::vector<store::PlacedRow> indicators{};
};

struct SourceRows {
  int total{};
  int from{};
  int wanted{};  // the number of the row that was asked for; 0 for none
  std::vector<SourceRow> rows{};
};

/// Which rows: `from` … `from` + `limit` - 1, or a stretch that shows where an indicator stands, or
/// what stands at a place, when the document has it.
struct RowStretch {
  int from{1};
  int limit{};
  std::int64_t indicator{};  // 0 for none
  std::string place{};       // as reports write it: "Sheet1!E7", "t1 r12"; "" for none
};

/// Errors  those of `document::read`.
[[nodiscard]] Result<SourceRows> source_rows(const Workspace& workspace,
                                             const store::StoredDocument& document,
                                             const RowStretch& stretch);

}  // namespace jiheng::app
