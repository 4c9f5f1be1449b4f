#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/workspace.h"
#include "base/result.h"
#include "domain/finding.h"

namespace jiheng::app {

/// New values for cells of one row. `after` is what a person typed, or a suggestion's value; it is
/// folded before it is stored. "" clears a cell; a comparator is given by its symbol.
struct Edit {
  std::int64_t indicator{};
  std::int64_t revision{};  // the one the caller has seen
  std::string rule{};       // the rule whose suggestion this is, or ""
  std::vector<Change> changes{};
};

/// Lays an overlay over the filed row, types the row anew and renews the findings of its project,
/// as one transaction.
/// Errors  those of `store::Store::lay_overlays`; invalid_input `editing.field_twice`,
///         `editing.bad_comparator`.
[[nodiscard]] Result<void> edit_indicator(const Workspace& workspace, const Edit& edit);

/// Takes one overlay back; gives the indicator it lay over.
/// Errors  those of `store::Store::undo_overlay`.
[[nodiscard]] Result<std::int64_t> undo_overlay(const Workspace& workspace, std::int64_t overlay,
                                                std::int64_t revision);

/// Lays every standing suggestion of `rule` over the rows of a project; gives how many rows were
/// edited (0 is no error). One transaction. Errors  not_found `store.no_project`, `browse.no_rule`.
[[nodiscard]] Result<std::int64_t> apply_suggestions(const Workspace& workspace,
                                                     std::int64_t project, std::string_view rule);

}  // namespace jiheng::app
