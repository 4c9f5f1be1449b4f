#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace jiheng {

/// Where in a document a value stands; all numbers count from 1, 0 means the format has none.
///
/// Shape   text and CSV: `line` (first) and `last_line`; pages: page, table, row; sheets: `sheet`,
///         `row` and, for one cell, `cell` ("E7"); DOCX, HTML: table, row.
struct Place {
  int page{};
  int table{};
  int row{};
  int line{};
  int last_line{};
  std::string sheet{};
  std::string cell{};

  friend auto operator<=>(const Place&, const Place&) = default;
};

/// What a box says where nothing had to be made out.
inline constexpr std::int32_t kSure = 100;

/// A rectangle on a page, from the top left corner of the page as it is read upright.
///
/// Units   hundredths of a point, whole numbers: the same on every machine.
struct Box {
  int page{};  // from 1
  std::int32_t left{};
  std::int32_t top{};
  std::int32_t right{};
  std::int32_t bottom{};
  /// How sure the text in it is, in percent: that of its least sure character; less than 100 only
  /// where it was read from a picture.
  std::int32_t sure{kSure};

  friend bool operator==(const Box&, const Box&) = default;
};

/// "line 41", "p3 t1 r12", "t1 r12", "Sheet1!E7", "'2024 年'!E7", "Sheet1!7:7" for a whole row: the
/// fixed form of data files.
[[nodiscard]] std::string to_string(const Place& place);

}  // namespace jiheng
