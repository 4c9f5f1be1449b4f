#pragma once

#include <string>

#include "domain/measure.h"
#include "domain/target.h"

namespace jiheng {

/// 完成值: what was reached, read like a target.
///
/// Shape   `text` is the folded cell, "" where it is blank: blank is not 0. `measured` is the
///         measure the cell itself writes, of kind unknown where it writes none: then the value
///         counts in the indicator's own measure.
struct Actual {
  std::string text{};
  TypedTarget typed{};
  Measure measured{};

  friend bool operator==(const Actual&, const Actual&) = default;
};

}  // namespace jiheng
