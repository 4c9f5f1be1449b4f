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

/// The row of a place as reports write it: "Sheet1!E7" stands in "Sheet1!7:7".
std::string row_of(std::string_view place) {
  const auto mark = place.rfind('!');
  if (mark == std::string_view::npos || place.find(':', mark) != std::string_view::npos) {
    return std::string(place);
  }
  const std::string number(place.substr(place.find_last_not_of("0123456789") + 1));
  return std::string(place.substr(0, mark + 1)) + number + ":" + number;
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

  /// The number of the row that is asked for; 0 when none is, or it is not there.
  [[nodiscard]] int find(const RowStretch& stretch) const {
    auto wanted = row_of(stretch.place);
    const auto found = std::ranges::find_if(indicators_, [&](const auto& held) {
      return held.second.indicator_id == stretch.indicator;
    });
    if (found != indicators_.end()) {
      wanted = found->first;
    }
    if (wanted.empty()) {
      return 0;
    }
    const auto row =
        std::ranges::find_if(rows_, [&](const auto* one) { return key_of(one->place) == wanted; });
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
  JH_TRY(const auto read,
         document::read(document.name, document.bytes, {}, workspace.readers.reader({})));
  JH_TRY(auto indicators, indicators_of(workspace, document.id));
  JH_TRY(auto fates, fates_of(workspace, document.id));
  const NumberedRows numbered(read, std::move(indicators), std::move(fates));
  const int wanted = numbered.find(stretch);
  SourceRows rows{.total = numbered.total(),
                  .from = wanted == 0 ? stretch.from : std::max(1, wanted - kRowsBefore),
                  .wanted = wanted};
  const int last = std::min(rows.total, rows.from + stretch.limit - 1);
  for (int number = rows.from; number <= last; ++number) {
    rows.rows.push_back(numbered.row(number));
  }
  return rows;
}

}  // namespace jiheng::app
