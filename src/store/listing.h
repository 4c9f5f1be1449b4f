#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/comparator.h"
#include "domain/finding.h"
#include "domain/indicator.h"
#include "domain/target.h"
#include "domain/waiver.h"
#include "store/filing.h"

namespace jiheng::store {

enum class IndicatorSort : std::uint8_t {
  document,
  agency,
  project,
  level,
  name,
  comparator,
  target,
  kind,
  findings,
};

/// Which current indicators. What is empty does not filter.
struct IndicatorFilter {
  std::string region;
  int year{};
  std::optional<std::int64_t> agency{};
  std::optional<std::int64_t> project{};
  std::string level1{};
  std::string level2{};
  std::optional<TargetKind> kind{};
  std::optional<Comparator> comparator{};
  bool no_comparator{};  // only rows whose comparator is blank
  std::optional<bool> measurable{};
  std::optional<Severity> severity{};  // rows with a finding of it
  std::string rule{};                  // rows with a finding of it
  std::string query{};                 // words, each in the row's name, target or project
};

/// A stretch of a sorted list. `cursor` is a page's `next`, under the same sort and direction.
template <typename Sort>
struct Stretch {
  Sort sort{};
  bool descending{};
  std::string cursor{};
  std::int64_t limit{50};
};

/// Shape   `next` is "" on the last page. `total` counts the whole list; beyond `kCountedRows` it
///         is that number and not exact.
template <typename Item>
struct Page {
  std::vector<Item> items{};
  std::string next{};
  std::int64_t total{};
  bool total_is_exact{true};
};

inline constexpr std::int64_t kCountedRows = 10'000;

/// An edit or applied suggestion laid over a filed row.
///
/// Shape   `before` is what the cells showed until then; `conflict` says that a later filing
///         changed a filed cell under it, so that this cell of the edit does not show.
struct Overlay {
  std::int64_t id{};
  std::int64_t indicator_id{};
  std::vector<Change> changes{};
  std::vector<Change> before{};
  std::string author;
  std::int64_t at_ms{};
  std::string rule;
  bool undone{};
  bool conflict{};
};

/// An edit that was laid over a row, and the revision that row was seen at.
struct LaidEdit {
  std::int64_t overlay{};
  std::int64_t revision{};
};

/// What one person laid over rows of a year by a rule in one go, as far as it still stands.
struct AppliedRule {
  std::string author;
  std::int64_t at_ms{};
  std::vector<LaidEdit> edits{};  // with the rows' revisions as they are
};

/// A current row: what was filed with the edits laid over it.
///
/// Shape   `row` has the edited cells, and everything else as filed. `filed_values` are the six
///         folded cells as filed, in the order of Field; `edited` the fields that show something
///         else; where overlays are filled, every field a living edit covers.
struct StoredIndicator {
  std::int64_t id{};
  std::int64_t revision{};
  std::int64_t project_id{};
  std::int64_t agency_id{};
  std::int64_t document_id{};
  Indicator row{};
  std::vector<std::string> filed_values{};
  std::vector<Field> edited{};
  std::vector<Finding> findings{};
  std::vector<Overlay> overlays{};  // oldest first, undone ones too; filled where a page needs them
};

/// All agencies of a year, or one.
struct AgencyOrYear {
  int year{};
  std::optional<std::int64_t> agency{};
};

/// A document with rows that count: its name, and the id of the frame it is written in, "" where
/// none fits it.
struct FiledDocument {
  std::int64_t id{};
  std::string name;
  std::string frame{};
};

/// The rows of an agency and year as they are judged.
///
/// Shape   `rows` are those of `stored` in the same order, edits spelled as they were made.
struct AgencyRows {
  std::vector<StoredIndicator> stored{};
  std::vector<Indicator> rows{};
  ReviewFacts facts{};
};

/// By what a year is judged anew.
struct ReviewRun {
  int year{};
  std::string pack_id;
  std::int64_t pack_version{};
};

/// By what a year is judged: when it was last judged anew, and what stood then.
///
/// Shape   `at_ms` is 0, and nothing counted, for a year that never was: `run` is then what its
///         newest filing was judged by.
struct StoredRun {
  ReviewRun run;
  std::int64_t at_ms{};
  Counts findings{};
};

/// A finding to set aside: the rule's on a row or, where it is about the project, on the project's
/// first row. `revision` is the row's as it was seen.
struct NewWaiver {
  std::int64_t indicator_id{};
  std::int64_t revision{};
  std::string rule;
  std::optional<bool> of_project{};  // which of the two; not said: the first that stands
  WaiverKind kind{};
  std::string reason;
  std::string author{};
  std::string pack_id{};  // the one the finding was made by
  std::int64_t pack_version{};
};

struct WaiverFilter {
  std::string region;
  int year{};
  std::string rule{};
  bool ended{};  // those that were taken back, too
};

/// A waiver and what it is about; `indicator` is "" where that is the project.
struct StoredWaiver {
  Waiver waiver;
  std::string rule;
  Text message;  // of the finding, as it was then
  std::int64_t project_id{};
  std::int64_t indicator_id{};
  std::string project;
  std::string agency;
  std::string indicator;
  bool living{};
  std::string ended_by{};
  std::int64_t ended_at_ms{};
  bool lapsed{};  // lives, but what it was said of reads otherwise by now
};

/// Of one rule and, of those reported by it, one version of a pack; "" for what was set aside
/// before packs were kept.
struct WaiverCount {
  std::string rule;
  std::string pack_id{};
  std::int64_t pack_version{};
  std::int64_t waived{};
  std::int64_t false_alarms{};
};

enum class ProjectSort : std::uint8_t { document, name, agency, indicators, findings };

struct ProjectFilter {
  std::string region;
  int year{};
  std::optional<std::int64_t> agency{};
  std::optional<Severity> severity{};
  bool any_finding{};   // only those a finding stands in
  std::string rule{};   // only those it found something in; of those, its findings are counted
  std::string query{};  // words, each in the project's or its agency's name
};

struct ProjectSummary {
  std::int64_t id{};
  std::int64_t agency_id{};
  int year{};
  std::string agency;
  std::string programme;
  std::string title;
  std::string name;  // the whole cell
  std::int64_t indicators{};
  Counts findings{};
};

/// Where a project's rows stand.
struct ProjectSource {
  std::int64_t document_id{};
  std::string name;
  int first_line{};
  int version{};
  std::string pack_id;
  std::int64_t pack_version{};
  std::string frame{};  // id of the one its document is written in; "" where none was told
};

struct StoredProject {
  ProjectSummary summary{};
  ProjectSource source{};
  std::vector<StoredIndicator> rows{};  // document order, with findings and overlays
};

}  // namespace jiheng::store
