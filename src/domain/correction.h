#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/column.h"
#include "domain/comparator.h"
#include "domain/indicator.h"

namespace jiheng {

/// What a person says, once and for every document of the same layout.
enum class Verdict : std::uint8_t {
  mapped,     // a column holds this, whatever its head says
  confirmed,  // a row reads as it was read
  corrected,  // a row reads differently
  rejected,   // a row is no indicator
};

[[nodiscard]] std::string_view word(Verdict verdict);
[[nodiscard]] std::optional<Verdict> verdict_from_word(std::string_view word);

/// The cells of a row that a person can set; folded, "" where there is nothing.
struct RowReading {
  std::string agency{};
  std::string project{};
  std::string level1{};
  std::string level2{};
  std::string name{};
  std::optional<Comparator> comparator{};
  std::string target{};
  std::string measure{};
  std::string points{};

  friend bool operator==(const RowReading&, const RowReading&) = default;
};

[[nodiscard]] RowReading reading_of(const Indicator& row);

/// In tables of this layout the column holds `role`.
///
/// Shape   `column` counts from 0, at the left; `role` is `Column::other` for a column that holds
///         nothing this program reads.
struct ColumnCorrection {
  std::int64_t id{};
  std::string layout{};
  std::size_t column{};
  Column role{Column::other};
};

/// A row of this key reads as `verdict` says.
///
/// Shape   `key` as in `Indicator::row_key`; `readings` are what a corrected row says, one for
///         each of its values, and empty for the other verdicts.
struct RowCorrection {
  std::int64_t id{};
  std::string key{};
  Verdict verdict{Verdict::confirmed};
  std::vector<RowReading> readings{};
};

/// What is remembered of the tables of one region: values only, for reading to go by.
class Corrections {
 public:
  void add(ColumnCorrection correction);
  void add(RowCorrection correction);

  /// Of one layout, by column.
  [[nodiscard]] std::vector<ColumnCorrection> columns_of(std::string_view layout) const;

  /// True when rows of this layout are to be looked up.
  [[nodiscard]] bool has_rows(std::string_view layout) const;

  /// Nothing when the row is not remembered.
  [[nodiscard]] const RowCorrection* row(std::string_view key) const;

 private:
  std::map<std::string, std::map<std::size_t, ColumnCorrection>, std::less<>> columns_{};
  std::map<std::string, RowCorrection, std::less<>> rows_{};
};

/// The layout and the row of a key, "LAYOUT/ROW".
[[nodiscard]] std::string row_key(std::string_view layout, std::string_view row);
/// "" when the text is no key.
[[nodiscard]] std::string_view layout_of_key(std::string_view key);

/// True for what a layout's fingerprint looks like: 32 lower-case hexadecimal digits.
[[nodiscard]] bool is_layout(std::string_view text);
[[nodiscard]] bool is_row_key(std::string_view text);

/// A row of a document that a person should look at.
///
/// Shape   `key` as in `Indicator::row_key`; `filed` the cells untouched; `readings` what was read
///         from them, in order; `doubt` of all readings, each once; `boxes` by column, then page.
struct DoubtfulRow {
  Place place{};
  std::string key{};
  std::vector<Doubt> doubt{};
  FiledCells filed{};
  std::vector<RowReading> readings{};
  std::vector<CellBox> boxes{};
};

/// The doubtful rows among the indicators of one document, which stand in its order.
[[nodiscard]] std::vector<DoubtfulRow> doubtful_rows(const std::vector<Indicator>& indicators,
                                                     std::size_t most);

}  // namespace jiheng
