#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/import_report.h"
#include "app/workspace.h"
#include "base/result.h"
#include "store/listing.h"
#include "store/numbers.h"

// The reading use cases: what the pages of the application show. All of them look at one region
// (`region_of`) and give Errors of the store.
namespace jiheng::app {

/// A year in numbers, the projects that need work most, and what was imported last.
struct OverviewPage {
  store::Overview numbers{};
  std::vector<store::ProjectSummary> attention{};  // at most 10, most findings first
  std::vector<store::Import> imports{};            // at most 5, newest first
};

[[nodiscard]] Result<std::vector<store::YearCount>> years(const Workspace& workspace);
[[nodiscard]] Result<OverviewPage> overview(const Workspace& workspace, int year);
[[nodiscard]] Result<std::vector<store::AgencyCount>> agencies(const Workspace& workspace,
                                                               int year);

/// `filter.region` is filled in here.
[[nodiscard]] Result<store::Page<store::ProjectSummary>> list_projects(
    const Workspace& workspace, store::ProjectFilter filter,
    const store::Stretch<store::ProjectSort>& stretch);
[[nodiscard]] Result<store::Page<store::StoredIndicator>> list_indicators(
    const Workspace& workspace, store::IndicatorFilter filter,
    const store::Stretch<store::IndicatorSort>& stretch);

/// A frame as the rows of a project would stand in it: for each row its kind there, nullptr where
/// the frame has none.
struct FrameView {
  const Frame* frame{};
  std::vector<const Category*> kinds{};
};

/// The frame a project is written in, nullptr where none is told, and its rows in every frame.
struct ProjectFrames {
  const Frame* own{};
  std::vector<FrameView> all{};
};

[[nodiscard]] ProjectFrames frames_of(const Workspace& workspace,
                                      const store::StoredProject& project);

[[nodiscard]] Result<store::StoredProject> project(const Workspace& workspace, std::int64_t id);
[[nodiscard]] Result<store::StoredIndicator> indicator(const Workspace& workspace, std::int64_t id);

/// `year` 0 means every year.
[[nodiscard]] Result<store::Page<store::Import>> list_imports(const Workspace& workspace, int year,
                                                              std::string_view cursor,
                                                              std::int64_t limit);
/// The kept report of one filing version, with its ids.
[[nodiscard]] Result<ImportReport> import_report(const Workspace& workspace, std::int64_t id);

/// A line of a document's text; `fate` what it became when it holds no indicator, or "".
struct DocumentLine {
  int line{};
  std::string text{};
  std::string fate{};
  std::vector<store::RowLines> indicators{};
};

struct DocumentLines {
  std::int64_t document_id{};
  std::string name{};
  std::string format{};
  int total{};
  int from{};
  std::vector<DocumentLine> lines{};
};

/// Lines `from` … `from` + `limit` - 1 of a text or CSV document; none beyond the end.
/// Errors  invalid_input `browse.no_lines` for any other document.
[[nodiscard]] Result<DocumentLines> document_lines(const Workspace& workspace, std::int64_t id,
                                                   int from, int limit);

}  // namespace jiheng::app
