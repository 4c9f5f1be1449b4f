#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/grid.h"
#include "document/xml_scanner.h"

namespace jiheng::document {

inline constexpr std::string_view kOdsContent = "content.xml";

/// Reads the tables of an OpenDocument spreadsheet one after another.
///
/// The scanner must outlive it.
class OdsTableReader {
 public:
  OdsTableReader(XmlScanner& xml, const Limits& limits)
      : xml_(xml), limits_(limits), budget_(limits) {}

  /// The table whose start and attributes were read, up to its end; adds the notices of
  /// Grid::finish.
  /// Errors  invalid_input `document.broken` (where: content.xml) and those of Grid.
  [[nodiscard]] Result<Sheet> read(const std::string& name, std::vector<Notice>& notices);

 private:
  XmlScanner& xml_;
  const Limits& limits_;
  CellBudget budget_;  // one for all tables
};

}  // namespace jiheng::document
