#include "document/docx_reader.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <pugixml.hpp>

#include "document/docx_text.h"
#include "document/table_rows.h"
#include "document/zip.h"

namespace jiheng::document {
namespace {

/// Space that stands alone in an element is text here; entities of a DTD are never expanded.
constexpr unsigned kParse = pugi::parse_default | pugi::parse_ws_pcdata_single;

tl::unexpected<Error> broken(std::string reason, const std::string& part) {
  return fail(ErrorCode::invalid_input, {"document.broken", {"DOCX", std::move(reason)}}, part);
}

std::size_t number_or(std::string_view digits, std::size_t otherwise) {
  std::size_t number = otherwise;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

/// A cell before it is known how far down it reaches.
struct WordCell {
  std::size_t column{};
  std::size_t columns{1};
  bool continues{};  // the cell above
  pugi::xml_node element{};
};

/// The child rows of a table or cells of a row, which content controls and marks of insertion may
/// wrap.
Result<void> collect(const pugi::xml_node& element, std::string_view name, int depth,
                     std::vector<pugi::xml_node>& found) {
  if (depth > kDocxDepth) {
    return too_deep_docx();
  }
  for (const auto& child : element.children()) {
    if (docx_name(child.name()) == name) {
      found.push_back(child);
    } else if (docx_part(child) == DocxPart::container) {
      JH_TRY_DO(collect(child, name, depth + 1, found));
    }
  }
  return {};
}

/// The cells of a row at their columns of the table's grid. A horizontally merged cell of the old
/// kind (`hMerge`) is one cell with the columns of all its parts.
std::vector<WordCell> place_cells(const pugi::xml_node& row,
                                  const std::vector<pugi::xml_node>& cells, std::size_t most) {
  std::vector<WordCell> placed;
  auto column = std::min(number_or(docx_value(docx_child(row, "trPr"), "gridBefore"), 0), most);
  for (const auto& cell : cells) {
    const auto properties = docx_child(cell, "tcPr");
    // A span wider than any row may be is cut: what stands behind it is refused by its column.
    const auto columns =
        std::clamp<std::size_t>(number_or(docx_value(properties, "gridSpan"), 1), 1, most);
    if (docx_value(properties, "hMerge") == "continue" && !placed.empty()) {
      placed.back().columns += columns;
    } else {
      const bool merged = docx_child(properties, "vMerge");
      placed.push_back({.column = column,
                        .columns = columns,
                        .continues = merged && docx_value(properties, "vMerge") != "restart",
                        .element = cell});
    }
    column += columns;
  }
  return placed;
}

class DocxReader {
 public:
  explicit DocxReader(const Limits& limits) : limits_(limits), budget_(limits), sheet_(limits) {}

  Result<void> read_blocks(const pugi::xml_node& element, int depth) {
    if (depth > kDocxDepth) {
      return too_deep_docx();
    }
    for (const auto& child : element.children()) {
      JH_TRY_DO(read_block(child, depth + 1));
    }
    return {};
  }

  Result<Content> finish() {
    return sheet_.finish();
  }

 private:
  /// The cell that ends lowest in each column where one begins.
  using OpenCells = std::map<std::size_t, CellRange>;

  Result<void> read_block(const pugi::xml_node& block, int depth) {
    switch (docx_part(block)) {
      case DocxPart::table: {
        JH_TRY(auto rows, read_table(block, depth));
        return sheet_.add_table(std::move(rows));
      }
      case DocxPart::paragraph:
        return read_paragraph(block, depth);
      case DocxPart::container:
        return read_blocks(block, depth);
      case DocxPart::alternatives:
        return read_blocks(chosen_alternative(block), depth);
      case DocxPart::passed_over:
      case DocxPart::run:
      case DocxPart::text:
      case DocxPart::tab:
      case DocxPart::line_break:
      case DocxPart::hyphen:
        return {};
    }
    return {};
  }

  Result<void> read_paragraph(const pugi::xml_node& paragraph, int depth) {
    JH_TRY(const auto found, gather_docx_text(paragraph, depth));
    JH_TRY_DO(sheet_.add_paragraph(found.text));
    for (const auto& table : found.tables) {  // of a text box
      JH_TRY(auto rows, read_table(table, depth));
      JH_TRY_DO(sheet_.add_table(std::move(rows)));
    }
    return {};
  }

  Result<std::vector<Row>> read_table(const pugi::xml_node& element, int depth) {
    TableRows table(++tables_, limits_, budget_);
    std::vector<pugi::xml_node> rows;
    JH_TRY_DO(collect(element, "tr", depth, rows));
    OpenCells open;
    for (const auto& row : rows) {
      const auto properties = docx_child(row, "trPr");
      if (docx_child(properties, "del") || docx_switch(properties, "hidden")) {
        continue;
      }
      JH_TRY_DO(table.begin_row(docx_switch(properties, "tblHeader")));
      JH_TRY_DO(read_row(row, depth + 1, table, open));
    }
    for (const auto& [column, range] : open) {
      JH_TRY_DO(table.merge(range));
    }
    return table.finish();
  }

  Result<void> read_row(const pugi::xml_node& row, int depth, TableRows& table, OpenCells& open) {
    std::vector<pugi::xml_node> cells;
    JH_TRY_DO(collect(row, "tc", depth, cells));
    for (const auto& cell : place_cells(row, cells, limits_.cells_per_row)) {
      const auto above = open.find(cell.column);
      if (cell.continues && above != open.end() && above->second.last_row == table.row() - 1) {
        above->second.last_row = table.row();
        continue;
      }
      if (above != open.end()) {
        JH_TRY_DO(table.merge(above->second));
      }
      open[cell.column] = {.first_row = table.row(),
                           .last_row = table.row(),
                           .first_column = cell.column,
                           .last_column = cell.column + cell.columns - 1};
      JH_TRY_DO(read_cell(cell, depth + 1, table));
    }
    return {};
  }

  Result<void> read_cell(const WordCell& cell, int depth, TableRows& table) {
    JH_TRY(auto found, gather_docx_text(cell.element, depth));
    JH_TRY_DO(table.put(cell.column, std::move(found.text)));
    for (const auto& nested : found.tables) {
      // A table counts its levels from the one around it, whatever stands between.
      JH_TRY(auto rows, read_table(nested, depth + 1));
      table.add_nested(std::move(rows));
    }
    return {};
  }

  const Limits& limits_;
  CellBudget budget_;
  TextSheet sheet_;
  int tables_{};
};

/// The part that the container's relations name as the main document.
Result<std::string> find_main_part(Zip& zip) {
  constexpr std::string_view kRelations = "_rels/.rels";
  std::string name = "word/document.xml";
  if (!zip.has(kRelations)) {
    return name;
  }
  JH_TRY(const auto bytes, zip.read(std::string(kRelations)));
  pugi::xml_document relations;
  if (!relations.load_buffer(bytes.data(), bytes.size())) {
    return name;
  }
  for (const auto& relation : relations.document_element().children()) {
    const std::string_view type = relation.attribute("Type").value();
    std::string_view target = relation.attribute("Target").value();
    // By its end: the strict and the transitional kind of document differ in the address before.
    if (type.ends_with("/officeDocument")) {
      target.remove_prefix(target.starts_with('/') ? 1 : 0);
      name = target;
    }
  }
  return name;
}

bool recognises(std::string_view bytes) {
  if (!bytes.starts_with("PK")) {
    return false;
  }
  const auto zip = Zip::open(bytes, {});
  return zip && std::ranges::any_of(zip->names(), [](const std::string& name) {
           return name.starts_with("word/") && name.ends_with(".xml");
         });
}

Result<Content> read(std::string_view bytes, const Limits& limits) {
  JH_TRY(auto zip, Zip::open(bytes, limits));
  JH_TRY(const auto part, find_main_part(zip));
  JH_TRY(auto xml, zip.read(part));
  pugi::xml_document document;
  const auto parsed = document.load_buffer_inplace(xml.data(), xml.size(), kParse);
  if (!parsed) {
    return broken(parsed.description(), part);
  }
  const auto body = docx_child(document.document_element(), "body");
  if (!body) {
    return broken("no body", part);
  }
  DocxReader reader(limits);
  JH_TRY_DO(reader.read_blocks(body, 0));
  return reader.finish();
}

}  // namespace

constinit const Reader docx_reader{.format = Format::docx, .recognises = recognises, .read = read};

}  // namespace jiheng::document
