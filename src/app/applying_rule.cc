#include "app/applying_rule.h"

#include <algorithm>

#include "app/judging.h"
#include "app/listed_projects.h"
#include "base/hash.h"
#include "base/text.h"
#include "rules/rule.h"

namespace jiheng::app {
namespace {

/// What stands in a cell, as read and as filed; comparators by their sign.
struct Standing {
  std::string read;
  std::string filed;
};

Standing standing_in(const Indicator& row, Field field) {
  switch (field) {
    case Field::level1:
      return {row.level1, row.filed.level1};
    case Field::level2:
      return {row.level2, row.filed.level2};
    case Field::level3:
      return {row.name, row.filed.name};
    case Field::comparator:
      return {row.comparator ? std::string(symbol(*row.comparator)) : "", row.filed.comparator};
    case Field::target:
      return {row.target, row.filed.target};
    case Field::measure:
      return {row.measure, row.filed.measure};
  }
  return {};
}

/// What a suggestion changes. A cell that reads that way already is only spelled otherwise: what
/// was filed is what changes.
void add_change(const Indicator& row, const Change& wanted, SuggestedChange& change) {
  const auto after = fold_cell(wanted.after);
  const auto stands = standing_in(row, wanted.field);
  const bool respelled = stands.read == after && !stands.filed.empty();
  // Where reading changed the spelling alone, the document's own is what a person looks for.
  const bool spelled = wanted.field != Field::comparator && stands.filed != after &&
                       fold_cell(stands.filed) == stands.read;
  change.before.push_back({wanted.field, respelled || spelled ? stands.filed : stands.read});
  change.after.push_back({wanted.field, after});
}

/// Nothing where no suggestion of the rule stands on the row.
std::optional<SuggestedChange> change_of(const store::StoredIndicator& stored,
                                         std::string_view rule) {
  const auto found = std::ranges::find_if(stored.findings, [&](const Finding& finding) {
    return finding.rule == rule && !finding.suggestion.empty() && !finding.waiver;
  });
  if (found == stored.findings.end()) {
    return std::nullopt;
  }
  SuggestedChange change{.indicator = stored.id,
                         .revision = stored.revision,
                         .project_id = stored.project_id,
                         .agency = stored.row.agency,
                         .project = stored.row.project,
                         .name = stored.row.name};
  change.before.reserve(found->suggestion.size());
  change.after.reserve(found->suggestion.size());
  for (const auto& wanted : found->suggestion) {
    add_change(stored.row, wanted, change);
  }
  return change;
}

std::string seen_of(const std::vector<SuggestedChange>& rows) {
  std::string all;
  for (const auto& row : rows) {
    all += std::to_string(row.indicator) + " " + std::to_string(row.revision) + "\n";
  }
  return sha256(all);
}

}  // namespace

Result<SuggestedChanges> suggested_changes(const Workspace& workspace,
                                           store::ProjectFilter filter) {
  if (rules::find_rule(filter.rule) == nullptr) {
    return fail(ErrorCode::not_found, {"browse.no_rule", {filter.rule}});
  }
  JH_TRY(filter.region, region_of(workspace));
  JH_TRY(const auto projects, listed_projects(workspace, filter));
  SuggestedChanges changes;
  JH_TRY_DO(workspace.store.each_indicator(
      {.region = filter.region, .year = filter.year, .agency = filter.agency, .rule = filter.rule},
      store::IndicatorSort::document, false, [&](const store::StoredIndicator& row) {
        auto change = change_of(row, filter.rule);
        if (change && projects.contains(row.project_id)) {
          changes.rows.push_back(*std::move(change));
        }
      }));
  changes.seen = seen_of(changes.rows);
  return changes;
}

Result<std::vector<LaidEdit>> apply_rule(const Workspace& workspace, store::ProjectFilter filter,
                                         const std::string& seen) {
  const auto rule = filter.rule;
  JH_TRY(const auto changes, suggested_changes(workspace, std::move(filter)));
  if (changes.seen != seen) {
    return fail(ErrorCode::conflict, {"store.changed_meanwhile"});
  }
  std::vector<store::Edit> edits;
  edits.reserve(changes.rows.size());
  for (const auto& row : changes.rows) {
    edits.push_back({.indicator_id = row.indicator,
                     .revision = row.revision,
                     .changes = row.after,
                     .rule = rule,
                     .author = workspace.user});
  }
  std::vector<LaidEdit> laid;
  if (edits.empty()) {
    return laid;
  }
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(const auto hooks, hooks_of(workspace, region));
  JH_TRY(const auto overlays, workspace.store.lay_overlays(region, edits, hooks));
  laid.reserve(overlays.size());
  for (std::size_t i = 0; i < overlays.size(); ++i) {
    laid.push_back({overlays[i], edits[i].revision + 1});
  }
  return laid;
}

Result<std::optional<store::AppliedRule>> last_applied(const Workspace& workspace,
                                                       std::string_view rule, int year) {
  if (rules::find_rule(rule) == nullptr) {
    return fail(ErrorCode::not_found, {"browse.no_rule", {std::string(rule)}});
  }
  JH_TRY(const auto region, region_of(workspace));
  return workspace.store.last_applied(region, year, rule);
}

Result<TakenBack> take_back_edits(const Workspace& workspace, const std::vector<LaidEdit>& edits) {
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(const auto hooks, hooks_of(workspace, region));
  JH_TRY(const auto undone, workspace.store.undo_overlays(region, edits, hooks));
  return TakenBack{.undone = undone, .left = std::ssize(edits) - undone};
}

}  // namespace jiheng::app
