#pragma once

#include <vector>

#include "document/document.h"

namespace jiheng::document {

/// Takes the rows of a document's only sheet, a grid, while its pages are still being read. What
/// the content holds of that sheet in the end goes behind them.
class RowTaker {
 public:
  RowTaker() = default;
  RowTaker(const RowTaker&) = delete;
  RowTaker& operator=(const RowTaker&) = delete;
  RowTaker(RowTaker&&) = delete;
  RowTaker& operator=(RowTaker&&) = delete;
  virtual ~RowTaker() = default;

  /// A reading begins; what one before it gave counts no more.
  virtual void begin() = 0;

  /// Further rows, in order.
  virtual void take(std::vector<Row> rows) = 0;
};

/// How many rows a reader of pages lets come together before it gives them on.
inline constexpr std::size_t kRowsAtOnce = 256;

}  // namespace jiheng::document
