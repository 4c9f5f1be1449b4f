#include "document/xls_sheet.h"

#include <array>
#include <bit>
#include <charconv>
#include <set>

#include "document/ole_file.h"

namespace jiheng::document {
namespace {

constexpr std::size_t kCellHead = 6;  // row, column, format

double double_at(std::string_view bytes, std::size_t at) {
  const std::uint64_t low = little_endian(bytes, at, 4);
  const std::uint64_t high = little_endian(bytes, at + 4, 4);
  return std::bit_cast<double>(high << 32U | low);
}

/// A number in 30 bits: the upper part of a double or a whole number, either perhaps times 100.
/// Source  [MS-XLS] 2.5.217.
double rk_number(std::uint32_t rk) {
  constexpr std::uint32_t kHundredth = 1;
  constexpr std::uint32_t kWhole = 2;
  const double number = (rk & kWhole) != 0
                            ? static_cast<std::int32_t>(rk) >> 2  // the two flags fall off
                            : std::bit_cast<double>(std::uint64_t{rk & ~3U} << 32U);
  return (rk & kHundredth) != 0 ? number / 100 : number;
}

std::string_view error_text(std::uint32_t code) {
  switch (code) {
    case 0x00:
      return "#NULL!";
    case 0x07:
      return "#DIV/0!";
    case 0x0F:
      return "#VALUE!";
    case 0x17:
      return "#REF!";
    case 0x1D:
      return "#NAME?";
    case 0x24:
      return "#NUM!";
    case 0x2A:
      return "#N/A";
    default:
      return "#?";
  }
}

std::string truth_or_error(std::uint32_t value, bool error) {
  return std::string(error ? error_text(value) : value != 0 ? "TRUE" : "FALSE");
}

/// Where a cell stands and how it is shown.
struct CellHead {
  int row{};  // from 1
  std::size_t column{};
  std::size_t format{};
};

CellHead cell_head(std::string_view body) {
  return {.row = static_cast<int>(little_endian(body, 0, 2)) + 1,
          .column = little_endian(body, 2, 2),
          .format = little_endian(body, 4, 2)};
}

class SheetRecords {
 public:
  SheetRecords(const XlsWorkbook& workbook, const XlsSheetEntry& sheet, BiffRecords& records,
               Grid& grid)
      : workbook_(workbook), sheet_(sheet), records_(records), grid_(grid) {}

  Result<void> read() {
    JH_TRY(const auto begin, records_.next());
    if (begin.type != Biff::begin) {
      return broken_xls("no sheet begins where one is listed");
    }
    // Charts inside a worksheet begin and end as it does.
    for (std::size_t open = 1; open > 0;) {
      JH_TRY(const auto record, records_.next());
      if (record.type == Biff::begin) {
        ++open;
      } else if (record.type == Biff::end) {
        --open;
      } else if (open == 1) {
        JH_TRY_DO(take(record));
      }
    }
    return grid_.end_row();
  }

 private:
  Result<void> take(const BiffRecord& record) {
    if (record.type == Biff::merged_cells) {
      return take_merged(record.body);
    }
    if (record.type == Biff::formula_text) {
      return put_text(formula_, records_.pieces(record));
    }
    if (record.type == Biff::row) {
      take_row(record.body);
      return {};
    }
    if (record.type == Biff::column_info) {
      take_columns(record.body);
      return {};
    }
    return record.body.size() < kCellHead ? Result<void>{} : take_cell(record);
  }

  void take_row(std::string_view body) {
    constexpr std::uint32_t kHidden = 0x20;
    if ((little_endian(body, 12, 2) & kHidden) != 0) {
      hidden_rows_.insert(static_cast<int>(little_endian(body, 0, 2)) + 1);
    }
  }

  void take_columns(std::string_view body) {
    constexpr std::uint32_t kHidden = 1;
    if ((little_endian(body, 8, 2) & kHidden) != 0) {
      grid_.hide_columns(little_endian(body, 0, 2), little_endian(body, 2, 2));
    }
  }

  Result<void> take_cell(const BiffRecord& record) {
    const auto head = cell_head(record.body);
    const auto value = record.body.substr(kCellHead);
    if (record.type == Biff::shared_label) {
      return put_shared(head, little_endian(value, 0, 4));
    }
    if (record.type == Biff::label || record.type == Biff::rich_label) {
      return put_text(head, {value});
    }
    if (record.type == Biff::number) {
      return put_number(head, double_at(value, 0));
    }
    if (record.type == Biff::rk) {
      return put_number(head, rk_number(little_endian(value, 0, 4)));
    }
    if (record.type == Biff::many_rk) {
      return take_many_rk(record.body);
    }
    if (record.type == Biff::boolean_or_error) {
      return put(head, truth_or_error(little_endian(value, 0, 1), little_endian(value, 1, 1) != 0));
    }
    if (record.type == Biff::formula) {
      return take_formula(head, value);
    }
    return {};
  }

  Result<void> take_many_rk(std::string_view body) {
    constexpr std::size_t kEach = 6;
    auto head = cell_head(body);
    // The last two bytes repeat the last column.
    for (std::size_t at = 4; at + kEach + 2 <= body.size(); at += kEach) {
      head.format = little_endian(body, at, 2);
      JH_TRY_DO(put_number(head, rk_number(little_endian(body, at + 2, 4))));
      ++head.column;
    }
    return {};
  }

  /// The result of a formula; a text follows in a record of its own.
  Result<void> take_formula(const CellHead& head, std::string_view value) {
    constexpr std::uint32_t kNoNumber = 0xFFFF;
    constexpr std::uint32_t kBoolean = 1;
    constexpr std::uint32_t kError = 2;
    formula_ = head;
    if (little_endian(value, 6, 2) != kNoNumber) {
      return put_number(head, double_at(value, 0));
    }
    const auto kind = little_endian(value, 0, 1);
    if (kind == kBoolean || kind == kError) {
      return put(head, truth_or_error(little_endian(value, 2, 1), kind == kError));
    }
    return {};
  }

  Result<void> take_merged(std::string_view body) {
    constexpr std::size_t kEach = 8;
    const std::size_t count = little_endian(body, 0, 2);
    for (std::size_t i = 0; i < count && 2 + (i + 1) * kEach <= body.size(); ++i) {
      const auto at = 2 + i * kEach;
      JH_TRY_DO(grid_.merge({.first_row = static_cast<int>(little_endian(body, at, 2)) + 1,
                             .last_row = static_cast<int>(little_endian(body, at + 2, 2)) + 1,
                             .first_column = little_endian(body, at + 4, 2),
                             .last_column = little_endian(body, at + 6, 2)}));
    }
    return {};
  }

  [[nodiscard]] const NumberFormat& format_of(const CellHead& head) const {
    static const NumberFormat general_format;
    const auto& ids = workbook_.format_ids;
    return head.format < ids.size() ? workbook_.formats.at(ids[head.format]) : general_format;
  }

  Result<void> put_number(const CellHead& head, double number) {
    std::array<char, 32> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    return put(head, format_of(head).show({digits.data(), end}, workbook_.dates));
  }

  Result<void> put_shared(const CellHead& head, std::size_t index) {
    if (index >= workbook_.strings.size()) {
      return broken_xls("a cell names a text that is not there");
    }
    return put(head, format_of(head).show_text(workbook_.strings[index]));
  }

  Result<void> put_text(const CellHead& head, std::vector<std::string_view> pieces) {
    auto text = BiffText(std::move(pieces)).string(BiffLength::two_bytes);
    if (!text) {
      return broken_xls("the text of a cell is cut");
    }
    return put(head, format_of(head).show_text(*std::move(text)));
  }

  Result<void> put(const CellHead& head, std::string text) {
    if (head.row != row_) {
      JH_TRY_DO(grid_.end_row());
      row_ = head.row;
      grid_.begin_row({.number = row_,
                       .hidden = hidden_rows_.contains(row_),
                       .head = row_ >= sheet_.first_head_row && row_ <= sheet_.last_head_row});
    }
    return grid_.put(head.column, std::move(text));
  }

  const XlsWorkbook& workbook_;
  const XlsSheetEntry& sheet_;
  BiffRecords& records_;
  Grid& grid_;
  int row_{};
  std::set<int> hidden_rows_;
  CellHead formula_{.row = 1};  // the last one: its text may follow
};

}  // namespace

Result<void> read_xls_sheet(const XlsWorkbook& workbook, const XlsSheetEntry& sheet,
                            BiffRecords& records, Grid& grid) {
  return SheetRecords(workbook, sheet, records, grid).read();
}

}  // namespace jiheng::document
