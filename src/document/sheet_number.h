#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jiheng::document {

/// A number as worksheets write it, exact: no double ever stands for it.
///
/// Shape   ± 0.DIGITS × 10^point; `digits` begins and ends with another digit than 0, "" is zero.
struct SheetNumber {
  bool negative{};
  std::string digits{};
  int point{};

  [[nodiscard]] bool is_zero() const {
    return digits.empty();
  }
};

/// Reads "95", "-0.5", "3.0000000000000004E-2" as Excel takes it: the first 15 significant digits
/// count, so this is 0.03. Nothing for what is no number.
[[nodiscard]] std::optional<SheetNumber> parse_sheet_number(std::string_view text);

/// Half up (away from zero) at `places` places behind the point; negative places are before it.
[[nodiscard]] SheetNumber rounded(SheetNumber number, int places);

/// Digits before the point, without leading zeros: "" for 0.5.
[[nodiscard]] std::string integer_digits(const SheetNumber& number);

/// The first `places` digits behind the point.
[[nodiscard]] std::string fraction_digits(const SheetNumber& number, int places);

/// The value order.
[[nodiscard]] int compare(const SheetNumber& a, const SheetNumber& b);

/// The format "General": at most 11 characters with the point, as Excel shows it in a wide column,
/// rounded half up; but whole numbers stay whole up to 15 digits and small ones are written out to
/// the ninth place (0.00005), where Excel would turn to 1.2E+11 and 5E-05.
[[nodiscard]] std::string general(const SheetNumber& number);

}  // namespace jiheng::document
