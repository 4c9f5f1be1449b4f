#include "document/package.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "document/xml_scanner.h"

namespace jiheng::document {
namespace {

constexpr std::string_view kContentTypes = "[Content_Types].xml";

std::string_view folder_of(std::string_view part) {
  const auto slash = part.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : part.substr(0, slash + 1);
}

/// The part a target means that is written in a part of `folder`.
std::string resolved(std::string_view folder, std::string_view target) {
  const std::string path =
      target.starts_with('/') ? std::string(target) : std::string(folder) + std::string(target);
  std::vector<std::string_view> steps;
  for (const auto step : split(path, '/')) {
    if (step == ".." && !steps.empty()) {
      steps.pop_back();
    } else if (!step.empty() && step != "." && step != "..") {
      steps.push_back(step);
    }
  }
  std::string part;
  for (const auto step : steps) {
    part += (part.empty() ? "" : "/") + std::string(step);
  }
  return part;
}

std::string last_step(std::string_view address) {
  return std::string(address.substr(address.rfind('/') + 1));
}

Relation read_relation(XmlScanner& xml, std::string_view folder) {
  Relation relation;
  while (const auto attribute = xml.next_attribute()) {
    if (attribute->name == "Id") {
      relation.id = unescaped(attribute->raw);
    } else if (attribute->name == "Type") {
      relation.type = last_step(unescaped(attribute->raw));
    } else if (attribute->name == "Target") {
      relation.target = resolved(folder, unescaped(attribute->raw));
    }
  }
  return relation;
}

/// The content type, when this element of [Content_Types].xml speaks of the part.
std::optional<std::string> override_of(XmlScanner& xml, const std::string& part) {
  std::string type;
  bool means_part = false;
  while (const auto attribute = xml.next_attribute()) {
    if (attribute->name == "PartName") {
      means_part = part_key(unescaped(attribute->raw)) == part;
    } else if (attribute->name == "ContentType") {
      type = unescaped(attribute->raw);
    }
  }
  return means_part ? std::optional(type) : std::nullopt;
}

}  // namespace

std::string part_key(std::string_view name) {
  std::string form;
  form.reserve(name.size());
  for (const char c : name) {
    const bool capital = c >= 'A' && c <= 'Z';
    form.push_back(capital ? static_cast<char>(c - 'A' + 'a') : (c == '\\' ? '/' : c));
  }
  form.erase(0, form.find_first_not_of('/') == std::string::npos ? form.size()
                                                                 : form.find_first_not_of('/'));
  return form;
}

std::string xml_as_utf8(std::string bytes) {
  const bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (utf16) {
    auto decoded = decode_text(bytes);
    return decoded ? std::move(decoded->text) : std::string();
  }
  if (is_utf8(bytes)) {
    return bytes;
  }
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const auto next = decode_point(bytes, at);
    append_utf8(text, next.point);
    at += next.bytes;
  }
  return text;
}

Error broken_xml(std::string_view format, std::string_view part, std::size_t offset) {
  return {ErrorCode::invalid_input,
          {"document.broken",
           {std::string(format), "XML, " + std::string(part) + ", byte " + std::to_string(offset)}},
          std::string(part)};
}

Package::Package(Zip zip, std::map<std::string, std::string> names)
    : zip_(std::move(zip)), names_(std::move(names)) {}

Result<Package> Package::open(std::string_view bytes, const Limits& limits) {
  JH_TRY(auto zip, Zip::open(bytes, limits));
  std::map<std::string, std::string> names;
  for (const auto& name : zip.names()) {
    names.emplace(part_key(name), name);
  }
  return Package(std::move(zip), std::move(names));
}

bool Package::has(std::string_view part) const {
  return names_.contains(part_key(part));
}

Result<std::string> Package::read(std::string_view part) {
  const auto found = names_.find(part_key(part));
  JH_TRY(auto bytes, zip_.read(found == names_.end() ? std::string(part) : found->second));
  return xml_as_utf8(std::move(bytes));
}

Result<std::vector<Relation>> Package::relations(std::string_view part) {
  const auto folder = folder_of(part);
  const auto list =
      std::string(folder) + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
  std::vector<Relation> relations;
  if (!has(list)) {
    return relations;
  }
  JH_TRY(const auto bytes, read(list));
  XmlScanner xml(bytes);
  auto event = xml.next();
  for (; event != XmlEvent::finished && event != XmlEvent::broken; event = xml.next()) {
    if (event == XmlEvent::start && xml.name() == "Relationship") {
      relations.push_back(read_relation(xml, folder));
    }
  }
  if (event == XmlEvent::broken) {
    return tl::unexpected(broken_xml("Office", list, xml.offset()));
  }
  return relations;
}

Result<std::string> Package::main_part() {
  JH_TRY(const auto links, relations(""));
  const auto main = std::ranges::find(links, "officeDocument", &Relation::type);
  if (main == links.end()) {
    return fail(ErrorCode::invalid_input, {"document.broken", {"Office", "_rels/.rels"}});
  }
  return main->target;
}

std::string Package::content_type(std::string_view part) {
  const auto bytes = has(kContentTypes) ? read(kContentTypes) : Result<std::string>();
  if (!bytes) {
    return "";
  }
  const auto wanted = part_key(part);
  XmlScanner xml(*bytes);
  for (auto event = xml.next(); event != XmlEvent::finished && event != XmlEvent::broken;
       event = xml.next()) {
    if (event == XmlEvent::start && xml.name() == "Override") {
      if (auto type = override_of(xml, wanted)) {
        return *std::move(type);
      }
    }
  }
  return "";
}

}  // namespace jiheng::document
