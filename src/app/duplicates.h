#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "base/result.h"

namespace jiheng::app {

/// A row and the year it was filed for.
struct DuplicateRow {
  int year{};
  store::StoredIndicator stored{};
};

/// Rows that say the same of different projects, library indicators every project may have left
/// out; in the order of their years, each year's as filed. A project that goes on from year to year
/// is one project.
struct DuplicateRows {
  std::vector<DuplicateRow> rows{};
};

/// Which years are looked at: `last` and the ones before it, `count` in all.
struct YearSpan {
  int last{};
  int count{1};
};

/// Every group, that of most rows first.
/// Errors  those of `packs::load_indicators`.
[[nodiscard]] Result<std::vector<DuplicateRows>> list_duplicates(const Workspace& workspace,
                                                                 const YearSpan& years);

/// The same, a row a line, `group` counting from 1.
/// Source  docs/formats/duplicates.md
[[nodiscard]] Result<std::string> duplicates_csv(const Workspace& workspace, const YearSpan& years);

}  // namespace jiheng::app
