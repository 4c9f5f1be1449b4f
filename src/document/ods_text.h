#pragma once

#include <string>

#include "document/xml_scanner.h"

namespace jiheng::document {

/// Adds the text of a paragraph (`text:p`, `text:h`) whose start was read, up to its end: runs of
/// blanks as one, `text:s`, `text:tab` and `text:line-break` as what they stand for; notes,
/// comments and drawings left out. False when the XML breaks off. Source  OASIS OpenDocument 1.3,
/// part 3, 6.1 (white space).
[[nodiscard]] bool append_paragraph(XmlScanner& xml, std::string& to);

}  // namespace jiheng::document
