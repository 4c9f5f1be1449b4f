#include "app/editing.h"

#include <algorithm>
#include <array>

#include "app/judging.h"
#include "base/text.h"
#include "rules/rule.h"

namespace jiheng::app {
namespace {

Result<std::vector<Change>> folded(const std::vector<Change>& changes) {
  std::vector<Change> result;
  for (const auto& change : changes) {
    if (std::ranges::find(result, change.field, &Change::field) != result.end()) {
      return fail(ErrorCode::invalid_input,
                  {"editing.field_twice", {std::string(word(change.field))}});
    }
    auto after = fold_cell(change.after);
    if (change.field == Field::comparator && !after.empty() && !comparator_from_symbol(after)) {
      return fail(ErrorCode::invalid_input, {"editing.bad_comparator", {after}});
    }
    result.push_back({change.field, std::move(after)});
  }
  return result;
}

}  // namespace

Result<void> edit_indicator(const Workspace& workspace, const Edit& edit) {
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(auto changes, folded(edit.changes));
  const std::array edits{store::Edit{.indicator_id = edit.indicator,
                                     .revision = edit.revision,
                                     .changes = std::move(changes),
                                     .rule = edit.rule,
                                     .author = workspace.user}};
  JH_TRY(const auto hooks, hooks_of(workspace, region));
  JH_TRY_DO(workspace.store.lay_overlays(region, edits, hooks));
  return {};
}

Result<std::int64_t> undo_overlay(const Workspace& workspace, std::int64_t overlay,
                                  std::int64_t revision) {
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(const auto hooks, hooks_of(workspace, region));
  return workspace.store.undo_overlay(region, overlay, revision, hooks);
}

Result<std::int64_t> apply_suggestions(const Workspace& workspace, std::int64_t project,
                                       std::string_view rule) {
  if (rules::find_rule(rule) == nullptr) {
    return fail(ErrorCode::not_found, {"browse.no_rule", {std::string(rule)}});
  }
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(const auto stored, workspace.store.project(region, project));
  std::vector<store::Edit> edits;
  for (const auto& row : stored.rows) {
    const auto found = std::ranges::find_if(row.findings, [&](const Finding& finding) {
      return finding.rule == rule && !finding.suggestion.empty() && !finding.waiver;
    });
    if (found == row.findings.end()) {
      continue;
    }
    JH_TRY(auto changes, folded(found->suggestion));
    edits.push_back({.indicator_id = row.id,
                     .revision = row.revision,
                     .changes = std::move(changes),
                     .rule = std::string(rule),
                     .author = workspace.user});
  }
  if (!edits.empty()) {
    JH_TRY(const auto hooks, hooks_of(workspace, region));
    JH_TRY_DO(workspace.store.lay_overlays(region, edits, hooks));
  }
  return static_cast<std::int64_t>(edits.size());
}

}  // namespace jiheng::app
