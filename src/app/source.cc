#include "app/source.h"

#include <algorithm>

namespace jiheng::app {
namespace {

/// A cell that no other row shares.
bool is_own(Column column) {
  return column != Column::agency && column != Column::project && column != Column::level1 &&
         column != Column::level2;
}

/// True when the row is to be seen on the page.
bool shows(const store::PlacedRow& row, int page) {
  return std::ranges::any_of(row.boxes, [&](const CellBox& at) {
    return at.box.page == page && (row.place.page == page || is_own(at.column));
  });
}

}  // namespace

std::string_view word(SourceView view) {
  switch (view) {
    case SourceView::lines:
      return "lines";
    case SourceView::pages:
      return "pages";
    case SourceView::rows:
      return "rows";
  }
  return "";
}

SourceView source_view(std::string_view format) {
  if (format == document::word(document::Format::pdf) ||
      format == document::word(document::Format::picture)) {
    return SourceView::pages;
  }
  const bool text = format == document::word(document::Format::text) ||
                    format == document::word(document::Format::csv) ||
                    format == document::word(document::Format::tsv);
  return text ? SourceView::lines : SourceView::rows;
}

Result<store::StoredDocument> stored_document(const Workspace& workspace, std::int64_t id) {
  JH_TRY(const auto region, region_of(workspace));
  return workspace.store.document(region, id);
}

Result<int> count_pages(const Workspace& workspace, const store::StoredDocument& document) {
  if (source_view(document.format) != SourceView::pages) {
    return 0;
  }
  return workspace.painter.sizes(document.bytes, 1, 0).map([](const document::PageSizes& sizes) {
    return sizes.total;
  });
}

Result<SourcePages> source_pages(const Workspace& workspace, const store::StoredDocument& document,
                                 int from, int limit) {
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(const auto sizes, workspace.painter.sizes(document.bytes, from, limit));
  SourcePages pages{.total = sizes.total};
  if (sizes.pages.empty()) {
    return pages;
  }
  // A row may go on from the page before.
  JH_TRY(const auto rows,
         workspace.store.rows_on_pages(region, document.id, from - 1, sizes.pages.back().number));
  for (const auto& size : sizes.pages) {
    auto& page = pages.pages.emplace_back(SourcePage{.size = size});
    std::ranges::copy_if(rows, std::back_inserter(page.rows),
                         [&](const store::PlacedRow& row) { return shows(row, size.number); });
  }
  return pages;
}

}  // namespace jiheng::app
