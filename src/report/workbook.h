#pragma once

#include <xlsxwriter.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace jiheng::report {

/// How a cell looks. Every combination is made once per workbook.
struct CellStyle {
  bool bold{};
  bool border{};
  bool wrap{};
  bool centre{};     // across
  bool right{};      // across
  int size{10};      // points
  unsigned fill{};   // 0xRRGGBB; 0 is none
  int decimals{-1};  // of a number; -1 is text

  friend auto operator<=>(const CellStyle&, const CellStyle&) = default;
};

/// Cells from one corner to the other, both included; rows and columns count from 0.
struct CellRange {
  unsigned row{};
  unsigned column{};
  unsigned last_row{};
  unsigned last_column{};
};

/// An XLSX workbook; the same content gives the same bytes on every machine.
class Workbook {
 public:
  /// Errors  unavailable `report.not_written`.
  [[nodiscard]] static Result<Workbook> make(std::string_view title);

  [[nodiscard]] lxw_worksheet* add_sheet(const std::string& name);

  void text(lxw_worksheet* sheet, unsigned row, unsigned column, std::string_view value,
            const CellStyle& style);
  /// A whole or decimal number as such while a spreadsheet can hold it exactly, else as text.
  void value(lxw_worksheet* sheet, unsigned row, unsigned column, std::string_view value,
             CellStyle style);
  void merged(lxw_worksheet* sheet, const CellRange& range, std::string_view value,
              const CellStyle& style);

  /// Closes the workbook and gives its bytes. Call once.
  /// Errors  unavailable `report.not_written`.
  [[nodiscard]] Result<std::string> bytes();

 private:
  struct Close {
    void operator()(lxw_workbook* book) const;
  };

  /// A file of its own that goes away with the workbook: the library writes to files only.
  class Scratch {
   public:
    explicit Scratch(std::string path) : path_(std::move(path)) {}

    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    Scratch(Scratch&&) = delete;
    Scratch& operator=(Scratch&&) = delete;
    ~Scratch();

    [[nodiscard]] const std::string& path() const {
      return path_;
    }

   private:
    std::string path_;
  };

  Workbook() = default;
  [[nodiscard]] lxw_format* format(const CellStyle& style);

  std::unique_ptr<Scratch> scratch_{};
  std::unique_ptr<lxw_workbook, Close> book_{};
  std::map<CellStyle, lxw_format*> formats_{};
};

/// The height in points of a row whose cells wrap: `lines` lines of text of that size.
[[nodiscard]] double row_height(std::size_t lines, int size);

/// On how many lines a text stands in a column `width` characters wide.
[[nodiscard]] std::size_t wrapped_lines(std::string_view text, double width);

}  // namespace jiheng::report
