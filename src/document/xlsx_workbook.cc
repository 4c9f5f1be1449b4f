#include "document/xlsx_workbook.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "document/grid.h"
#include "document/sheet_text.h"

namespace jiheng::document {
namespace {

struct RowRange {
  int first{};  // 0 for none
  int last{};
};

struct ListedSheet {
  std::string name;
  std::string relation;
  bool hidden{};
};

/// workbook.xml as it stands, relations not yet followed.
struct WorkbookPart {
  DateSystem dates{};
  std::vector<ListedSheet> sheets{};
  std::map<int, RowRange> titles{};  // by the sheet's place among all, from 0
};

ListedSheet read_listed_sheet(XmlScanner& xml) {
  ListedSheet sheet;
  while (const auto attribute = xml.next_attribute()) {
    if (attribute->name == "name") {
      sheet.name = unescaped(attribute->raw);
    } else if (attribute->name == "state") {
      sheet.hidden = attribute->raw != "visible";
    } else if (attribute->name != "id" && local_name(attribute->name) == "id") {
      sheet.relation = unescaped(attribute->raw);
    }
  }
  return sheet;
}

/// "$1:$4"; nothing for columns and what else a name may stand for.
std::optional<RowRange> row_range(std::string_view text) {
  std::string plain(text);
  std::erase(plain, '$');
  const auto colon = std::min(plain.find(':'), plain.size());
  const auto rows = std::string_view(plain);
  const RowRange range{whole_number(rows.substr(0, colon), 0),
                       whole_number(rows.substr(std::min(colon + 1, rows.size())), 0)};
  return range.first > 0 && range.last >= range.first ? std::optional(range) : std::nullopt;
}

/// The rows of print titles: "'表11'!$A:$B,'表11'!$1:$4" has two parts, in either order. Quoted
/// sheet names may hold commas; what such a comma leaves is no range of rows.
std::optional<RowRange> title_rows(std::string_view value) {
  for (const auto part : split(value, ',')) {
    const auto mark = part.rfind('!');
    if (const auto rows =
            row_range(mark == std::string_view::npos ? part : part.substr(mark + 1))) {
      return rows;
    }
  }
  return std::nullopt;
}

/// Keeps the rows of a definedName that names print titles. A break of the XML is seen by the next
/// event.
void read_defined_name(XmlScanner& xml, std::map<int, RowRange>& titles) {
  bool print_titles = false;
  int sheet = -1;
  while (const auto attribute = xml.next_attribute()) {
    if (attribute->name == "name") {
      print_titles = attribute->raw == "_xlnm.Print_Titles";
    } else if (attribute->name == "localSheetId") {
      sheet = whole_number(attribute->raw, -1);
    }
  }
  std::string value;
  if (print_titles && append_content(xml, value)) {
    titles.emplace(sheet, title_rows(value).value_or(RowRange{}));
  }
}

DateSystem read_date_system(XmlScanner& xml) {
  auto system = DateSystem::from_1900;
  while (const auto attribute = xml.next_attribute()) {
    if (attribute->name == "date1904" && is_true(attribute->raw)) {
      system = DateSystem::from_1904;
    }
  }
  return system;
}

Result<WorkbookPart> read_workbook_part(const std::string& bytes, const std::string& part) {
  WorkbookPart workbook;
  XmlScanner xml(bytes);
  auto event = xml.next();
  for (; event != XmlEvent::finished && event != XmlEvent::broken; event = xml.next()) {
    if (event != XmlEvent::start) {
      continue;
    }
    if (xml.name() == "workbookPr") {
      workbook.dates = read_date_system(xml);
    } else if (xml.name() == "sheet") {
      workbook.sheets.push_back(read_listed_sheet(xml));
    } else if (xml.name() == "definedName") {
      read_defined_name(xml, workbook.titles);
    }
  }
  if (event == XmlEvent::broken) {
    return tl::unexpected(broken_xml(kXlsx, part, xml.offset()));
  }
  return workbook;
}

std::vector<WorkbookSheet> worksheets(const WorkbookPart& part,
                                      const std::vector<Relation>& relations) {
  std::map<std::string_view, const Relation*> by_id;
  for (const auto& relation : relations) {
    by_id.emplace(relation.id, &relation);
  }
  std::vector<WorkbookSheet> sheets;
  int index = 0;
  for (const auto& listed : part.sheets) {
    const auto found = by_id.find(listed.relation);
    if (found != by_id.end() && found->second->type == "worksheet") {
      const auto titles = part.titles.find(index);
      const auto rows = titles == part.titles.end() ? RowRange{} : titles->second;
      sheets.push_back({.name = listed.name,
                        .part = found->second->target,
                        .hidden = listed.hidden,
                        .first_head_row = rows.first,
                        .last_head_row = rows.last});
    }
    ++index;
  }
  return sheets;
}

Result<std::vector<std::string>> read_strings(const std::string& bytes, const std::string& part,
                                              const Limits& limits) {
  std::vector<std::string> strings;
  CellBudget budget(limits);
  XmlScanner xml(bytes);
  auto event = xml.next();
  for (; event != XmlEvent::finished && event != XmlEvent::broken; event = xml.next()) {
    if (event == XmlEvent::start && xml.name() == "si") {
      std::string text;
      if (append_rich_text(xml, text)) {
        JH_TRY_DO(budget.take(sizeof(std::string) + text.size()));
        strings.push_back(with_escapes_replaced(std::move(text)));
      }
    }
  }
  if (event == XmlEvent::broken) {
    return tl::unexpected(broken_xml(kXlsx, part, xml.offset()));
  }
  return strings;
}

/// Collects styles.xml: which number format each cell style has.
class StylesScanner {
 public:
  StylesScanner(const std::string& bytes, Workbook& workbook) : xml_(bytes), workbook_(workbook) {}

  /// False when the XML breaks off.
  bool read() {
    auto event = xml_.next();
    for (; event != XmlEvent::finished && event != XmlEvent::broken; event = xml_.next()) {
      if (event == XmlEvent::start) {
        element();
      }
    }
    return event == XmlEvent::finished;
  }

  [[nodiscard]] std::size_t offset() const {
    return xml_.offset();
  }

 private:
  /// A list stands one deep in the root, its items two deep.
  void element() {
    constexpr std::size_t kListDepth = 2;
    if (xml_.depth() == kListDepth) {
      list_ = xml_.name();
    } else if (list_ == "numFmts" && xml_.name() == "numFmt") {
      number_format();
    } else if (list_ == "cellXfs" && xml_.name() == "xf") {
      style();
    }
  }

  void number_format() {
    int id = -1;
    std::string code;
    while (const auto attribute = xml_.next_attribute()) {
      if (attribute->name == "numFmtId") {
        id = whole_number(attribute->raw, -1);
      } else if (attribute->name == "formatCode") {
        code = unescaped(attribute->raw);
      }
    }
    codes_[id] = std::move(code);
  }

  void style() {
    int id = 0;
    while (const auto attribute = xml_.next_attribute()) {
      if (attribute->name == "numFmtId") {
        id = whole_number(attribute->raw, 0);
      }
    }
    const auto [at, added] = index_.emplace(id, workbook_.formats.size());
    if (added) {
      const auto code = codes_.find(id);
      workbook_.formats.emplace_back(code == codes_.end() ? NumberFormat::built_in(id)
                                                          : code->second);
    }
    workbook_.format_of_style.push_back(at->second);
  }

  XmlScanner xml_;
  Workbook& workbook_;
  std::string_view list_;
  std::map<int, std::string> codes_;
  std::map<int, std::size_t> index_;
};

}  // namespace

Result<Workbook> read_workbook(Package& package, const Limits& limits) {
  // A package whose relations are lost is read by the name every program gives its workbook.
  const auto main = package.main_part().value_or("xl/workbook.xml");
  if (main.ends_with(".bin")) {
    return fail(ErrorCode::invalid_input, {"document.xlsb", {}});
  }
  JH_TRY(const auto bytes, package.read(main));
  JH_TRY(const auto part, read_workbook_part(bytes, main));
  JH_TRY(const auto relations, package.relations(main));
  Workbook workbook{.dates = part.dates, .sheets = worksheets(part, relations)};
  for (const auto& relation : relations) {
    if (!package.has(relation.target)) {
      continue;
    }
    if (relation.type == "sharedStrings") {
      JH_TRY(const auto strings, package.read(relation.target));
      JH_TRY(workbook.strings, read_strings(strings, relation.target, limits));
    } else if (relation.type == "styles") {
      JH_TRY(const auto styles, package.read(relation.target));
      StylesScanner scanner(styles, workbook);
      if (!scanner.read()) {
        return tl::unexpected(broken_xml(kXlsx, relation.target, scanner.offset()));
      }
    }
  }
  return workbook;
}

}  // namespace jiheng::document
