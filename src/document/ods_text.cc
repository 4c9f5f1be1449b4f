#include "document/ods_text.h"

#include <algorithm>
#include <array>

#include "document/sheet_text.h"

namespace jiheng::document {
namespace {

constexpr std::array<std::string_view, 11> kNotText{"annotation",   "note",    "ruby-text", "frame",
                                                    "custom-shape", "g",       "line",      "rect",
                                                    "caption",      "control", "script"};

class Paragraph {
 public:
  Paragraph(XmlScanner& xml, std::string& to) : xml_(xml), to_(to) {}

  bool read() {
    const auto outside = xml_.depth() - 1;
    while (xml_.depth() > outside) {
      const auto event = xml_.next();
      if (event == XmlEvent::broken || (event == XmlEvent::start && !element())) {
        return false;
      }
      if (event == XmlEvent::text) {
        text();
      }
    }
    if (behind_blank_ && to_.ends_with(' ')) {
      to_.pop_back();
    }
    return true;
  }

 private:
  bool element() {
    const auto name = xml_.name();
    if (name == "s") {
      blanks();
    } else if (name == "tab" || name == "line-break") {
      to_.push_back(name == "tab" ? '\t' : '\n');
      behind_blank_ = false;
    } else if (std::ranges::find(kNotText, name) != kNotText.end()) {
      return xml_.skip();
    }
    return true;
  }

  /// `text:s` stands for one blank or as many as it says; nobody means more than a line of them.
  void blanks() {
    constexpr int kMost = 1000;
    int count = 1;
    while (const auto attribute = xml_.next_attribute()) {
      if (local_name(attribute->name) == "c") {
        count = std::clamp(whole_number(attribute->raw, 1), 0, kMost);
      }
    }
    // Blanks of many such elements are no text either.
    constexpr std::size_t kLongest = std::size_t{1} << 20U;
    if (to_.size() < kLongest) {
      to_.append(static_cast<std::size_t>(count), ' ');
    }
    behind_blank_ = false;
  }

  void text() {
    piece_.clear();
    xml_.append_text(piece_);
    for (const char c : piece_) {
      const bool blank = c == ' ' || c == '\t' || c == '\n';
      if (!blank || !behind_blank_) {
        to_.push_back(blank ? ' ' : c);
      }
      behind_blank_ = blank;
    }
  }

  XmlScanner& xml_;
  std::string& to_;
  std::string piece_;
  bool behind_blank_{true};  // a blank here would be one too many
};

}  // namespace

bool append_paragraph(XmlScanner& xml, std::string& to) {
  return Paragraph(xml, to).read();
}

}  // namespace jiheng::document
