#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "domain/finding.h"
#include "domain/indicator.h"

namespace jiheng::store {

/// Values the database keeps as one text each. What `encode` gives, the matching function reads
/// back equal; a text nobody wrote gives a default value.
///
/// Shape   items "key=value" separated by tabs; backslash, tab and line break are escaped.
[[nodiscard]] std::string encode(const TypedTarget& target);
[[nodiscard]] TypedTarget typed_target(std::string_view text);

[[nodiscard]] std::string encode(const Measure& measure);
[[nodiscard]] Measure measure(std::string_view text);

[[nodiscard]] std::string encode(const Place& place);
[[nodiscard]] Place place(std::string_view text);

[[nodiscard]] std::string encode(const std::vector<CellBox>& boxes);
[[nodiscard]] std::vector<CellBox> cell_boxes(std::string_view text);

/// Only the cells that differ from the row's folded ones.
[[nodiscard]] std::string encode_filed(const Indicator& row);
/// The untouched cells of a row whose folded members are set.
[[nodiscard]] FiledCells filed_cells(std::string_view text, const Indicator& row);

[[nodiscard]] std::string encode(const std::vector<Repair>& repairs);
[[nodiscard]] std::vector<Repair> repairs(std::string_view text);
[[nodiscard]] std::string encode(const std::vector<Doubt>& doubts);
[[nodiscard]] std::vector<Doubt> doubts(std::string_view text);

[[nodiscard]] std::string encode(const Text& message);
[[nodiscard]] Text message(std::string_view text);

[[nodiscard]] std::string encode(const std::vector<Change>& changes);
[[nodiscard]] std::vector<Change> changes(std::string_view text);

}  // namespace jiheng::store
