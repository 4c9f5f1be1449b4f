#include <algorithm>
#include <map>

#include "app/document_notes.h"
#include "app/source.h"

namespace jiheng::app {
namespace {

/// How many rows stand above the one that is looked for.
constexpr int kRowsBefore = 20;

/// A row's place in a form that both the document and what was read from it have; "" for one that
/// no place tells apart (a paragraph).
std::string key_of(Place place) {
  place.cell.clear();
  place.last_line = place.line;
  return place.row == 0 && place.line == 0 ? std::string() : to_string(place);
}

using IndicatorsByRow = std::multimap<std::string, store::PlacedRow>;
using FatesByPlace = std::map<std::string, std::string>;

/// All rows of a document in order, with what is known of each.
class NumberedRows {
 public:
  NumberedRows(const document::Document& document, IndicatorsByRow indicators, FatesByPlace fates)
      : indicators_(std::move(indicators)), fates_(std::move(fates)) {
    for (const auto& sheet : document.sheets) {
      for (const auto& row : sheet.rows) {
        rows_.push_back(&row);
      }
    }
  }

  [[nodiscard]] int total() const {
    return static_cast<int>(rows_.size());
  }

  /// The number of the row that holds an indicator; 0 when none does.
  [[nodiscard]] int find(std::int64_t indicator) const {
    const auto found = std::ranges::find_if(indicators_, [indicator](const auto& held) {
      return held.second.indicator_id == indicator;
    });
    if (found == indicators_.end()) {
      return 0;
    }
    const auto row = std::ranges::find_if(
        rows_, [&](const auto* one) { return key_of(one->place) == found->first; });
    return row == rows_.end() ? 0 : static_cast<int>(row - rows_.begin()) + 1;
  }

  [[nodiscard]] SourceRow row(int number) const {
    const auto& row = *rows_[static_cast<std::size_t>(number) - 1];
    SourceRow shown{.number = number, .row = row};
    const auto key = key_of(row.place);
    if (key.empty()) {
      return shown;
    }
    const auto [first, last] = indicators_.equal_range(key);
    std::for_each(first, last, [&](const auto& held) { shown.indicators.push_back(held.second); });
    const auto fate = fates_.find(to_string(row.place));
    if (shown.indicators.empty() && fate != fates_.end()) {
      shown.fate = fate->second;
    }
    return shown;
  }

 private:
  IndicatorsByRow indicators_;
  FatesByPlace fates_;
  std::vector<const document::Row*> rows_{};
};

Result<IndicatorsByRow> indicators_of(const Workspace& workspace, std::int64_t document_id) {
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(auto rows, workspace.store.rows_of_document(region, document_id));
  IndicatorsByRow by_row;
  for (auto& row : rows) {
    auto key = key_of(row.place);
    by_row.emplace(std::move(key), std::move(row));
  }
  return by_row;
}

Result<FatesByPlace> fates_of(const Workspace& workspace, std::int64_t document_id) {
  JH_TRY(const auto notes, document_notes(workspace, document_id));
  FatesByPlace fates;
  for (const auto& note : notes) {
    fates.emplace(note.place, note.fate);
  }
  return fates;
}

}  // namespace

Result<SourceRows> source_rows(const Workspace& workspace, const store::StoredDocument& document,
                               const RowStretch& stretch) {
  JH_TRY(const auto read, document::read(document.name, document.bytes));
  JH_TRY(auto indicators, indicators_of(workspace, document.id));
  JH_TRY(auto fates, fates_of(workspace, document.id));
  const NumberedRows numbered(read, std::move(indicators), std::move(fates));
  const int wanted = stretch.indicator == 0 ? 0 : numbered.find(stretch.indicator);
  SourceRows rows{.total = numbered.total(),
                  .from = wanted == 0 ? stretch.from : std::max(1, wanted - kRowsBefore)};
  const int last = std::min(rows.total, rows.from + stretch.limit - 1);
  for (int number = rows.from; number <= last; ++number) {
    rows.rows.push_back(numbered.row(number));
  }
  return rows;
}

}  // namespace jiheng::app
