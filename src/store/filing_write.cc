#include "store/filing_write.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "store/approved_rows.h"
#include "store/comparisons.h"
#include "store/facts.h"
#include "store/findings.h"
#include "store/identity.h"
#include "store/monitoring_state.h"
#include "store/query.h"
#include "store/row_text.h"
#include "store/shown_row.h"

namespace jiheng::store {

namespace {

constexpr std::string_view kInsertDocument =
    "INSERT INTO document (region_code, document_id, hash, name, format, encoding, size) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)";
constexpr std::string_view kInsertContent =
    "INSERT INTO document_content (region_code, document_id, bytes) VALUES (?, ?, ?)";
constexpr std::string_view kInsertAgency =
    "INSERT INTO agency (region_code, agency_id, identity, code, name, parent) "
    "VALUES (?, ?, ?, ?, ?, ?)";
constexpr std::string_view kUpdateAgency =
    "UPDATE agency SET name = ?, parent = COALESCE(?, parent) "
    "WHERE region_code = ? AND agency_id = ?";
constexpr std::string_view kUpdateProject =
    "UPDATE project SET name = ?, search = ?, programme = ?, title = ? "
    "WHERE region_code = ? AND project_id = ?";
constexpr std::string_view kInsertFiling =
    "INSERT INTO filing (region_code, filing_id, year, form, agencies) VALUES (?, ?, ?, ?, ?)";
constexpr std::string_view kUpdateFiling =
    "UPDATE filing SET agencies = ? WHERE region_code = ? AND filing_id = ?";
constexpr std::string_view kInsertVersion =
    "INSERT INTO filing_version (region_code, version_id, filing_id, version, document_id, "
    "filed_at, title, indicators, repeated, doubtful, unread, pack_id, pack_version, report, "
    "corrections) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr std::string_view kEndRow =
    "UPDATE indicator SET is_current = 0, revision = revision + 1, errors = 0, warnings = 0, "
    "hints = 0 WHERE region_code = ? AND indicator_id = ?";
constexpr std::string_view kMoveEdits =
    "UPDATE overlay SET indicator_id = ? WHERE region_code = ? AND indicator_id = ?";
constexpr std::string_view kSetConflict =
    "UPDATE overlay_change SET conflict = ? WHERE region_code = ? AND overlay_id = ? AND field = ?";
constexpr std::string_view kEndHolding =
    "DELETE FROM holding WHERE region_code = ? AND year = ? AND form = ? AND agency_id = ?";

constexpr std::array<std::string_view, 15> kProjectColumns{
    "region_code", "project_id", "agency_id", "year",     "identity",
    "name",        "search",     "programme", "title",    "filing_id",
    "position",    "indicators", "errors",    "warnings", "hints"};
constexpr std::array<std::string_view, 30> kFiledColumns{
    "region_code", "version_id", "position",  "indicator_id", "agency",      "project",
    "level1",      "level2",     "name",      "comparator",   "target",      "measure",
    "points",      "actual",     "score",     "reason",       "typed",       "measured",
    "place",       "line",       "last_line", "filed",        "as_filed",    "repaired",
    "doubt",       "page",       "boxes",     "row_key",      "explanation", "standard"};
constexpr std::array<std::string_view, 4> kHoldingKeys{"region_code", "year", "form", "agency_id"};
constexpr std::array<std::string_view, 1> kHoldingValues{"version_id"};

sql::Value page_of(const Place& place) {
  return place.page == 0 ? sql::Value() : sql::Value(std::int64_t{place.page});
}

class Writer {
 public:
  Writer(const Planning& planning, const Clock& clock, IdMaker& ids)
      : connection_(planning.connection),
        request_(planning.request),
        plan_(planning.plan),
        clock_(clock),
        ids_(ids) {}

  Result<void> write() {
    plan_.result.version_id = ids_.next();
    count_findings();
    // Each step refers to what the steps before it wrote.
    using Step = Result<void> (Writer::*)();
    static constexpr std::array<Step, 15> kSteps{
        &Writer::write_document,   &Writer::write_agencies, &Writer::write_filing,
        &Writer::write_projects,   &Writer::write_version,  &Writer::write_holdings,
        &Writer::end_gone_rows,    &Writer::write_new_rows, &Writer::write_known_rows,
        &Writer::write_filed_rows, &Writer::write_search,   &Writer::move_edits,
        &Writer::write_conflicts,  &Writer::write_approved, &Writer::write_findings};
    for (const auto step : kSteps) {
      JH_TRY_DO((this->*step)());
    }
    return {};
  }

 private:
  void count_findings() {
    row_counts_.resize(plan_.rows.size());
    for (const auto& finding : plan_.findings) {
      count(row_counts_[finding.row], finding);
    }
    project_counts_.resize(plan_.projects.size());
    project_rows_.resize(plan_.projects.size());
    for (std::size_t i = 0; i < plan_.rows.size(); ++i) {
      const auto project = plan_.rows[i].project;
      ++project_rows_[project];
      project_counts_[project].error += row_counts_[i].error;
      project_counts_[project].warning += row_counts_[i].warning;
      project_counts_[project].hint += row_counts_[i].hint;
    }
  }

  Result<void> write_document() {
    auto& id = plan_.result.document_id;
    if (id != 0) {
      return {};
    }
    id = ids_.next();
    const auto& bytes = request_.document_bytes;
    JH_TRY_DO(connection_.execute(
        kInsertDocument, {request_.region, id, request_.document_hash, request_.document_name,
                          request_.document_format, request_.document_encoding,
                          static_cast<std::int64_t>(bytes.size())}));
    JH_TRY_DO(connection_.execute(kInsertContent, {request_.region, id, sql::Blob{bytes}}));
    return {};
  }

  Result<void> write_agencies() {
    for (auto& planned : plan_.agencies) {
      const auto& agency = planned.agency;
      if (planned.id != 0) {
        JH_TRY_DO(connection_.execute(kUpdateAgency,
                                      {agency.name, agency.parent, request_.region, planned.id}));
        continue;
      }
      planned.id = ids_.next();
      JH_TRY_DO(connection_.execute(kInsertAgency, {request_.region, planned.id, planned.identity,
                                                    agency.code, agency.name, agency.parent}));
    }
    return {};
  }

  Result<void> write_filing() {
    std::vector<std::int64_t> agencies;
    for (const auto& agency : plan_.agencies) {
      agencies.push_back(agency.id);
    }
    const auto identity = set_identity(agencies);
    if (plan_.filing_id != 0) {
      JH_TRY_DO(connection_.execute(kUpdateFiling, {identity, request_.region, plan_.filing_id}));
      return {};
    }
    plan_.filing_id = ids_.next();
    JH_TRY_DO(connection_.execute(
        kInsertFiling, {request_.region, plan_.filing_id, year(), request_.form, identity}));
    return {};
  }

  void assign_ids() {
    for (auto& project : plan_.projects) {
      new_projects_.push_back(project.id == 0);
      if (project.id == 0) {
        project.id = ids_.next();
      }
      plan_.result.projects.push_back(project.id);
    }
    for (auto& row : plan_.rows) {
      new_rows_.push_back(row.indicator_id == 0);
      if (row.indicator_id == 0) {
        row.indicator_id = ids_.next();
      }
    }
  }

  Result<void> write_projects() {
    assign_ids();
    JH_TRY_DO(update_projects());
    JH_TRY(const auto bulk, connection_.bulk("project", kProjectColumns));
    for (std::size_t i = 0; i < plan_.projects.size(); ++i) {
      if (new_projects_[i]) {
        JH_TRY_DO(add_project(*bulk, i));
      }
    }
    return bulk->finish();
  }

  [[nodiscard]] std::string project_search(const PlannedProject& project) const {
    const auto& agency = plan_.agencies[project.agency].agency;
    return search_key(project.name) + '\n' + search_key(agency.name);
  }

  /// Another spelling, or an agency's new name.
  Result<void> update_projects() {
    JH_TRY(const auto update, connection_.prepare(kUpdateProject));
    for (std::size_t i = 0; i < plan_.projects.size(); ++i) {
      const auto& project = plan_.projects[i];
      if (!new_projects_[i]) {
        const auto parts = split_project_name(project.name);
        const auto search = project_search(project);
        JH_TRY_DO(update->run(
            {project.name, search, parts.programme, parts.title, request_.region, project.id}));
      }
    }
    return {};
  }

  Result<void> add_project(sql::Bulk& bulk, std::size_t index) {
    const auto& project = plan_.projects[index];
    const auto parts = split_project_name(project.name);
    const auto search = project_search(project);
    const auto& counts = project_counts_[index];
    return bulk.row({request_.region, project.id, plan_.agencies[project.agency].id, year(),
                     project.identity, project.name, search, parts.programme, parts.title,
                     plan_.filing_id, static_cast<std::int64_t>(project.first_row),
                     project_rows_[index], counts.error, counts.warning, counts.hint});
  }

  Result<void> write_version() {
    const auto& result = plan_.result;
    const auto report = request_.report ? request_.report(result) : std::string();
    JH_TRY_DO(connection_.execute(
        kInsertVersion,
        {request_.region, result.version_id, plan_.filing_id, std::int64_t{result.version},
         result.document_id, clock_.now_ms(), request_.title,
         static_cast<std::int64_t>(plan_.rows.size()), request_.repeated, request_.doubtful,
         request_.unread, request_.pack_id, request_.pack_version, report, request_.corrections}));
    return save_facts(connection_, request_.region, result.version_id, request_.facts);
  }

  Result<void> write_holdings() {
    JH_TRY(const auto hold, connection_.prepare(connection_.dialect().upsert(
                                "holding", kHoldingKeys, kHoldingValues)));
    for (const auto& agency : plan_.agencies) {
      JH_TRY_DO(
          hold->run({request_.region, year(), request_.form, agency.id, plan_.result.version_id}));
      if (agency.renamed_from != 0) {
        JH_TRY_DO(connection_.execute(
            kEndHolding, {request_.region, year(), request_.form, agency.renamed_from}));
      }
    }
    return {};
  }

  Result<void> end_gone_rows() {
    JH_TRY(const auto end, connection_.prepare(kEndRow));
    for (const auto& row : plan_.gone) {
      JH_TRY_DO(end->run({request_.region, row.indicator_id}));
    }
    return {};
  }

  [[nodiscard]] RowPlace place_of(std::size_t index) const {
    const auto& row = plan_.rows[index];
    const auto& project = plan_.projects[row.project];
    const auto& agency = plan_.agencies[project.agency];
    return {.region = request_.region,
            .indicator_id = row.indicator_id,
            .project_id = project.id,
            .form = request_.form,
            .identity = row.identity,
            .agency_id = agency.id,
            .year = year(),
            .filing_id = plan_.filing_id,
            .version_id = plan_.result.version_id,
            .position = static_cast<std::int64_t>(index),
            .revision = row.revision,
            .agency = agency.agency.name};
  }

  Result<void> write_new_rows() {
    const auto shown = plan_.shown(request_);
    JH_TRY(const auto bulk, connection_.bulk(kIndicatorTable, indicator_columns()));
    for (std::size_t i = 0; i < plan_.rows.size(); ++i) {
      if (new_rows_[i]) {
        JH_TRY_DO(add_indicator(*bulk, place_of(i), shown[i], row_counts_[i]));
      }
    }
    return bulk->finish();
  }

  Result<void> write_known_rows() {
    const auto shown = plan_.shown(request_);
    JH_TRY(const auto update, connection_.prepare(kUpdateIndicator));
    for (std::size_t i = 0; i < plan_.rows.size(); ++i) {
      if (!new_rows_[i]) {
        JH_TRY_DO(update_indicator(*update, place_of(i), shown[i], row_counts_[i]));
      }
    }
    return {};
  }

  Result<void> write_filed_rows() {
    JH_TRY(const auto bulk, connection_.bulk("filed_row", kFiledColumns));
    for (std::size_t i = 0; i < plan_.rows.size(); ++i) {
      JH_TRY_DO(add_filed_row(*bulk, i));
    }
    return bulk->finish();
  }

  Result<void> add_filed_row(sql::Bulk& bulk, std::size_t index) {
    const auto& filed = request_.indicators[index];
    const auto comparator = value_of(filed, Field::comparator);
    const auto typed = encode(filed.typed);
    const auto measured = encode(filed.measured);
    const auto stands = encode(filed.place);
    const auto cells = encode_filed(filed);
    const auto repaired = encode(filed.repaired);
    const auto doubt = encode(filed.doubt);
    const auto boxes = encode(filed.boxes);
    return bulk.row({request_.region,
                     plan_.result.version_id,
                     static_cast<std::int64_t>(index),
                     plan_.rows[index].indicator_id,
                     filed.agency,
                     filed.project,
                     filed.level1,
                     filed.level2,
                     filed.name,
                     comparator,
                     filed.target,
                     filed.measure,
                     filed.points,
                     filed.actual,
                     filed.score,
                     filed.reason,
                     typed,
                     measured,
                     stands,
                     std::int64_t{filed.place.line},
                     std::int64_t{std::max(filed.place.line, filed.place.last_line)},
                     cells,
                     filed.as_filed,
                     repaired,
                     doubt,
                     page_of(filed.place),
                     boxes,
                     filed.row_key,
                     filed.explanation,
                     filed.standard});
  }

  Result<void> write_search() {
    const auto shown = plan_.shown(request_);
    const auto index = connection_.dialect().search_index(connection_, "indicator_search");
    for (const auto& row : plan_.gone) {
      JH_TRY_DO(index->remove(request_.region, row.indicator_id, search_grams(row.search)));
    }
    for (std::size_t i = 0; i < plan_.rows.size(); ++i) {
      const auto search = search_text(shown[i]);
      if (search != plan_.rows[i].old_search) {
        JH_TRY_DO(change_search(*index, plan_.rows[i], search));
      }
    }
    return index->finish();
  }

  Result<void> change_search(sql::SearchIndex& index, const PlannedRow& row,
                             std::string_view search) {
    if (!row.old_search.empty()) {
      JH_TRY_DO(index.remove(request_.region, row.indicator_id, search_grams(row.old_search)));
    }
    return index.add(request_.region, row.indicator_id, search_grams(search));
  }

  Result<void> move_edits() {
    JH_TRY(const auto move, connection_.prepare(kMoveEdits));
    for (const auto& row : plan_.rows) {
      if (row.renamed_indicator != 0) {
        JH_TRY_DO(move->run({row.indicator_id, request_.region, row.renamed_indicator}));
      }
    }
    return {};
  }

  Result<void> write_conflicts() {
    JH_TRY(const auto flag, connection_.prepare(kSetConflict));
    for (const auto& [overlay, field, conflict] : plan_.flags) {
      JH_TRY_DO(flag->run({std::int64_t{conflict ? 1 : 0}, request_.region, overlay, word(field)}));
    }
    return {};
  }

  Result<void> write_approved() {
    for (const auto& project : plan_.projects) {
      const auto before = plan_.agencies[project.agency].renamed_from;
      if (before != 0) {
        JH_TRY_DO(carry_approved(connection_, request_.region,
                                 {.agency_before = before,
                                  .year = year(),
                                  .identity = project.identity,
                                  .project_now = project.id}));
      }
    }
    if (!request_.approved) {
      return {};
    }
    std::vector<std::int64_t> projects;
    projects.reserve(plan_.rows.size());
    for (const auto& row : plan_.rows) {
      projects.push_back(plan_.projects[row.project].id);
    }
    return keep_approved(connection_, request_.region, plan_.result.version_id, projects);
  }

  Result<void> write_findings() {
    std::set<std::int64_t> known;
    for (std::size_t i = 0; i < plan_.projects.size(); ++i) {
      if (!new_projects_[i]) {
        known.insert(plan_.projects[i].id);
      }
    }
    for (const auto& row : plan_.gone) {
      known.insert(row.project_id);
    }
    const std::vector<std::int64_t> projects(known.begin(), known.end());
    std::vector<FindingPlace> places;
    for (const auto& row : plan_.rows) {
      places.push_back({row.indicator_id, plan_.projects[row.project].id});
    }
    JH_TRY_DO(forget_monitoring(connection_, request_.region, projects));
    JH_TRY_DO(delete_findings(connection_, request_.region, projects));
    JH_TRY_DO(add_findings(connection_, request_.region, year(), places, plan_.findings));
    ProjectIds named;
    for (std::size_t i = 0; i < places.size(); ++i) {
      const auto& row = request_.indicators[i];
      named.emplace(std::pair(row.agency, row.project), places[i].project_id);
    }
    JH_TRY_DO(add_costs(connection_, request_.region, year(), named, request_.facts.costs));
    return recount(connection_, request_.region, projects);
  }

  [[nodiscard]] std::int64_t year() const {
    return request_.year;
  }

  sql::Connection& connection_;
  const FilingRequest& request_;
  FilingPlan& plan_;
  const Clock& clock_;
  IdMaker& ids_;
  std::vector<Counts> row_counts_{};
  std::vector<Counts> project_counts_{};
  std::vector<std::int64_t> project_rows_{};
  std::vector<bool> new_projects_{};
  std::vector<bool> new_rows_{};
};

}  // namespace

Result<void> write_filing(const Planning& planning, const Clock& clock, IdMaker& ids) {
  return Writer(planning, clock, ids).write();
}

}  // namespace jiheng::store
