#pragma once

#include <string>
#include <vector>

#include "document/document.h"

namespace jiheng::intake {

/// Makes grids for tests as readers give them.
///
/// Shape   one string a row, cells apart by "|": "^" is covered by the cell above, "<" by the one
///         at its left.
class GridForTest {
 public:
  /// A worksheet, its rows from 1.
  static document::Document worksheet(const std::vector<std::string>& rows) {
    return make(rows, [](document::Row& row, int number) {
      row.place = {.row = number, .sheet = "Sheet1"};
    });
  }

  /// A page's table; an empty string begins the next page and its table, "#…" is a paragraph.
  static document::Document pages(const std::vector<std::string>& rows) {
    int page = 1;
    int in_table = 0;
    bool start = true;
    return make(rows, [&](document::Row& row, int) {
      if (row.cells.front().text.empty() && row.cells.size() == 1) {
        ++page;
        in_table = 0;
        start = true;
        return;
      }
      const bool paragraph = row.cells.front().text.starts_with('#');
      if (paragraph) {
        row.cells.front().text.erase(0, 1);
      }
      row.place = {.page = page, .table = paragraph ? 0 : 1, .row = paragraph ? 0 : ++in_table};
      row.page_start = start;
      start = false;
    });
  }

 private:
  template <typename Finish>
  static document::Document make(const std::vector<std::string>& rows, Finish finish) {
    document::Document document{.name = "grid", .hash = {}};
    auto& sheet = document.sheets.emplace_back();
    sheet.layout = document::Layout::grid;
    const document::Row none;
    int number = 0;
    for (const auto& text : rows) {
      const auto* above = sheet.rows.empty() ? &none : &sheet.rows.back();
      document::Row row;
      for (const auto cell : split(text, '|')) {
        row.cells.push_back(cell_of(cell, *above, row));
      }
      finish(row, ++number);
      if (!row.cells.front().text.empty() || row.cells.size() > 1) {
        sheet.rows.push_back(std::move(row));
      }
    }
    return document;
  }

  static document::Cell cell_of(std::string_view text, const document::Row& above,
                                const document::Row& row) {
    const auto column = row.cells.size();
    if (text == "^") {
      return {above.cells.at(column).text, document::Merged::below};
    }
    if (text == "<") {
      return {row.cells.back().text, document::Merged::beside};
    }
    return {std::string(text), document::Merged::no};
  }
};

}  // namespace jiheng::intake
