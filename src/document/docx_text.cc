#include "document/docx_text.h"

#include <algorithm>
#include <array>

namespace jiheng::document {
namespace {

struct NamedPart {
  std::string_view name;
  DocxPart part;
};

/// Whatever is not listed is a container: an unknown wrapper must not lose the text inside.
constexpr std::array<NamedPart, 28> kParts{{
    {"p", DocxPart::paragraph},
    {"r", DocxPart::run},
    {"t", DocxPart::text},
    {"tab", DocxPart::tab},
    {"ptab", DocxPart::tab},
    {"br", DocxPart::line_break},
    {"cr", DocxPart::line_break},
    {"noBreakHyphen", DocxPart::hyphen},
    {"tbl", DocxPart::table},
    {"AlternateContent", DocxPart::alternatives},
    {"del", DocxPart::passed_over},
    {"moveFrom", DocxPart::passed_over},
    {"delText", DocxPart::passed_over},
    {"instrText", DocxPart::passed_over},
    {"delInstrText", DocxPart::passed_over},
    {"pPr", DocxPart::passed_over},
    {"rPr", DocxPart::passed_over},
    {"tblPr", DocxPart::passed_over},
    {"tblGrid", DocxPart::passed_over},
    {"tblPrEx", DocxPart::passed_over},
    {"trPr", DocxPart::passed_over},
    {"tcPr", DocxPart::passed_over},
    {"sdtPr", DocxPart::passed_over},
    {"sdtEndPr", DocxPart::passed_over},
    {"sectPr", DocxPart::passed_over},
    {"fldData", DocxPart::passed_over},
    {"rt", DocxPart::passed_over},  // the reading above a word, not a part of it
    {"sym", DocxPart::passed_over},
}};

class Gatherer {
 public:
  Result<void> walk(const pugi::xml_node& element, int depth) {
    if (depth > kDocxDepth) {
      return too_deep_docx();
    }
    for (const auto& child : element.children()) {
      JH_TRY_DO(take(child, depth + 1));
    }
    return {};
  }

  DocxText finish() {
    while (found_.text.ends_with('\n')) {
      found_.text.pop_back();
    }
    return std::move(found_);
  }

 private:
  Result<void> take(const pugi::xml_node& child, int depth) {
    switch (docx_part(child)) {
      case DocxPart::passed_over:
        return {};
      case DocxPart::container:
        return walk(child, depth);
      case DocxPart::alternatives:
        return walk(chosen_alternative(child), depth);
      case DocxPart::paragraph:
        break_line();
        JH_TRY_DO(walk(child, depth));
        break_line();
        return {};
      case DocxPart::run:
        return docx_switch(docx_child(child, "rPr"), "vanish") ? Result<void>{}
                                                               : walk(child, depth);
      case DocxPart::text:
        found_.text += child.child_value();
        return {};
      case DocxPart::tab:
        found_.text += '\t';
        return {};
      case DocxPart::line_break:
        break_line();
        return {};
      case DocxPart::hyphen:
        found_.text += '-';
        return {};
      case DocxPart::table:
        found_.tables.push_back(child);
        return {};
    }
    return {};
  }

  void break_line() {
    if (!found_.text.empty() && !found_.text.ends_with('\n')) {
      found_.text += '\n';
    }
  }

  DocxText found_;
};

}  // namespace

std::string_view docx_name(const char* qualified) {
  const std::string_view name = qualified;
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

DocxPart docx_part(const pugi::xml_node& element) {
  const auto name = docx_name(element.name());
  const auto* const found = std::ranges::find(kParts, name, &NamedPart::name);
  return found == kParts.end() ? DocxPart::container : found->part;
}

pugi::xml_node docx_child(const pugi::xml_node& element, std::string_view name) {
  return element.find_child(
      [name](const pugi::xml_node& child) { return docx_name(child.name()) == name; });
}

std::string_view docx_value(const pugi::xml_node& properties, std::string_view name) {
  return docx_child(properties, name)
      .find_attribute([](const pugi::xml_attribute& a) { return docx_name(a.name()) == "val"; })
      .value();
}

bool docx_switch(const pugi::xml_node& properties, std::string_view name) {
  const auto value = docx_value(properties, name);
  return docx_child(properties, name) && value != "0" && value != "false" && value != "off";
}

pugi::xml_node chosen_alternative(const pugi::xml_node& alternatives) {
  const auto choice = docx_child(alternatives, "Choice");
  return choice ? choice : docx_child(alternatives, "Fallback");
}

tl::unexpected<Error> too_deep_docx() {
  return fail(ErrorCode::invalid_input, {"document.broken", {"DOCX", "elements nested too deep"}});
}

Result<DocxText> gather_docx_text(const pugi::xml_node& element, int depth) {
  Gatherer gatherer;
  JH_TRY_DO(gatherer.walk(element, depth));
  return gatherer.finish();
}

}  // namespace jiheng::document
