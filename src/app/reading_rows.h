#pragma once

#include <string>
#include <string_view>

#include "app/long_text.h"
#include "app/reading.h"
#include "app/summary.h"
#include "intake/indicator_taker.h"
#include "report/csv.h"

namespace jiheng::app {

/// How extracted rows are written.
enum class RowFormat { csv, jsonl };

/// What stands before the first row: the header of CSV, for spreadsheets behind a byte order mark.
[[nodiscard]] std::string rows_header(RowFormat format, report::CsvFor reader);

/// All rows of a document, as they are written: the records of its forms, in jsonl alone, go before
/// the indicators.
struct WrittenRows {
  std::string forms{};
  LongText indicators{};
};

/// Writes the indicators of one document as they are read, a line each, and sums them up.
class RowWriter : public intake::IndicatorTaker {
 public:
  /// The source outlives this.
  RowWriter(std::string_view source, RowFormat format, report::CsvFor reader)
      : source_(source), format_(format), reader_(reader) {}

  void begin() override;
  void take(Indicator&& indicator) override;

  /// All rows of the document, once.
  [[nodiscard]] WrittenRows finish(const Reading& reading);

  /// What the indicators say; the rest is the reading's to say.
  [[nodiscard]] const Summary& summary() const {
    return summary_;
  }

 private:
  std::string_view source_;
  RowFormat format_;
  report::CsvFor reader_;
  LongText lines_{};
  Summary summary_{};
};

}  // namespace jiheng::app
