#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "sql/pool.h"
#include "store/corrections.h"
#include "store/filing.h"
#include "store/library.h"
#include "store/listing.h"
#include "store/numbers.h"

namespace jiheng::store {

/// Cells to lay over one row. `revision` is the one the caller has seen; `after` is folded.
struct Edit {
  std::int64_t indicator_id{};
  std::int64_t revision{};
  std::vector<Change> changes{};
  std::string rule{};
  std::string author{};
};

/// What the repositories of single aggregates (actuals.h, project_money.h) work with.
struct StoreParts {
  sql::Pool& pool;
  const Clock& clock;
  IdMaker& ids;
};

/// Everything that is kept between requests, in SQLite or PostgreSQL.
///
/// Shape   every call names the region first: ids are looked for in this region only.
/// Errors  unavailable when the database cannot be reached or its schema is not this program's.
///         A call either happens completely or not at all; calls from several threads are safe.
/// Source  docs/adr/0006-identity-filings-overlays.md
class Store {
 public:
  /// `url` as for `sql::open`. `clock` and `ids` outlive the store. Does not migrate.
  [[nodiscard]] static Result<std::unique_ptr<Store>> open(const std::string& url,
                                                           const Clock& clock, IdMaker& ids);

  /// For the repositories beside this one; the store outlives them.
  [[nodiscard]] StoreParts parts() {
    return {*pool_, clock_, ids_};
  }

  // The database itself (store.cc)
  /// Brings the schema up to date; gives how many migrations were applied.
  [[nodiscard]] Result<std::size_t> migrate();
  /// Errors  unavailable `store.not_migrated` until the schema is this program's.
  [[nodiscard]] Result<void> ready();
  /// Looks for damage: the engine's own check, and counts and search rows against the rows they
  /// are made from. Gives what is wrong; nothing when all is well.
  [[nodiscard]] Result<std::vector<Text>> check();
  /// Region codes, those that hold filings first, then those with a library alone; each sorted.
  [[nodiscard]] Result<std::vector<std::string>> regions();

  // Filings (filing.cc, imports.cc)
  /// What `file` would do; changes nothing.
  /// Errors  invalid_input `store.bad_region`, `store.no_rows`, `store.no_agency` (where: the
  ///         row's place), `store.bad_year`.
  [[nodiscard]] Result<FilingResult> plan(const FilingRequest& request, const Hooks& hooks);
  /// Files a document: rows, edits carried forward, findings and report in one transaction.
  /// Errors  those of `plan`.
  [[nodiscard]] Result<FilingResult> file(const FilingRequest& request, const Hooks& hooks);
  /// Newest first; `year` 0 means every year. `limit` 1 … 200.
  [[nodiscard]] Result<Page<Import>> imports(std::string_view region, int year,
                                             std::string_view cursor, std::int64_t limit);
  /// Errors  not_found `store.no_import`.
  [[nodiscard]] Result<ImportWithReport> import(std::string_view region, std::int64_t version_id);
  /// The newest version the document was filed as; nothing when it is only stored.
  [[nodiscard]] Result<std::optional<Import>> newest_import(std::string_view region,
                                                            std::int64_t document_id);
  /// Errors  not_found `store.no_document`.
  [[nodiscard]] Result<StoredDocument> document(std::string_view region, std::int64_t id);
  /// Current rows that take any of the lines `first` … `last` of a document, by line.
  [[nodiscard]] Result<std::vector<RowLines>> rows_on_lines(std::string_view region,
                                                            std::int64_t document_id, int first,
                                                            int last);
  /// Current rows of a document that stand on the pages `first` … `last`, in document order.
  [[nodiscard]] Result<std::vector<PlacedRow>> rows_on_pages(std::string_view region,
                                                             std::int64_t document_id, int first,
                                                             int last);
  /// All current rows of a document, in its order.
  [[nodiscard]] Result<std::vector<PlacedRow>> rows_of_document(std::string_view region,
                                                                std::int64_t document_id);

  // Edits and findings (overlays.cc, applied_rules.cc, findings.cc, review_year.cc)
  /// Lays all edits or none; types the rows anew and reviews their projects. Gives the overlays'
  /// ids in the order of the edits.
  /// Errors  not_found `store.no_indicator`; conflict `store.changed_meanwhile` for a revision that
  ///         is not the stored one; invalid_input `store.no_change` when an edit would leave its
  ///         row as it is.
  [[nodiscard]] Result<std::vector<std::int64_t>> lay_overlays(std::string_view region,
                                                               std::span<const Edit> edits,
                                                               const Hooks& hooks);
  /// Takes one overlay back; gives the indicator it lay over.
  /// Errors  not_found `store.no_overlay`, or `store.no_indicator` when its row is gone; conflict
  ///         `store.changed_meanwhile`, `store.already_undone`.
  [[nodiscard]] Result<std::int64_t> undo_overlay(std::string_view region, std::int64_t overlay_id,
                                                  std::int64_t revision, const Hooks& hooks);
  /// Takes overlays back, all of them in one transaction; gives how many. One that is gone or taken
  /// back already, or whose row was changed since, is left as it is. Several over one row name the
  /// revision it has before the first of them goes.
  [[nodiscard]] Result<std::int64_t> undo_overlays(std::string_view region,
                                                   std::span<const LaidEdit> edits,
                                                   const Hooks& hooks);
  /// The last time a rule's suggestions were laid over rows of a year, of what still stands;
  /// nothing where none does.
  [[nodiscard]] Result<std::optional<AppliedRule>> last_applied(std::string_view region, int year,
                                                                std::string_view rule);
  /// In how many rows of a year a rule's suggestion stands.
  [[nodiscard]] Result<std::int64_t> count_suggestions(std::string_view region, int year,
                                                       std::string_view rule);
  /// The edits of a row, oldest first, undone ones included.
  [[nodiscard]] Result<std::vector<Overlay>> overlays_of(std::string_view region,
                                                         std::int64_t indicator_id);
  /// Every agency of a year in turn, or the one, as its rows are judged.
  /// Errors  unavailable `store.review_stopped` between two agencies, once `watch.stop` asks for
  /// it.
  [[nodiscard]] Result<void> each_agency(std::string_view region, const AgencyOrYear& of,
                                         const std::function<Result<void>(AgencyRows rows)>& each,
                                         const YearWatch& watch = {});
  /// Keeps the copies and costs a look at the whole year found, in place of those of before; what
  /// is judged from now on knows them.
  [[nodiscard]] Result<void> keep_comparisons(std::string_view region, int year,
                                              const ReviewFacts& found);
  /// Judges every current row of a year anew, an agency at a time, and keeps by which pack. Gives
  /// the findings that stand.
  /// Errors  unavailable `store.review_stopped` between two agencies, once `watch.stop` asks for
  /// it.
  [[nodiscard]] Result<Counts> review_year(std::string_view region, const ReviewRun& run,
                                           const Hooks& hooks, const YearWatch& watch = {});
  /// How many versions of filings a year has got since.
  [[nodiscard]] Result<std::int64_t> filed_since(std::string_view region, int year,
                                                 std::int64_t at_ms);
  /// What is known around the current rows of a year, or of one agency's.
  [[nodiscard]] Result<ReviewFacts> review_facts(std::string_view region, int year,
                                                 std::optional<std::int64_t> agency);
  /// What the filings of these agencies say around their rows, without other projects and earlier
  /// years.
  [[nodiscard]] Result<ReviewFacts> filed_facts(std::string_view region, int year,
                                                const std::vector<std::int64_t>& agencies);
  /// The documents whose rows a year holds now, by id.
  [[nodiscard]] Result<std::vector<FiledDocument>> filed_documents(std::string_view region,
                                                                   int year);
  /// The rows earlier years hold of an agency, or of all, in the order of `sort_past`.
  [[nodiscard]] Result<std::vector<PastRow>> past_rows(std::string_view region, int year,
                                                       std::optional<std::int64_t> agency);
  /// The current rows of a year that have one of these names, at most `limit`, in document order.
  [[nodiscard]] Result<std::vector<StoredIndicator>> rows_named(
      std::string_view region, int year, const std::vector<std::string>& names, std::int64_t limit);
  /// Marks findings of current rows (`Finding::row` indexes them) that are set aside.
  [[nodiscard]] Result<void> mark_waived(std::string_view region, int year,
                                         std::span<const StoredIndicator> rows,
                                         std::span<Finding> findings);
  /// By what each year that holds rows is judged.
  [[nodiscard]] Result<std::vector<StoredRun>> judged_by(std::string_view region);

  // Waivers (waivers.cc)
  /// Sets a finding aside, with its reason, for as long as its cells are what they are; gives the
  /// waiver's id.
  /// Errors  not_found `store.no_indicator`, `store.no_finding`; conflict
  ///         `store.changed_meanwhile`, `store.already_waived`.
  [[nodiscard]] Result<std::int64_t> waive(std::string_view region, const NewWaiver& waiver,
                                           const Hooks& hooks);
  /// Takes a waiver back: its finding stands again.
  /// Errors  not_found `store.no_waiver`; conflict `store.waiver_ended`.
  [[nodiscard]] Result<void> end_waiver(std::string_view region, std::int64_t waiver_id,
                                        std::string_view author, const Hooks& hooks);
  /// Findings of a year that are set aside now, by rule and pack.
  [[nodiscard]] Result<std::vector<WaiverCount>> count_waivers(std::string_view region, int year);
  /// Newest first. `limit` 1 … 200.
  /// Errors  invalid_input `store.bad_cursor`.
  [[nodiscard]] Result<Page<StoredWaiver>> list_waivers(const WaiverFilter& filter,
                                                        std::string_view cursor,
                                                        std::int64_t limit);

  // Corrections and the queue of doubtful rows (corrections.cc, doubts.cc)
  /// Remembers what a person says; what was said of the same column or row before is replaced and
  /// stays as history.
  [[nodiscard]] Result<Correction> remember(std::string_view region, const NewCorrection& said);
  /// Ends a correction; gives it as it is then.
  /// Errors  not_found `store.no_correction`; conflict `store.correction_ended`.
  [[nodiscard]] Result<Correction> take_back(std::string_view region, std::int64_t id,
                                             std::string_view author);
  /// Newest first. `limit` 1 … 200.
  [[nodiscard]] Result<Page<Correction>> list_corrections(const CorrectionFilter& filter,
                                                          std::string_view cursor,
                                                          std::int64_t limit);
  /// Everything documents of the region are to be read by.
  [[nodiscard]] Result<Corrections> living_corrections(std::string_view region);
  /// Current rows in doubt, in document order. `limit` 1 … 200.
  [[nodiscard]] Result<Page<StoredDoubt>> list_doubts(const DoubtFilter& filter,
                                                      std::string_view cursor, std::int64_t limit);
  /// Whatever the reason that is asked for.
  [[nodiscard]] Result<DoubtCounts> count_doubts(const DoubtFilter& filter);

  // The office's indicator library (library.cc, library_decisions.cc)
  /// Keeps the next version of each entry, all or none.
  /// Errors  conflict `store.entry_changed_meanwhile` (where: the code) when the newest version of
  ///         one is not the one that was seen.
  [[nodiscard]] Result<void> keep_library_versions(std::string_view region,
                                                   std::span<const NewLibraryVersion> entries);
  /// The newest version of every entry the office has, by code; retired ones too.
  [[nodiscard]] Result<std::vector<LibraryVersion>> library(std::string_view region);
  /// Every version of an entry, newest first.
  [[nodiscard]] Result<std::vector<LibraryVersion>> library_versions(std::string_view region,
                                                                     std::string_view code);
  /// Remembers what persons say, all or nothing; what was said of the same name or indicator before
  /// is replaced and stays as history. Gives the ids, in order.
  [[nodiscard]] Result<std::vector<std::int64_t>> decide_library(
      std::string_view region, std::span<const NewLibraryDecision> decisions);
  /// Ends decisions, all or none.
  /// Errors  not_found `store.no_decision`; conflict `store.decision_ended`.
  [[nodiscard]] Result<void> take_back_library(std::string_view region,
                                               std::span<const std::int64_t> ids,
                                               std::string_view author);
  /// Everything that counts now, oldest first; `ConfirmedEntries` answers from it.
  [[nodiscard]] Result<std::vector<LibraryDecision>> library_decisions(std::string_view region);
  /// The current rows of a year, in document order, without findings.
  [[nodiscard]] Result<std::vector<MatchableRow>> matchable_rows(std::string_view region, int year);

  // Lists and pages (list_indicators.cc, list_projects.cc, numbers.cc)
  /// Rows with their findings, without overlays. `limit` 1 … 2000.
  /// Errors  invalid_input `store.bad_cursor`.
  [[nodiscard]] Result<Page<StoredIndicator>> list_indicators(
      const IndicatorFilter& filter, const Stretch<IndicatorSort>& stretch);
  /// Every row of the list in turn, for exports; holds a page at a time.
  [[nodiscard]] Result<void> each_indicator(
      const IndicatorFilter& filter, IndicatorSort sort, bool descending,
      const std::function<void(const StoredIndicator& row)>& each);
  /// With findings and overlays. Errors  not_found `store.no_indicator`, also for a row that the
  /// newest filing no longer has.
  [[nodiscard]] Result<StoredIndicator> indicator(std::string_view region, std::int64_t id);
  [[nodiscard]] Result<Page<ProjectSummary>> list_projects(const ProjectFilter& filter,
                                                           const Stretch<ProjectSort>& stretch);
  /// Errors  not_found `store.no_project`.
  [[nodiscard]] Result<StoredProject> project(std::string_view region, std::int64_t id);
  /// Agencies that have rows in the year, by name.
  [[nodiscard]] Result<std::vector<AgencyCount>> agencies(std::string_view region, int year);
  [[nodiscard]] Result<Overview> overview(std::string_view region, int year);
  /// Years that have rows, newest first.
  [[nodiscard]] Result<std::vector<YearCount>> years(std::string_view region);

 private:
  Store(std::unique_ptr<sql::Pool> pool, const Clock& clock, IdMaker& ids)
      : pool_(std::move(pool)), clock_(clock), ids_(ids) {}

  std::unique_ptr<sql::Pool> pool_;
  const Clock& clock_;
  IdMaker& ids_;
};

}  // namespace jiheng::store
