#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/zip.h"

namespace jiheng::document {

/// A link from one part of a package to another.
///
/// Shape   `type` is the last step of its address (`worksheet`, `sharedStrings`), which the
///         transitional and the strict namespaces share; `target` a name from the package's root.
struct Relation {
  std::string id;
  std::string type;
  std::string target;
};

/// An Office Open XML container: parts that are found through relations, whatever their names.
///
/// Part names are told apart without regard to case, as the format demands; "\" counts as "/",
/// which some old writers used.
/// Source  ECMA-376 part 2 (open packaging conventions).
class Package {
 public:
  /// Errors  those of Zip::open.
  [[nodiscard]] static Result<Package> open(std::string_view bytes, const Limits& limits);

  [[nodiscard]] bool has(std::string_view part) const;

  /// Errors  those of Zip::read; a part in UTF-16 comes as UTF-8, ill-formed bytes as U+FFFD.
  [[nodiscard]] Result<std::string> read(std::string_view part);

  /// The relations of a part, "" for those of the package; none where the part has no list.
  /// Errors  those of Zip::read, and `document.broken` for broken XML.
  [[nodiscard]] Result<std::vector<Relation>> relations(std::string_view part);

  /// The part that holds the document: `xl/workbook.xml`, `word/document.xml`.
  /// Errors  as relations; `document.broken` when there is none.
  [[nodiscard]] Result<std::string> main_part();

  /// What [Content_Types].xml says of a part; "" where it says nothing.
  [[nodiscard]] std::string content_type(std::string_view part);

 private:
  Package(Zip zip, std::map<std::string, std::string> names);

  Zip zip_;
  std::map<std::string, std::string> names_;  // as compared → as written
};

/// The form in which names of parts are compared: small ASCII letters, "/" only and none in front.
[[nodiscard]] std::string part_key(std::string_view name);

/// XML bytes as UTF-8 that is well formed.
[[nodiscard]] std::string xml_as_utf8(std::string bytes);

/// An error `document.broken` of `format` that says where the XML of a part breaks off.
[[nodiscard]] Error broken_xml(std::string_view format, std::string_view part, std::size_t offset);

}  // namespace jiheng::document
