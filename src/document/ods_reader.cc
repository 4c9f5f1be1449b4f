#include "document/ods_reader.h"

#include <set>

#include "document/ods_table.h"
#include "document/package.h"
#include "document/sheet_text.h"
#include "document/zip.h"

namespace jiheng::document {
namespace {

constexpr std::string_view kOds = "ODS";
constexpr std::string_view kMediaType = "application/vnd.oasis.opendocument.spreadsheet";
constexpr std::string_view kManifest = "META-INF/manifest.xml";
/// What the parts that tell the kind of a package may unpack to.
constexpr std::size_t kSmallParts = std::size_t{1} << 20U;

/// The format wants the media type to stand plainly in the first part, where it can be seen without
/// unpacking anything.
bool says_so_in_front(std::string_view bytes) {
  constexpr std::size_t kNameAt = 30;
  constexpr std::string_view kName = "mimetype";
  const auto name = bytes.substr(std::min(kNameAt, bytes.size()));
  return name.starts_with(kName) &&
         name.substr(0, kName.size() + kMediaType.size() + kNameAt).find(kMediaType) !=
             std::string_view::npos;
}

bool recognises(std::string_view bytes) {
  if (!bytes.starts_with("PK\x03\x04")) {
    return false;
  }
  if (says_so_in_front(bytes)) {
    return true;
  }
  auto zip = Zip::open(bytes, {.unpacked_bytes = kSmallParts});
  if (!zip || !zip->has("content.xml")) {
    return false;
  }
  const std::string part(zip->has("mimetype") ? "mimetype" : kManifest);
  const auto type = zip->read(part);
  return type && type->find(kMediaType) != std::string::npos;
}

/// Whether the list of parts says that some are encrypted; a list that is broken says nothing.
bool is_encrypted(Zip& zip) {
  const std::string manifest(kManifest);
  const auto bytes = zip.has(manifest) ? zip.read(manifest) : Result<std::string>();
  if (!bytes) {
    return false;
  }
  XmlScanner xml(*bytes);
  for (auto event = xml.next(); event != XmlEvent::finished && event != XmlEvent::broken;
       event = xml.next()) {
    if (event == XmlEvent::start && xml.name() == "encryption-data") {
      return true;
    }
  }
  return false;
}

/// Walks through content.xml: which table styles hide their tables, then the tables.
class ContentScanner {
 public:
  ContentScanner(std::string_view bytes, const Limits& limits)
      : xml_(bytes), tables_(xml_, limits) {}

  Result<Content> read() {
    auto event = xml_.next();
    for (; event != XmlEvent::finished && event != XmlEvent::broken; event = xml_.next()) {
      if (event == XmlEvent::start) {
        JH_TRY_DO(element());
      }
    }
    if (event == XmlEvent::broken) {
      return tl::unexpected(broken_xml(kOds, kOdsContent, xml_.offset()));
    }
    if (content_.sheets.empty() && content_.notices.empty()) {
      return fail(ErrorCode::invalid_input, {"document.empty", {}});
    }
    return std::move(content_);
  }

 private:
  /// document-content / automatic-styles / style / table-properties, and
  /// document-content / body / spreadsheet / table.
  Result<void> element() {
    constexpr std::size_t kTableDepth = 4;
    const auto name = xml_.name();
    if (xml_.depth() == 2) {
      section_ = name;
    } else if (section_ == "automatic-styles" && name == "style") {
      style_ = attribute_of_start("name");
    } else if (section_ == "automatic-styles" && name == "table-properties") {
      if (attribute_of_start("display") == "false") {
        hidden_styles_.insert(style_);
      }
    } else if (section_ == "body" && xml_.depth() == kTableDepth) {
      return name == "table" ? table() : skip();
    }
    return {};
  }

  std::string attribute_of_start(std::string_view name) {
    while (const auto attribute = xml_.next_attribute()) {
      if (local_name(attribute->name) == name) {
        return unescaped(attribute->raw);
      }
    }
    return "";
  }

  /// A break is seen by the next event.
  Result<void> skip() {
    static_cast<void>(xml_.skip());
    return {};
  }

  Result<void> table() {
    std::string name;
    std::string style;
    while (const auto attribute = xml_.next_attribute()) {
      if (local_name(attribute->name) == "name") {
        name = unescaped(attribute->raw);
      } else if (local_name(attribute->name) == "style-name") {
        style = unescaped(attribute->raw);
      }
    }
    if (hidden_styles_.contains(style)) {
      content_.notices.push_back({{"sheet.hidden_sheet", {name}}, {.sheet = name}});
      return skip();
    }
    JH_TRY(auto sheet, tables_.read(name, content_.notices));
    if (!sheet.rows.empty()) {
      content_.sheets.push_back(std::move(sheet));
    }
    return {};
  }

  XmlScanner xml_;
  OdsTableReader tables_;
  Content content_;
  std::string_view section_;
  std::string style_;
  std::set<std::string> hidden_styles_;
};

Result<Content> read(std::string_view bytes, const Limits& limits) {
  JH_TRY(auto zip, Zip::open(bytes, limits));
  if (is_encrypted(zip)) {
    return fail(ErrorCode::invalid_input, {"document.encrypted", {std::string(kOds)}});
  }
  JH_TRY(auto part, zip.read(std::string(kOdsContent)));
  const auto xml = xml_as_utf8(std::move(part));
  return ContentScanner(xml, limits).read();
}

}  // namespace

constinit const Reader ods_reader{.format = Format::ods, .recognises = recognises, .read = read};

}  // namespace jiheng::document
