#pragma once

#include <vector>

#include "document/pages/grid.h"
#include "document/pages/page.h"

namespace jiheng::document {

/// Tables set without rules: columns are told by the blank stretches that all lines of a run of
/// pages leave free, rows by the blank between them.
///
/// A run is a stretch of pages without grids, each with lines of at least three parts. Lines that
/// cross the blank stretches (titles, notes) stay lines.
class UnruledRun {
 public:
  /// True when a page whose parts are known looks like one of this run: no grid, and lines in
  /// parts. One such line is enough for a page that goes on with a run: the last one may hold one
  /// row.
  [[nodiscard]] bool takes(const Page& page, const PageParts& parts) const;

  void add(Page page, PageParts parts);

  [[nodiscard]] bool empty() const {
    return pages_.empty();
  }

  [[nodiscard]] int first_page() const {
    return pages_.front().number;
  }

  [[nodiscard]] int last_page() const {
    return pages_.back().number;
  }

  /// The run is long enough to be told; the rest of a longer one is a run of its own, which the
  /// same columns continue.
  [[nodiscard]] bool is_full() const;

  /// The pages taken apart again with the columns found, and whether any were; begins anew.
  struct Told {
    std::vector<PageParts> pages{};
    bool found{};
  };

  [[nodiscard]] Told tell();

 private:
  std::vector<Page> pages_{};
  std::vector<PageParts> parts_{};
};

}  // namespace jiheng::document
