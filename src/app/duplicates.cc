#include "app/duplicates.h"

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>
#include <utility>

#include "app/library.h"
#include "report/csv.h"
#include "similarity/near_duplicates.h"

namespace jiheng::app {
namespace {

constexpr std::array<std::string_view, 12> kColumns{"group",   "agency", "project",      "level1",
                                                    "level2",  "level3", "comparator",   "target",
                                                    "measure", "place",  "indicator_id", "year"};

using EachRow = std::function<void(int year, const store::StoredIndicator& row)>;

/// The rows of the years, the earliest first.
Result<void> each_row(const Workspace& workspace, const std::string& region, const YearSpan& years,
                      const EachRow& row) {
  for (int year = years.last - years.count + 1; year <= years.last; ++year) {
    JH_TRY_DO(workspace.store.each_indicator(
        {.region = region, .year = year}, store::IndicatorSort::document, false,
        [&](const store::StoredIndicator& stored) { row(year, stored); }));
  }
  return {};
}

}  // namespace

Result<std::vector<DuplicateRows>> list_duplicates(const Workspace& workspace,
                                                   const YearSpan& years) {
  JH_TRY(const auto region, region_of(workspace));
  const auto each = [&](const EachRow& row) { return each_row(workspace, region, years, row); };
  JH_TRY(const auto library, load_library("", workspace.vocabulary));
  similarity::DuplicateFinder finder({workspace.vocabulary.measures, library});
  JH_TRY_DO(each([&](int /*year*/, const store::StoredIndicator& row) { finder.add(row.row); }));
  const auto groups = std::move(finder).groups();
  std::vector<DuplicateRows> duplicates(groups.size());
  std::unordered_map<std::size_t, std::size_t> group_of;  // by the number of the row
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (const auto row : groups[i].rows) {
      group_of.emplace(row, i);
    }
  }
  // A second walk keeps only the rows that are in a group: the years need not fit into memory.
  std::size_t number = 0;
  JH_TRY_DO(each([&](int year, const store::StoredIndicator& row) {
    if (const auto found = group_of.find(number++); found != group_of.end()) {
      duplicates[found->second].rows.push_back({year, row});
    }
  }));
  std::erase_if(duplicates, [](const DuplicateRows& group) { return group.rows.size() < 2; });
  std::ranges::stable_sort(duplicates, std::ranges::greater(),
                           [](const DuplicateRows& group) { return group.rows.size(); });
  return duplicates;
}

Result<std::string> duplicates_csv(const Workspace& workspace, const YearSpan& years) {
  JH_TRY(const auto duplicates, list_duplicates(workspace, years));
  std::string text = report::csv_line(kColumns);
  std::size_t number = 0;
  for (const auto& group : duplicates) {
    ++number;
    for (const auto& [year, stored] : group.rows) {
      const auto* row = &stored.row;
      const std::array<std::string, kColumns.size()> values{
          std::to_string(number),
          row->agency,
          row->project,
          row->level1,
          row->level2,
          row->name,
          row->comparator ? std::string(symbol(*row->comparator)) : "",
          row->target,
          row->measure,
          to_string(row->place),
          std::to_string(stored.id),
          std::to_string(year)};
      text += report::csv_line(std::span<const std::string>(values));
    }
  }
  return text;
}

}  // namespace jiheng::app
