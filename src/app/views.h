#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/finding.h"
#include "domain/indicator.h"

namespace jiheng::app {

/// How many findings of each severity.
struct Counts {
  std::int64_t error{};
  std::int64_t warning{};
  std::int64_t hint{};

  friend bool operator==(const Counts&, const Counts&) = default;
};

/// One edit laid over a filed row. `before` holds what the cells showed until then.
struct OverlayView {
  std::int64_t id{};
  std::vector<Change> changes{};
  std::vector<Change> before{};
  std::string author{};
  std::int64_t at_ms{};
  std::string rule{};  // the rule whose suggestion it was, or ""
  bool undone{};
  bool conflict{};  // a later filing changed a cell under it
};

/// A stored row as it stands now: what was filed with the edits laid over it.
///
/// Shape   `row` has the edited, folded and newly typed cells; `row.filed` what was filed. `edited`
///         the fields some living overlay covers, in the order of `Field`. Findings are those of
///         the row as it stands. `overlays` oldest first, undone ones included.
struct IndicatorView {
  std::int64_t id{};
  std::int64_t revision{};
  std::int64_t project_id{};
  std::int64_t agency_id{};
  std::int64_t document_id{};
  Indicator row{};
  std::vector<Field> edited{};
  std::vector<Finding> findings{};
  std::vector<OverlayView> overlays{};
};

struct ProjectSummary {
  std::int64_t id{};
  std::int64_t agency_id{};
  std::string agency{};
  std::string programme{};
  std::string title{};
  std::string name{};  // the whole cell
  std::int64_t indicators{};
  Counts findings{};
};

/// Where a project's rows stand in which document.
struct SourceView {
  std::int64_t document_id{};
  std::string name{};
  int first_line{};
  int version{};
};

struct ProjectView {
  ProjectSummary summary{};
  int year{};
  std::vector<IndicatorView> rows{};  // document order
  std::optional<SourceView> source{};
};

}  // namespace jiheng::app
