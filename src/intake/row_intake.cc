#include "intake/row_intake.h"

#include <utility>

namespace jiheng::intake {

RowIntake::RowIntake(const Vocabulary& vocabulary, const Corrections& corrections,
                     IndicatorTaker* taker)
    : vocabulary_(vocabulary), corrections_(corrections), taker_(taker) {
  RowIntake::begin();
}

void RowIntake::begin() {
  if (taker_ != nullptr) {
    taker_->begin();
  }
  reader_.emplace(vocabulary_, corrections_, taker_);
  in_sheet_ = false;
}

void RowIntake::take(std::vector<document::Row> rows) {
  if (!std::exchange(in_sheet_, true)) {
    reader_->begin_sheet(document::Layout::grid);
  }
  reader_->add_rows(std::move(rows));
}

Intake RowIntake::finish(document::Document document) {
  for (auto& sheet : document.sheets) {
    if (std::exchange(in_sheet_, false)) {
      reader_->add_rows(std::exchange(sheet.rows, {}));
      reader_->end_sheet();
    } else {
      reader_->read_sheet(sheet);
    }
  }
  return reader_->finish(document.notices);
}

}  // namespace jiheng::intake
