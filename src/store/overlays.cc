#include <algorithm>
#include <map>
#include <set>

#include "store/edits.h"
#include "store/findings.h"
#include "store/identity.h"
#include "store/monitoring_state.h"
#include "store/query.h"
#include "store/rows.h"
#include "store/shown_row.h"
#include "store/store.h"
#include "store/writing.h"

namespace jiheng::store {

namespace {

constexpr std::string_view kInsertOverlay =
    "INSERT INTO overlay (region_code, overlay_id, indicator_id, author, laid_at, rule, undone) "
    "VALUES (?, ?, ?, ?, ?, ?, 0)";
constexpr std::string_view kInsertChange =
    "INSERT INTO overlay_change (region_code, overlay_id, field, laid, shown, filed, conflict) "
    "VALUES (?, ?, ?, ?, ?, ?, 0)";
constexpr std::string_view kFindOverlay =
    "SELECT indicator_id, undone FROM overlay WHERE region_code = ? AND overlay_id = ?";
constexpr std::string_view kUndo =
    "UPDATE overlay SET undone = 1, undone_at = ? WHERE region_code = ? AND overlay_id = ?";

/// Brings the stored row in line with its living edits.
Result<void> show_anew(sql::Connection& connection, std::string_view region,
                       const LoadedIndicator& row, const Retype& retype) {
  const auto id = row.stored.id;
  JH_TRY(auto edits, load_edited_cells(connection, region, kOfIndicator, id));
  const auto shown = lay_over(row.filed, edits[id], retype);
  JH_TRY_DO(update_cells(connection, region, id, shown));
  const auto before = search_text(row.stored.row);
  const auto after = search_text(shown);
  if (before == after) {
    return {};
  }
  const auto index = connection.dialect().search_index(connection, "indicator_search");
  JH_TRY_DO(index->remove(region, id, search_grams(before)));
  JH_TRY_DO(index->add(region, id, search_grams(after)));
  return index->finish();
}

struct NewOverlay {
  std::int64_t id{};
  std::int64_t at_ms{};
};

Result<void> insert_overlay(sql::Connection& connection, std::string_view region,
                            const NewOverlay& overlay, const Edit& edit,
                            const LoadedIndicator& row) {
  JH_TRY(auto known, load_edited_cells(connection, region, kOfIndicator, edit.indicator_id));
  auto changes = edit.changes;
  std::erase_if(changes, [&](const Change& change) {
    return !changes_something(change, row.stored.row, known[edit.indicator_id]);
  });
  if (changes.empty()) {
    return fail(ErrorCode::invalid_input, {"store.no_change"});
  }
  JH_TRY_DO(connection.execute(kInsertOverlay, {region, overlay.id, edit.indicator_id, edit.author,
                                                overlay.at_ms, edit.rule}));
  JH_TRY(const auto insert, connection.prepare(kInsertChange));
  for (const auto& [field, after] : changes) {
    const auto shown = value_of(row.stored.row, field);
    const auto filed = value_of(row.filed, field);
    JH_TRY_DO(insert->run({region, overlay.id, word(field), after, shown, filed}));
  }
  return {};
}

/// Lays one edit; gives the project it is in.
Result<std::int64_t> lay(sql::Connection& connection, std::string_view region,
                         const NewOverlay& overlay, const Edit& edit, const Retype& retype) {
  JH_TRY(const auto row, load_at(connection, region, edit.indicator_id, edit.revision));
  JH_TRY_DO(insert_overlay(connection, region, overlay, edit, row));
  JH_TRY_DO(show_anew(connection, region, row, retype));
  return row.stored.project_id;
}

/// The indicator a living overlay lies over.
Result<std::int64_t> indicator_under(sql::Connection& connection, std::string_view region,
                                     std::int64_t overlay_id) {
  JH_TRY(const auto found, connection.prepare(kFindOverlay));
  JH_TRY_DO(found->run({region, overlay_id}));
  JH_TRY(const bool exists, found->next());
  if (!exists) {
    return fail(ErrorCode::not_found, {"store.no_overlay"});
  }
  if (found->integer(1) != 0) {
    return fail(ErrorCode::conflict, {"store.already_undone"});
  }
  return found->integer(0);
}

/// An overlay that is to be taken back, and the row it lies over as that was seen.
struct Lying {
  std::int64_t overlay_id{};
  std::int64_t indicator_id{};
  std::int64_t revision{};
};

/// Takes one overlay back; gives the project it is in.
Result<std::int64_t> lift(sql::Connection& connection, std::string_view region, const Lying& lying,
                          std::int64_t at_ms, const Retype& retype) {
  JH_TRY(const auto row, load_at(connection, region, lying.indicator_id, lying.revision));
  JH_TRY_DO(connection.execute(kUndo, {at_ms, region, lying.overlay_id}));
  JH_TRY_DO(show_anew(connection, region, row, retype));
  return row.stored.project_id;
}

/// What a lot of overlays that are taken back has touched so far.
struct Lifted {
  std::int64_t at_ms{};  // when they are taken back
  std::int64_t count{};
  std::map<std::int64_t, std::int64_t> revisions{};  // by row, what this lot has made of them
  std::set<std::int64_t> projects{};
};

/// Takes the next of a lot back; leaves one whose row was changed meanwhile.
Result<void> lift_next(sql::Connection& connection, std::string_view region, const LaidEdit& edit,
                       const Retype& retype, Lifted& lifted) {
  Lying lying{.overlay_id = edit.overlay, .indicator_id = 0, .revision = edit.revision};
  auto done = indicator_under(connection, region, edit.overlay);
  if (done) {
    lying.indicator_id = *done;
    const auto touched = lifted.revisions.find(lying.indicator_id);
    lying.revision = touched == lifted.revisions.end() ? edit.revision : touched->second;
    done = lift(connection, region, lying, lifted.at_ms, retype);
  }
  if (!done && done.error().code == ErrorCode::unavailable) {
    return tl::unexpected(done.error());
  }
  if (!done) {
    return {};
  }
  ++lifted.count;
  lifted.revisions[lying.indicator_id] = lying.revision + 1;
  lifted.projects.insert(*done);
  return {};
}

/// Judges projects whose rows show something else by now.
Result<void> judge_anew(sql::Connection& connection, std::string_view region,
                        const std::set<std::int64_t>& projects, const Hooks& hooks) {
  JH_TRY_DO(review_projects(connection, region, projects, hooks.review));
  return forget_monitoring(connection, region,
                           std::vector<std::int64_t>(projects.begin(), projects.end()));
}

}  // namespace

Result<std::vector<std::int64_t>> Store::lay_overlays(std::string_view region,
                                                      std::span<const Edit> edits,
                                                      const Hooks& hooks) {
  JH_TRY(auto writing, Writing::begin(*pool_, region));
  std::vector<std::int64_t> overlays;
  std::set<std::int64_t> projects;
  // What was laid in one go says one time: by that it is found together.
  const auto at_ms = clock_.now_ms();
  for (const auto& edit : edits) {
    const NewOverlay overlay{ids_.next(), at_ms};
    JH_TRY(const auto project, lay(*writing, region, overlay, edit, hooks.retype));
    overlays.push_back(overlay.id);
    projects.insert(project);
  }
  JH_TRY_DO(judge_anew(*writing, region, projects, hooks));
  JH_TRY_DO(writing.commit());
  return overlays;
}

Result<std::int64_t> Store::undo_overlay(std::string_view region, std::int64_t overlay_id,
                                         std::int64_t revision, const Hooks& hooks) {
  JH_TRY(auto writing, Writing::begin(*pool_, region));
  JH_TRY(const auto indicator_id, indicator_under(*writing, region, overlay_id));
  JH_TRY(const auto project, lift(*writing, region, {overlay_id, indicator_id, revision},
                                  clock_.now_ms(), hooks.retype));
  JH_TRY_DO(judge_anew(*writing, region, {project}, hooks));
  JH_TRY_DO(writing.commit());
  return indicator_id;
}

Result<std::int64_t> Store::undo_overlays(std::string_view region, std::span<const LaidEdit> edits,
                                          const Hooks& hooks) {
  JH_TRY(auto writing, Writing::begin(*pool_, region));
  Lifted lifted{.at_ms = clock_.now_ms()};
  for (const auto& edit : edits) {
    JH_TRY_DO(lift_next(*writing, region, edit, hooks.retype, lifted));
  }
  JH_TRY_DO(judge_anew(*writing, region, lifted.projects, hooks));
  JH_TRY_DO(writing.commit());
  return lifted.count;
}

Result<std::vector<Overlay>> Store::overlays_of(std::string_view region,
                                                std::int64_t indicator_id) {
  JH_TRY(const auto lease, pool_->lease());
  std::vector<StoredIndicator> rows(1);
  rows.front().id = indicator_id;
  JH_TRY_DO(load_overlays(*lease, region, rows));
  return std::move(rows.front().overlays);
}

}  // namespace jiheng::store
