#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "zip_writer.h"

namespace jiheng::test {

/// The parts of a workbook, each as XML; what is left empty is left out.
struct Xlsx {
  std::string sheet{};              // what stands in <worksheet>
  std::string strings{};            // in <sst>
  std::string styles{};             // in <styleSheet>
  std::string workbook_pr{};        // in <workbook>, before the sheets
  std::string names{};              // in <definedNames>
  std::vector<std::string> more{};  // further worksheets
  std::string states{};             // of all sheets, one letter each: v, h (hidden), c (chart)
};

namespace detail {

inline std::string sheet_name(std::size_t i) {
  return "表" + std::to_string(i + 1);
}

inline char state_of(const Xlsx& xlsx, std::size_t i) {
  return i < xlsx.states.size() ? xlsx.states[i] : 'v';
}

inline std::string workbook_xml(const Xlsx& xlsx) {
  std::string xml = "<workbook xmlns:r='r'>" + xlsx.workbook_pr + "<sheets>";
  for (std::size_t i = 0; i <= xlsx.more.size(); ++i) {
    xml += "<sheet name='" + sheet_name(i) + "' sheetId='" + std::to_string(i + 1) + "' r:id='s" +
           std::to_string(i) + "'" + (state_of(xlsx, i) == 'h' ? " state='hidden'" : "") + "/>";
  }
  return xml + "</sheets><definedNames>" + xlsx.names + "</definedNames></workbook>";
}

inline std::string relations_xml(const Xlsx& xlsx) {
  const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  std::string xml = "<Relationships>";
  for (std::size_t i = 0; i <= xlsx.more.size(); ++i) {
    xml += "<Relationship Id='s" + std::to_string(i) + "' Type='" + type +
           (state_of(xlsx, i) == 'c' ? "chartsheet" : "worksheet") + "' Target='worksheets/sheet" +
           std::to_string(i) + ".xml'/>";
  }
  return xml + "<Relationship Id='a' Type='" + type +
         "sharedStrings' Target='/xl/sharedStrings.xml'/><Relationship Id='b' Type='" + type +
         "styles' Target='styles.xml'/></Relationships>";
}

}  // namespace detail

inline Parts xlsx_parts(const Xlsx& xlsx) {
  Parts parts{
      {"[Content_Types].xml",
       "<Types><Override PartName='/xl/workbook.xml' ContentType='application/"
       "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>"},
      {"_rels/.rels",
       "<Relationships><Relationship Id='r' Type='http://schemas.openxmlformats.org/officeDocument/"
       "2006/relationships/officeDocument' Target='xl/workbook.xml'/></Relationships>"},
      {"xl/workbook.xml", detail::workbook_xml(xlsx)},
      {"xl/_rels/workbook.xml.rels", detail::relations_xml(xlsx)}};
  if (!xlsx.strings.empty()) {
    parts.emplace_back("xl/sharedStrings.xml", "<sst>" + xlsx.strings + "</sst>");
  }
  if (!xlsx.styles.empty()) {
    parts.emplace_back("xl/styles.xml", "<styleSheet>" + xlsx.styles + "</styleSheet>");
  }
  parts.emplace_back("xl/worksheets/sheet0.xml", "<worksheet>" + xlsx.sheet + "</worksheet>");
  for (std::size_t i = 0; i < xlsx.more.size(); ++i) {
    parts.emplace_back("xl/worksheets/sheet" + std::to_string(i + 1) + ".xml",
                       "<worksheet>" + xlsx.more[i] + "</worksheet>");
  }
  return parts;
}

inline std::string make_xlsx(const Xlsx& xlsx) {
  return make_zip(xlsx_parts(xlsx));
}

}  // namespace jiheng::test
