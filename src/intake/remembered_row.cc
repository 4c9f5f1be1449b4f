#include "intake/remembered_row.h"

#include <algorithm>

#include "intake/target_language.h"

namespace jiheng::intake {
namespace {

/// The row as it stands in the document, with these cells.
Indicator corrected(const Indicator& filed, const RowReading& reading,
                    const Vocabulary& vocabulary) {
  Indicator row = filed;
  row.agency = reading.agency;
  row.project = reading.project;
  row.level1 = reading.level1;
  row.level2 = reading.level2;
  row.name = reading.name;
  row.points = reading.points;
  row.comparator = reading.comparator;
  row.target = reading.target;
  row.measure = reading.measure;
  const auto cells = row.filed;  // `retype` takes what it types for filed
  retype(row,
         {reading.comparator ? sign(*reading.comparator) : "", reading.target, reading.measure},
         vocabulary);
  row.filed = cells;
  row.repaired = {Repair::corrected};
  if (std::ranges::find(filed.repaired, Repair::lines_joined) != filed.repaired.end()) {
    row.repaired.insert(row.repaired.begin(), Repair::lines_joined);
  }
  row.doubt.clear();
  return row;
}

}  // namespace

void remember_row(const RowCorrection& correction, const Vocabulary& vocabulary,
                  std::vector<Indicator>& rows) {
  if (correction.verdict == Verdict::rejected) {
    rows.clear();
    return;
  }
  if (correction.verdict == Verdict::corrected) {
    const auto filed = rows.front();
    rows.clear();
    for (const auto& reading : correction.readings) {
      rows.push_back(corrected(filed, reading, vocabulary));
    }
    return;
  }
  for (auto& row : rows) {
    row.doubt.clear();
  }
}

}  // namespace jiheng::intake
