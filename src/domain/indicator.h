#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/column.h"
#include "domain/comparator.h"
#include "domain/measure.h"
#include "domain/place.h"
#include "domain/target.h"

namespace jiheng {

/// What intake mended with certainty.
enum class Repair : std::uint8_t {
  comparator_glued,       // 定性展示… was 定性 and 展示…
  comparator_from_words,  // 不少于5次 says ≥
  cell_split,             // value, comparator or measure stood in one cell
  filled_down,            // a merged parent's text was carried to this row
  lines_joined,           // a row broken over lines
  corrected,              // a person said once what such a row reads
};

/// Why a person should look at a row.
enum class Doubt : std::uint8_t {
  row_short,
  row_long,
  several_values,
  repeated_block,      // looks like a reprinted head, but nothing proves it
  split_uncertain,     // a line of text could be cut into cells in more than one way
  level_unknown,       // level 1 or 2 is in no frame
  encoding_replaced,   // holds characters the file's encoding could not say
  comparator_unknown,  // a comparator cell that is no comparator
  name_missing,        // a target without the name of its indicator
  comparator_missing,  // a number in a table with comparators, and none beside it
  ocr_low,             // read from a picture, and not sure
};

[[nodiscard]] std::string_view word(Repair repair);
[[nodiscard]] std::string_view word(Doubt doubt);
[[nodiscard]] std::optional<Doubt> doubt_from_word(std::string_view word);

/// The six cells a finding, an edit or a suggestion can be about.
enum class Field : std::uint8_t { level1, level2, level3, comparator, target, measure };

/// Where a row's cell stands on a page: a cell that goes on on the next page has a box on each.
struct CellBox {
  Column column{};
  Box box{};

  friend bool operator==(const CellBox&, const CellBox&) = default;
};

/// The cells of a row untouched, as the document holds them.
struct FiledCells {
  std::string level1;
  std::string level2;
  std::string name;
  std::string comparator;
  std::string target;
  std::string measure;

  friend bool operator==(const FiledCells&, const FiledCells&) = default;
};

/// 绩效指标: one row of a table, folded and typed.
///
/// Shape   text members are folded (NFKC + radicals), "" where the document says nothing.
///         `target` is what the comparator compares with, `measure` the spelling as filed,
///         `measured` what the dictionary makes of it (kind unknown when it does not know).
///         `boxes` by field, then by page; empty where the document has no pages. `row_key` says
///         under what a correction of the row is remembered: the layout of its table, "/", its
///         cells; "" for a row without doubt.
/// Units   points, actual, score: as written.
struct Indicator {
  Place place{};
  std::string agency;
  std::string project;
  std::string level1;
  std::string level2;
  std::string name;
  std::optional<Comparator> comparator{};
  std::string target;
  std::string measure;
  std::string points{};
  std::string actual{};
  std::string score{};
  std::string reason{};
  std::string explanation{};
  std::string standard{};
  TypedTarget typed{};
  Measure measured{};
  FiledCells filed{};
  std::string as_filed{};
  std::vector<Repair> repaired{};
  std::vector<Doubt> doubt{};
  std::vector<CellBox> boxes{};
  std::string row_key{};

  friend bool operator==(const Indicator&, const Indicator&) = default;
};

/// True when an actual value can be held against the target: a number, range, date, duration or
/// frequency. A bare number under 定性 is not (rule qualitative_with_number); a grade is not.
[[nodiscard]] bool is_measurable(const Indicator& indicator);

[[nodiscard]] std::string_view word(Field field);
[[nodiscard]] std::optional<Field> field_from_word(std::string_view word);

/// The row's folded text of a field; the comparator by its symbol.
[[nodiscard]] std::string value_of(const Indicator& indicator, Field field);

}  // namespace jiheng
