#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "base/result.h"
#include "domain/review_facts.h"

namespace jiheng::app {

/// Rows of a year that say the same of different projects, library indicators every project may
/// have left out.
struct DuplicateRows {
  std::vector<store::StoredIndicator> rows{};
};

/// Every group, that of most rows first.
/// Errors  those of `packs::load_indicators`.
[[nodiscard]] Result<std::vector<DuplicateRows>> list_duplicates(const Workspace& workspace,
                                                                 int year);

/// The same, a row a line, `group` counting from 1.
/// Source  docs/formats/duplicates.md
[[nodiscard]] Result<std::string> duplicates_csv(const Workspace& workspace, int year);

/// What a review of these rows is to know of copies among them.
[[nodiscard]] Result<std::vector<CopiedRow>> copies_among(std::span<const Indicator> rows,
                                                          const Vocabulary& vocabulary);

}  // namespace jiheng::app
