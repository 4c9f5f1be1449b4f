#include "app/corrections.h"

#include <algorithm>

#include "app/filing.h"
#include "base/text.h"
#include "intake/target_language.h"

namespace jiheng::app {
namespace {

// Columns of the widest worksheets.
constexpr std::int64_t kMostColumns = 16'384;

Result<std::string> region_or_own(const Workspace& workspace, const std::string& region) {
  JH_TRY_DO(check_region(region));
  return region.empty() ? region_of(workspace) : Result<std::string>(region);
}

RowReading folded(const RowReading& reading) {
  return {.agency = fold_cell(reading.agency),
          .project = fold_cell(reading.project),
          .level1 = fold_cell(reading.level1),
          .level2 = fold_cell(reading.level2),
          .name = fold_cell(reading.name),
          .comparator = reading.comparator,
          .target = fold_cell(reading.target),
          .measure = fold_cell(reading.measure),
          .points = fold_cell(reading.points)};
}

std::vector<RowReading> folded(const std::vector<RowReading>& readings) {
  std::vector<RowReading> result;
  std::ranges::transform(readings, std::back_inserter(result),
                         [](const RowReading& one) { return folded(one); });
  return result;
}

/// A reading is one indicator: it has a name, and one value at most.
Result<void> check_reading(const RowReading& reading, const Vocabulary& vocabulary) {
  if (reading.name.empty()) {
    return fail(ErrorCode::invalid_input, {"corrections.no_name"}, "name");
  }
  const auto comparator =
      reading.comparator ? std::string(sign(*reading.comparator)) : std::string();
  if (intake::read_target({comparator, reading.target, reading.measure}, vocabulary).size() > 1) {
    return fail(ErrorCode::invalid_input, {"corrections.several_values", {reading.target}},
                "target");
  }
  return {};
}

store::NewCorrection seen_in(const SeenIn& in, const Workspace& workspace) {
  store::NewCorrection said;
  said.document_name = in.document_name;
  said.document_hash = in.document_hash;
  said.place = in.place;
  said.row_text = in.text;
  said.author = workspace.user;
  return said;
}

}  // namespace

Result<store::Correction> decide_row(const Workspace& workspace, const RowDecision& decision) {
  JH_TRY(const auto region, region_or_own(workspace, decision.region));
  if (!is_row_key(decision.key) || decision.verdict == Verdict::mapped) {
    return fail(ErrorCode::invalid_input, {"corrections.bad_key"}, "row");
  }
  auto said = seen_in(decision.in, workspace);
  said.verdict = decision.verdict;
  said.layout = layout_of_key(decision.key);
  said.subject = decision.key;
  said.before = folded(decision.seen);
  if (decision.verdict == Verdict::corrected) {
    said.after = folded(decision.readings);
    if (said.after.empty()) {
      return fail(ErrorCode::invalid_input, {"corrections.no_reading"}, "readings");
    }
    for (const auto& reading : said.after) {
      JH_TRY_DO(check_reading(reading, workspace.vocabulary));
    }
  } else if (decision.verdict == Verdict::confirmed) {
    said.after = said.before;
  }
  return workspace.store.remember(region, said);
}

Result<store::Correction> map_column(const Workspace& workspace, const ColumnDecision& decision) {
  JH_TRY(const auto region, region_or_own(workspace, decision.region));
  if (!is_layout(decision.layout)) {
    return fail(ErrorCode::invalid_input, {"corrections.bad_layout"}, "layout");
  }
  if (decision.column < 0 || decision.column >= kMostColumns) {
    return fail(ErrorCode::invalid_input, {"corrections.bad_column"}, "column");
  }
  auto said = seen_in(decision.in, workspace);
  said.verdict = Verdict::mapped;
  said.layout = decision.layout;
  said.subject = decision.layout + "/" + std::to_string(decision.column);
  said.head = fold_cell(decision.head);
  said.role_before = decision.before;
  said.role_after = decision.role;
  return workspace.store.remember(region, said);
}

Result<store::Correction> take_back(const Workspace& workspace, const std::string& region,
                                    std::int64_t id) {
  JH_TRY(const auto own, region_or_own(workspace, region));
  return workspace.store.take_back(own, id, workspace.user);
}

Result<store::Page<store::Correction>> list_corrections(const Workspace& workspace,
                                                        store::CorrectionFilter filter,
                                                        std::string_view cursor,
                                                        std::int64_t limit) {
  JH_TRY(filter.region, region_or_own(workspace, filter.region));
  return workspace.store.list_corrections(filter, cursor, limit);
}

Result<DoubtPage> list_doubts(const Workspace& workspace, store::DoubtFilter filter,
                              std::string_view cursor, std::int64_t limit) {
  JH_TRY(filter.region, region_or_own(workspace, filter.region));
  DoubtPage page;
  JH_TRY(page.page, workspace.store.list_doubts(filter, cursor, limit));
  JH_TRY(page.counts, workspace.store.count_doubts(filter));
  return page;
}

}  // namespace jiheng::app
