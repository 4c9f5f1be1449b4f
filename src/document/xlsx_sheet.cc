#include "document/xlsx_sheet.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "base/text.h"
#include "document/sheet_text.h"

namespace jiheng::document {
namespace {

/// "E7" is column 4, row 7.
///
/// Shape   row 0 where the digits are missing or too many.
struct Address {
  std::size_t column{};
  int row{};
};

/// Nothing for what has no letters, or more than any worksheet has columns for.
std::optional<Address> parse_address(std::string_view text) {
  constexpr std::size_t kMostLetters = 3;
  std::size_t column = 0;
  std::size_t letters = 0;
  while (letters < text.size() && text[letters] >= 'A' && text[letters] <= 'Z') {
    column = column * 26 + static_cast<std::size_t>(text[letters] - 'A') + 1;
    if (++letters > kMostLetters) {
      return std::nullopt;
    }
  }
  if (letters == 0) {
    return std::nullopt;
  }
  return Address{column - 1, std::max(whole_number(text.substr(letters), 0), 0)};
}

/// The attributes and children of a `c`.
struct RawCell {
  std::string_view address{};
  std::string_view type{};
  std::size_t style{};
  bool formula{};
};

class SheetScanner {
 public:
  SheetScanner(const Workbook& workbook, const WorkbookSheet& sheet, std::string_view bytes,
               Grid& grid)
      : workbook_(workbook), sheet_(sheet), xml_(bytes), grid_(grid) {}

  Result<void> read() {
    auto event = xml_.next();
    for (; event != XmlEvent::finished && event != XmlEvent::broken; event = xml_.next()) {
      if (event == XmlEvent::start) {
        JH_TRY_DO(element());
      }
    }
    return event == XmlEvent::finished ? Result<void>() : broken();
  }

  [[nodiscard]] std::size_t formulas_without_value() const {
    return formulas_without_value_;
  }

 private:
  tl::unexpected<Error> broken() const {
    return tl::unexpected(broken_xml(kXlsx, sheet_.part, xml_.offset()));
  }

  /// Lists stand one deep in the worksheet, their items two deep. Drawings and extensions have
  /// elements of the same names elsewhere.
  Result<void> element() {
    constexpr std::size_t kListDepth = 2;
    if (xml_.depth() == kListDepth) {
      list_ = xml_.name();
    } else if (list_ == "sheetData" && xml_.name() == "row") {
      return row();
    } else if (list_ == "mergeCells" && xml_.name() == "mergeCell") {
      return merge();
    } else if (list_ == "cols" && xml_.name() == "col") {
      columns();
    }
    return {};
  }

  Result<void> row() {
    int number = 0;
    bool hidden = false;
    while (const auto attribute = xml_.next_attribute()) {
      if (attribute->name == "r") {
        number = std::max(whole_number(attribute->raw, 0), 0);
      } else if (attribute->name == "hidden") {
        hidden = is_true(attribute->raw);
      }
    }
    row_is_sure_ = number > 0;
    begin_row(row_is_sure_ ? number : row_ + 1, hidden);
    next_column_ = 0;
    const auto outside = xml_.depth() - 1;
    while (xml_.depth() > outside) {
      const auto event = xml_.next();
      if (event == XmlEvent::broken) {
        return broken();
      }
      if (event == XmlEvent::start && xml_.name() == "c") {
        JH_TRY_DO(cell(hidden));
      }
    }
    return grid_.end_row();
  }

  void begin_row(int number, bool hidden) {
    row_ = std::min(number, std::numeric_limits<int>::max() - 1);
    grid_.begin_row({.number = row_,
                     .hidden = hidden,
                     .head = row_ >= sheet_.first_head_row && row_ <= sheet_.last_head_row});
  }

  Result<void> cell(bool hidden) {
    auto raw = attributes_of_cell();
    if (!children_of_cell(raw)) {
      return broken();
    }
    const auto address = parse_address(raw.address);
    if (!row_is_sure_ && address && address->row > 0) {
      begin_row(address->row, hidden);
    }
    row_is_sure_ = true;
    const auto column = address ? address->column : next_column_;
    next_column_ = column + 1;
    if (value_.empty()) {
      formulas_without_value_ += raw.formula ? 1 : 0;
      return {};
    }
    return grid_.put(column, shown(raw));
  }

  RawCell attributes_of_cell() {
    RawCell cell;
    while (const auto attribute = xml_.next_attribute()) {
      if (attribute->name == "r") {
        cell.address = attribute->raw;
      } else if (attribute->name == "s") {
        cell.style = static_cast<std::size_t>(std::max(whole_number(attribute->raw, 0), 0));
      } else if (attribute->name == "t") {
        cell.type = attribute->raw;
      }
    }
    return cell;
  }

  /// Fills `value_`. False when the XML breaks off.
  bool children_of_cell(RawCell& cell) {
    value_.clear();
    const auto outside = xml_.depth() - 1;
    while (xml_.depth() > outside) {
      const auto event = xml_.next();
      if (event == XmlEvent::broken) {
        return false;
      }
      if (event == XmlEvent::start && !child_of_cell(cell)) {
        return false;
      }
    }
    return true;
  }

  bool child_of_cell(RawCell& cell) {
    if (xml_.name() == "v") {
      return append_content(xml_, value_);
    }
    if (xml_.name() == "is") {
      return append_rich_text(xml_, value_);
    }
    cell.formula = cell.formula || xml_.name() == "f";
    return xml_.skip();
  }

  /// The cell as it is displayed.
  [[nodiscard]] std::string shown(const RawCell& cell) const {
    const auto& type = cell.type;
    if (type == "s") {
      const auto index = static_cast<std::size_t>(whole_number(trim(value_), -1));
      const bool there = index < workbook_.strings.size();
      return there ? format_of(cell).show_text(workbook_.strings[index]) : std::string();
    }
    if (type == "inlineStr" || type == "str") {
      return format_of(cell).show_text(with_escapes_replaced(value_));
    }
    if (type == "b") {
      return is_true(trim(value_)) ? "TRUE" : "FALSE";
    }
    if (type == "d") {
      return shown_iso_date(trim(value_));
    }
    return type == "e" ? value_ : format_of(cell).show(value_, workbook_.dates);
  }

  [[nodiscard]] const NumberFormat& format_of(const RawCell& cell) const {
    static const NumberFormat general_format;
    return cell.style < workbook_.format_of_style.size()
               ? workbook_.formats[workbook_.format_of_style[cell.style]]
               : general_format;
  }

  Result<void> merge() {
    while (const auto attribute = xml_.next_attribute()) {
      if (attribute->name != "ref") {
        continue;
      }
      const auto colon = std::min(attribute->raw.find(':'), attribute->raw.size());
      const auto first = parse_address(attribute->raw.substr(0, colon));
      const auto last =
          parse_address(attribute->raw.substr(std::min(colon + 1, attribute->raw.size())));
      if (first && last && first->row <= last->row && first->column <= last->column) {
        return grid_.merge({.first_row = first->row,
                            .last_row = last->row,
                            .first_column = first->column,
                            .last_column = last->column});
      }
    }
    return {};
  }

  void columns() {
    int first = 0;
    int last = 0;
    bool hidden = false;
    while (const auto attribute = xml_.next_attribute()) {
      if (attribute->name == "min") {
        first = whole_number(attribute->raw, 0);
      } else if (attribute->name == "max") {
        last = whole_number(attribute->raw, 0);
      } else if (attribute->name == "hidden") {
        hidden = is_true(attribute->raw);
      }
    }
    if (hidden && first > 0 && last >= first) {
      grid_.hide_columns(static_cast<std::size_t>(first - 1), static_cast<std::size_t>(last - 1));
    }
  }

  const Workbook& workbook_;
  const WorkbookSheet& sheet_;
  XmlScanner xml_;
  Grid& grid_;
  std::string_view list_;
  std::string value_;
  int row_{};
  bool row_is_sure_{};
  std::size_t next_column_{};
  std::size_t formulas_without_value_{};
};

}  // namespace

Result<Sheet> XlsxSheetReader::read(const WorkbookSheet& sheet, std::string_view xml,
                                    std::vector<Notice>& notices) {
  Grid grid(sheet.name, limits_, budget_);
  SheetScanner scanner(workbook_, sheet, xml, grid);
  JH_TRY_DO(scanner.read());
  if (const auto count = scanner.formulas_without_value(); count > 0) {
    notices.push_back({{"sheet.formula_without_value", {std::to_string(count), sheet.name}},
                       {.sheet = sheet.name}});
  }
  return grid.finish(notices);
}

}  // namespace jiheng::document
