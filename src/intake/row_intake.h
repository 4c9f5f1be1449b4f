#pragma once

#include <optional>
#include <vector>

#include "document/row_taker.h"
#include "intake/intake.h"
#include "intake/row_reader.h"

namespace jiheng::intake {

/// Rows out of cells while the document is still being read, as `read_rows`: what has been read
/// of it is kept no longer than something that follows may change it.
class RowIntake : public document::RowTaker {
 public:
  /// All outlive this. Without a taker the indicators stay in the intake.
  RowIntake(const Vocabulary& vocabulary, const Corrections& corrections,
            IndicatorTaker* taker = nullptr);

  void begin() override;
  void take(std::vector<document::Row> rows) override;

  /// The whole, once; `document` holds what was not given before.
  [[nodiscard]] Intake finish(document::Document document);

 private:
  const Vocabulary& vocabulary_;
  const Corrections& corrections_;
  IndicatorTaker* taker_;
  std::optional<RowReader> reader_{};
  bool in_sheet_{};  // rows were taken
};

}  // namespace jiheng::intake
