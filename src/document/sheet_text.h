#pragma once

#include <string>
#include <string_view>

#include "document/xml_scanner.h"

namespace jiheng::document {

/// Adds the text of a string item (`si`, `is`) whose start was read, up to its end: all runs,
/// without the phonetic ones. False when the XML breaks off.
[[nodiscard]] bool append_rich_text(XmlScanner& xml, std::string& to);

/// Adds the text of the element whose start was read, up to its end.
[[nodiscard]] bool append_content(XmlScanner& xml, std::string& to);

/// Replaces what XML cannot hold and spreadsheets write as `_x000D_`; other control characters and
/// carriage returns go.
[[nodiscard]] std::string with_escapes_replaced(std::string text);

/// "2022-08-31T00:00:00Z" without what it does not say: midnight, the zone.
[[nodiscard]] std::string shown_iso_date(std::string_view text);

/// The number an attribute holds; `otherwise` for what is none.
[[nodiscard]] int whole_number(std::string_view raw, int otherwise);

/// The boolean an attribute holds: "1", "true", "on".
[[nodiscard]] bool is_true(std::string_view raw);

}  // namespace jiheng::document
