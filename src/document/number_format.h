#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/sheet_number.h"

namespace jiheng::document {

/// How a workbook counts days: from 1900-01-01 = 1 with a 29th of February 1900 that never was, or
/// from 1904-01-01 = 0.
enum class DateSystem : std::uint8_t { from_1900, from_1904 };

/// One piece of a number format's section.
struct FormatToken {
  enum class Kind : std::uint8_t {
    literal,
    digit,     // text: "0", "#" or "?"
    point,     // the decimal point
    comma,     // until it is known whether it groups or scales
    exponent,  // text: "+" or "-"; count: its digits
    general,
    text,  // "@"
    year,
    month,
    day,
    weekday,  // in Chinese
    hour,
    minute,
    second,
    subsecond,
    half_day,  // AM/PM; text: "AM/PM", "A/P" or "上午/下午"
    elapsed_hour,
    elapsed_minute,
    elapsed_second
  };
  Kind kind{};
  std::string text{};
  int count{1};  // letters in a row
};

/// "[>=100]": the section holds for the numbers that compare so.
struct FormatCondition {
  std::string comparator;
  SheetNumber bound;
};

/// One of the up to four parts between ";".
struct FormatSection {
  std::vector<FormatToken> tokens{};
  std::optional<FormatCondition> condition{};
  bool date{};
  bool chinese{};   // names of months and days are Chinese
  bool grouping{};  // 1,234
  bool half_days{};
  int shift{};  // powers of ten: 2 for each "%", -3 for each scaling comma
  int integer_places{};
  int fraction_places{};
};

/// A number format of a workbook (numFmt of XLSX, FORMAT of XLS): shows a value as the cell does.
///
/// Shape   colours, fill characters and the blanks of "_x" are left out; fractions (# ?/?) are
///         shown as General, Chinese numerals ([DBNum1]) as digits.
/// Source  ECMA-376 part 1, 18.8.30 and 18.8.31; Excel where these are silent.
class NumberFormat {
 public:
  NumberFormat() = default;
  explicit NumberFormat(std::string_view code);

  /// The format of a built-in id as a Chinese Excel shows it, days as 2022-08-31; General for ids
  /// that mean nothing.
  [[nodiscard]] static std::string_view built_in(int id);

  /// `number` as the file writes it; given back as it is when it is no number.
  [[nodiscard]] std::string show(std::string_view number, DateSystem system) const;

  /// A text value: most formats leave it alone.
  [[nodiscard]] std::string show_text(std::string text) const;

 private:
  [[nodiscard]] const FormatSection* section_for(const SheetNumber& number) const;
  [[nodiscard]] bool drops_sign(const FormatSection& section) const;

  std::vector<FormatSection> sections_;
  bool general_{true};
  bool shows_text_as_is_{true};
};

/// Splits a section into its tokens.
[[nodiscard]] FormatSection parse_section(std::string_view code);

/// A magnitude as a section without date parts shows it.
[[nodiscard]] std::string show_number(const FormatSection& section, SheetNumber magnitude);

/// A day and time as a section shows it; nothing for numbers that are no day.
///
/// Units   `serial` counts days; the time is rounded to seconds, or thousandths where shown.
[[nodiscard]] std::optional<std::string> show_date(const FormatSection& section,
                                                   const SheetNumber& serial, DateSystem system);

}  // namespace jiheng::document
