#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "store/filing_plan.h"
#include "store/identity.h"
#include "store/query.h"
#include "store/row_text.h"
#include "store/rows.h"

namespace jiheng::store {

namespace {

constexpr std::string_view kSelectStored =
    "SELECT i.indicator_id, i.project_id, i.revision, i.is_current, i.search, p.identity, "
    "i.identity, i.agency, i.project, r.level1, r.level2, r.name, r.comparator, r.target, "
    "r.measure, r.place, v.document_id, "
    "CASE WHEN COALESCE(r.actual, '') <> '' OR COALESCE(r.score, '') <> '' THEN 1 ELSE 0 END "
    "FROM indicator i "
    "JOIN project p ON p.region_code = i.region_code AND p.project_id = i.project_id "
    "JOIN filed_row r ON r.region_code = i.region_code AND r.version_id = i.version_id "
    "AND r.position = i.position "
    "JOIN filing_version v ON v.region_code = i.region_code AND v.version_id = i.version_id "
    "WHERE i.region_code = ? AND i.agency_id = ? AND i.year = ? AND i.form = ?";
constexpr int kFirstValue = 9;
constexpr int kPlace = 15;
constexpr int kDocument = 16;
constexpr int kReported = 17;

/// An indicator the database has. `values` are its six cells as last filed.
struct StoredRow {
  GoneRow ids;
  std::int64_t revision{};
  bool is_current{};
  std::string agency;
  std::string project;
  std::vector<std::string> values{};
  std::string place;  // encoded
  std::int64_t document_id{};
  bool is_continued{};
};

using StoredRows = std::unordered_map<std::string, StoredRow>;

std::string key_of(std::size_t agency, std::string_view project, std::string_view indicator) {
  return fmt::format("{} {} {}", agency, project, indicator);
}

/// Matches the rows of one document with the stored ones.
class Matching {
 public:
  explicit Matching(const Planning& planning)
      : planning_(planning), request_(planning.request), plan_(planning.plan) {}

  Result<void> run() {
    for (std::size_t i = 0; i < plan_.agencies.size(); ++i) {
      JH_TRY_DO(load(i, plan_.agencies[i].id, own_));
      JH_TRY_DO(load(i, plan_.agencies[i].renamed_from, renamed_));
    }
    std::vector<IndicatorIdentities> identities(plan_.projects.size());
    for (std::size_t i = 0; i < plan_.rows.size(); ++i) {
      auto& row = plan_.rows[i];
      row.identity = identities[row.project].next(request_.indicators[i]);
      match(i);
    }
    note_gone(own_);
    note_gone(renamed_);
    return {};
  }

 private:
  Result<void> load(std::size_t index, std::int64_t agency, StoredRows& rows) {
    if (agency == 0) {
      return {};
    }
    JH_TRY(const auto found, planning_.connection.prepare(kSelectStored));
    JH_TRY_DO(found->run({request_.region, agency, std::int64_t{request_.year}, request_.form}));
    JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
      StoredRow stored{.ids = {row.integer(0), row.integer(1), std::string(row.text(4))},
                       .revision = row.integer(2),
                       .is_current = row.integer(3) != 0,
                       .agency = std::string(row.text(7)),
                       .project = std::string(row.text(8)),
                       .place = std::string(row.text(kPlace)),
                       .document_id = row.integer(kDocument)};
      for (int i = 0; i < 6; ++i) {
        stored.values.emplace_back(row.text(kFirstValue + i));
      }
      if (request_.approved && stored.is_current) {
        plan_.result.reported += row.integer(kReported);
      }
      rows.emplace(key_of(index, row.text(5), row.text(6)), std::move(stored));
    }));
    JH_TRY(auto edits, load_edited_cells(planning_.connection, request_.region, kOfAgency, agency));
    edits_.merge(edits);
    return {};
  }

  static StoredRow* find(StoredRows& rows, const std::string& key) {
    const auto it = rows.find(key);
    return it == rows.end() ? nullptr : &it->second;
  }

  void match(std::size_t index) {
    auto& row = plan_.rows[index];
    const auto& project = plan_.projects[row.project];
    const auto key = key_of(project.agency, project.identity, row.identity);
    auto* own = find(own_, key);
    auto* renamed = find(renamed_, key);
    std::vector<EditedCell> edits;
    take_edits(renamed, edits);
    take_edits(own, edits);
    const auto* base = own != nullptr && own->is_current ? own : renamed;
    const bool differs = compare(index, base);
    if (own != nullptr) {
      const bool shows_other = differs || !edits.empty() || !own->is_current;
      row.indicator_id = own->ids.indicator_id;
      row.revision = own->revision + (shows_other ? 1 : 0);
      row.old_search = own->is_current ? own->ids.search : std::string();
    }
    if (renamed != nullptr) {
      row.renamed_indicator = renamed->ids.indicator_id;
    }
    show(index, edits);
  }

  void take_edits(StoredRow* stored, std::vector<EditedCell>& edits) {
    if (stored == nullptr) {
      return;
    }
    stored->is_continued = true;
    if (const auto it = edits_.find(stored->ids.indicator_id); it != edits_.end()) {
      edits.insert(edits.end(), it->second.begin(), it->second.end());
    }
  }

  /// Notes what the document says differently; true when it does.
  bool compare(std::size_t index, const StoredRow* base) {
    auto& result = plan_.result;
    const auto& filed = request_.indicators[index];
    if (base == nullptr || !base->is_current) {
      ++result.added;
      result.added_rows.push_back(
          {agency_name(index), filed.project, filed.name, to_string(filed.place), 0});
      return true;
    }
    bool differs = false;
    for (std::size_t i = 0; i < base->values.size(); ++i) {
      auto after = value_of(filed, kAllFields[i]);
      if (after != base->values[i]) {
        differs = true;
        result.changed.push_back({agency_name(index), filed.project, filed.name, kAllFields[i],
                                  base->values[i], std::move(after)});
      }
    }
    result.unchanged += differs ? 0 : 1;
    return differs;
  }

  [[nodiscard]] const std::string& agency_name(std::size_t index) const {
    return plan_.agencies[plan_.projects[plan_.rows[index].project].agency].agency.name;
  }

  /// Sets how the row will stand, and notes which edits it carries.
  void show(std::size_t index, const std::vector<EditedCell>& edits) {
    const auto& filed = request_.indicators[index];
    if (edits.empty() && !filed.agency.empty()) {
      return;
    }
    if (plan_.edited.empty()) {
      plan_.edited.assign(request_.indicators.begin(), request_.indicators.end());
    }
    auto& shown = plan_.edited[index];
    shown = lay_over(filed, edits, planning_.hooks.retype);
    shown.agency = agency_name(index);
    for (const auto& cell : edits) {
      auto now = value_of(filed, cell.field);
      const bool conflict = !lives(cell, now);
      flag(cell, conflict);
      if (conflict) {
        plan_.result.conflicts.push_back(
            {shown.agency, filed.project, filed.name, cell.field, std::move(now), cell.laid});
      } else {
        ++plan_.result.carried;
      }
    }
  }

  void flag(const EditedCell& cell, bool conflict) {
    if (cell.conflict != conflict) {
      plan_.flags.push_back({cell.overlay_id, cell.field, conflict});
    }
  }

  /// Current rows that end, in the order of their ids (that is, as they were first filed): those
  /// the document does not have, and all of an agency that goes on under another name.
  void note_gone(const StoredRows& rows) {
    std::vector<const StoredRow*> gone;
    for (const auto& [key, row] : rows) {
      if (row.is_current && (!row.is_continued || &rows == &renamed_)) {
        gone.push_back(&row);
      }
    }
    std::ranges::sort(gone, {}, [](const StoredRow* row) { return row->ids.indicator_id; });
    for (const auto* row : gone) {
      plan_.gone.push_back(row->ids);
      if (!row->is_continued) {
        ++plan_.result.gone;
        plan_.result.gone_rows.push_back({row->agency, row->project, row->values[2],
                                          to_string(place(row->place)), row->document_id});
        note_gone_edits(*row);
      }
    }
  }

  void note_gone_edits(const StoredRow& row) {
    const auto it = edits_.find(row.ids.indicator_id);
    if (it == edits_.end()) {
      return;
    }
    for (const auto& cell : it->second) {
      flag(cell, true);
      plan_.result.conflicts.push_back(
          {row.agency, row.project, row.values[2], cell.field, "", cell.laid});
    }
  }

  const Planning& planning_;
  const FilingRequest& request_;
  FilingPlan& plan_;
  StoredRows own_{};
  StoredRows renamed_{};
  EditedCells edits_{};
};

}  // namespace

Result<void> plan_rows(const Planning& planning) {
  return Matching(planning).run();
}

}  // namespace jiheng::store
