#pragma once

#include "domain/indicator.h"

namespace jiheng::intake {

/// Takes the indicators of a document as they are read, in order. They have no `row_key`: it tells
/// rows apart by all rows above them, and a person corrects only what is kept.
class IndicatorTaker {
 public:
  IndicatorTaker() = default;
  IndicatorTaker(const IndicatorTaker&) = delete;
  IndicatorTaker& operator=(const IndicatorTaker&) = delete;
  IndicatorTaker(IndicatorTaker&&) = delete;
  IndicatorTaker& operator=(IndicatorTaker&&) = delete;
  virtual ~IndicatorTaker() = default;

  /// A reading begins; what one before it gave counts no more.
  virtual void begin() = 0;

  virtual void take(Indicator&& indicator) = 0;
};

}  // namespace jiheng::intake
