#include "document/ods_table.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "document/number_format.h"
#include "document/ods_text.h"
#include "document/package.h"
#include "document/sheet_text.h"

namespace jiheng::document {
namespace {

/// Rows that hold other rows or columns, and nothing of their own.
constexpr std::array<std::string_view, 5> kContainers{
    "table-rows", "table-row-group", "table-columns", "table-column-group", "table-header-columns"};

/// The attributes of a cell.
struct RawCell {
  std::size_t repeated{1};
  int columns{1};
  int rows{1};
  std::string type{};
  std::string value{};  // whichever of the value attributes it has
};

std::size_t positive(std::string_view raw) {
  return static_cast<std::size_t>(std::max(whole_number(raw, 1), 1));
}

bool is_hidden(std::string_view visibility) {
  return visibility == "collapse" || visibility == "filter";
}

/// What a cell without text says by its value: some programs write no text.
std::string shown_value(const RawCell& cell) {
  static const NumberFormat general_format("General");
  static const NumberFormat percent_format("General%");
  if (cell.type == "percentage") {
    return percent_format.show(cell.value, DateSystem::from_1900);
  }
  if (cell.type == "float" || cell.type == "currency") {
    return general_format.show(cell.value, DateSystem::from_1900);
  }
  if (cell.type == "boolean") {
    return is_true(cell.value) ? "TRUE" : "FALSE";
  }
  return cell.type == "date" ? shown_iso_date(cell.value) : cell.value;
}

class TableScanner {
 public:
  TableScanner(XmlScanner& xml, const Limits& limits, Grid& grid)
      : xml_(xml), limits_(limits), grid_(grid) {}

  Result<void> read() {
    const auto outside = xml_.depth() - 1;
    while (xml_.depth() > outside) {
      const auto event = xml_.next();
      if (event == XmlEvent::broken) {
        return broken();
      }
      if (event == XmlEvent::start) {
        JH_TRY_DO(element());
      } else if (event == XmlEvent::end && xml_.name() == "table-header-rows") {
        head_ = false;
      }
    }
    return {};
  }

 private:
  tl::unexpected<Error> broken() const {
    return tl::unexpected(broken_xml("ODS", kOdsContent, xml_.offset()));
  }

  Result<void> element() {
    const auto name = xml_.name();
    if (name == "table-row") {
      return row();
    }
    if (name == "table-header-rows") {
      head_ = true;
    } else if (name == "table-column") {
      column();
    } else if (std::ranges::find(kContainers, name) == kContainers.end() && !xml_.skip()) {
      return broken();
    }
    return {};
  }

  void column() {
    std::size_t repeated = 1;
    bool hidden = false;
    while (const auto attribute = xml_.next_attribute()) {
      const auto name = local_name(attribute->name);
      if (name == "number-columns-repeated") {
        repeated = positive(attribute->raw);
      } else if (name == "visibility") {
        hidden = is_hidden(attribute->raw);
      }
    }
    if (hidden) {
      grid_.hide_columns(described_columns_, described_columns_ + repeated - 1);
    }
    described_columns_ += repeated;
  }

  Result<void> row() {
    std::size_t repeated = 1;
    bool hidden = false;
    while (const auto attribute = xml_.next_attribute()) {
      const auto name = local_name(attribute->name);
      if (name == "number-rows-repeated") {
        repeated = positive(attribute->raw);
      } else if (name == "visibility") {
        hidden = is_hidden(attribute->raw);
      }
    }
    if (repeated > static_cast<std::size_t>(std::numeric_limits<int>::max() - row_ - 1)) {
      return broken();
    }
    grid_.begin_row({.number = row_ + 1, .hidden = hidden, .head = head_});
    column_ = 0;
    spans_.clear();
    JH_TRY_DO(cells());
    const auto copies = static_cast<int>(repeated) - 1;
    if (grid_.row_has_text()) {
      JH_TRY_DO(grid_.end_row_repeated(copies));
      JH_TRY_DO(merge(copies));
    }
    row_ += copies + 1;
    return {};
  }

  Result<void> cells() {
    const auto outside = xml_.depth() - 1;
    while (xml_.depth() > outside) {
      const auto event = xml_.next();
      if (event == XmlEvent::broken) {
        return broken();
      }
      if (event != XmlEvent::start) {
        continue;
      }
      if (xml_.name() == "table-cell" || xml_.name() == "covered-table-cell") {
        JH_TRY_DO(cell());
      } else if (!xml_.skip()) {
        return broken();
      }
    }
    return {};
  }

  Result<void> cell() {
    const auto raw = attributes_of_cell();
    text_.clear();
    if (!paragraphs()) {
      return broken();
    }
    if (text_.empty()) {
      text_ = shown_value(raw);
    }
    if (raw.columns > 1 || raw.rows > 1) {
      spans_.push_back({.first_row = 0,
                        .last_row = raw.rows - 1,
                        .first_column = column_,
                        .last_column = column_ + static_cast<std::size_t>(raw.columns) - 1});
    }
    for (std::size_t i = 0; i < raw.repeated && !text_.empty(); ++i) {
      JH_TRY_DO(grid_.put(column_ + i, text_));
      // Blanks are no text and stop nowhere.
      if (i > limits_.cells_per_row) {
        break;
      }
    }
    column_ += raw.repeated;
    return {};
  }

  RawCell attributes_of_cell() {
    RawCell cell;
    while (const auto attribute = xml_.next_attribute()) {
      const auto name = local_name(attribute->name);
      if (name == "number-columns-repeated") {
        cell.repeated = positive(attribute->raw);
      } else if (name == "number-columns-spanned") {
        cell.columns = std::max(whole_number(attribute->raw, 1), 1);
      } else if (name == "number-rows-spanned") {
        cell.rows = std::max(whole_number(attribute->raw, 1), 1);
      } else if (name == "value-type" && cell.type.empty()) {
        cell.type = attribute->raw;
      } else if (cell.value.empty() && (name == "value" || name.ends_with("-value"))) {
        cell.value = unescaped(attribute->raw);
      }
    }
    return cell;
  }

  /// Adds the paragraphs of a cell, one a line; lists hold more of them. False when the XML breaks
  /// off.
  bool paragraphs() {
    const auto outside = xml_.depth() - 1;
    bool first = true;
    while (xml_.depth() > outside) {
      const auto event = xml_.next();
      if (event == XmlEvent::broken) {
        return false;
      }
      if (event != XmlEvent::start || xml_.name() == "list" || xml_.name() == "list-item") {
        continue;
      }
      const bool paragraph = xml_.name() == "p" || xml_.name() == "h";
      if (paragraph && !std::exchange(first, false)) {
        text_.push_back('\n');
      }
      if (!(paragraph ? append_paragraph(xml_, text_) : xml_.skip())) {
        return false;
      }
    }
    return true;
  }

  /// The spans of the row and of its copies below it.
  Result<void> merge(int copies) {
    for (int i = 0; i <= copies; ++i) {
      for (auto span : spans_) {
        const auto last = std::int64_t{row_} + 1 + i + span.last_row;
        span.first_row = row_ + 1 + i;
        span.last_row =
            static_cast<int>(std::min<std::int64_t>(last, std::numeric_limits<int>::max()));
        JH_TRY_DO(grid_.merge(span));
      }
    }
    return {};
  }

  XmlScanner& xml_;
  const Limits& limits_;
  Grid& grid_;
  std::string text_;
  std::vector<CellRange> spans_;  // of the row; their rows count from 0
  int row_{};                     // rows behind us
  std::size_t column_{};
  std::size_t described_columns_{};
  bool head_{};
};

}  // namespace

Result<Sheet> OdsTableReader::read(const std::string& name, std::vector<Notice>& notices) {
  Grid grid(name, limits_, budget_);
  JH_TRY_DO(TableScanner(xml_, limits_, grid).read());
  return grid.finish(notices);
}

}  // namespace jiheng::document
