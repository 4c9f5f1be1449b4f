#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace jiheng::document {

/// Records of the workbook stream that are read here.
/// Source  [MS-XLS] 2.3.
enum class Biff : std::uint16_t {
  formula = 0x0006,
  end = 0x000A,
  name = 0x0018,
  date_mode = 0x0022,
  file_password = 0x002F,
  continuation = 0x003C,
  column_info = 0x007D,
  bound_sheet = 0x0085,
  many_rk = 0x00BD,
  rich_label = 0x00D6,
  cell_format = 0x00E0,
  merged_cells = 0x00E5,
  shared_strings = 0x00FC,
  shared_label = 0x00FD,
  number = 0x0203,
  label = 0x0204,
  boolean_or_error = 0x0205,
  formula_text = 0x0207,
  row = 0x0208,
  rk = 0x027E,
  number_format = 0x041E,
  begin = 0x0809,
};

struct BiffRecord {
  Biff type{};
  std::string_view body{};
};

[[nodiscard]] tl::unexpected<Error> broken_xls(std::string reason);

/// Walks through the records of a stream.
class BiffRecords {
 public:
  explicit BiffRecords(std::string_view stream, std::size_t at = 0) : stream_(stream), at_(at) {}

  /// Errors  invalid_input `document.broken`: the stream ends before the record does.
  [[nodiscard]] Result<BiffRecord> next();

  /// The body of `record`, which `next` gave last, and of the records that continue it.
  [[nodiscard]] std::vector<std::string_view> pieces(const BiffRecord& record);

  [[nodiscard]] std::size_t offset() const {
    return at_;
  }

 private:
  std::string_view stream_;
  std::size_t at_{};
};

/// How many characters a string has is written in one byte or in two.
enum class BiffLength : std::uint8_t { one_byte = 1, two_bytes = 2 };

/// Reads numbers and strings that may go on from record to record.
///
/// Shape   a string's characters have 8 or 16 bits; where they go on in another record, its first
///         byte says anew which.
/// Source  [MS-XLS] 2.5.293 and 2.5.296.
class BiffText {
 public:
  explicit BiffText(std::vector<std::string_view> pieces) : pieces_(std::move(pieces)) {}

  /// Nothing when the bytes end before.
  [[nodiscard]] std::optional<std::uint32_t> number(std::size_t bytes);

  /// A string with its length and kind before it, as UTF-8.
  [[nodiscard]] std::optional<std::string> string(BiffLength length);

  /// The same where the length stands elsewhere.
  [[nodiscard]] std::optional<std::string> string_of(std::size_t characters);

  [[nodiscard]] bool skip(std::size_t bytes);

 private:
  [[nodiscard]] bool next_piece();
  [[nodiscard]] std::optional<std::string> characters(std::size_t count, bool wide);

  std::vector<std::string_view> pieces_;
  std::size_t piece_{};
  std::size_t at_{};
};

}  // namespace jiheng::document
