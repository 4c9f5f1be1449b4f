#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jiheng::document {

enum class HtmlEvent : std::uint8_t { start, end, text, finished };

/// Walks through the tags and texts of a web page, as they stand.
///
/// Shape   comments, declarations and the contents of elements that hold no text of the page
///         (scripts, styles, the title) are passed over. Any bytes are a page: nothing fails, and
///         each byte is looked at a bounded number of times. The bytes must outlive the scanner.
/// Source  HTML Living Standard, 13.2.5 (tokenization).
class HtmlTags {
 public:
  explicit HtmlTags(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] HtmlEvent next();

  /// Of the start or end that `next` gave, in small letters.
  [[nodiscard]] const std::string& name() const {
    return name_;
  }

  /// Of the start that `next` gave: the first attribute of this name, given in small letters.
  [[nodiscard]] std::optional<std::string_view> attribute(std::string_view name) const;

  /// The text that `next` gave, character references not yet replaced.
  [[nodiscard]] std::string_view text() const {
    return text_;
  }

 private:
  void pass_markup();
  HtmlEvent tag(bool end);
  void pass_contents();

  std::string_view bytes_;
  std::size_t at_{};
  std::string name_;
  std::string_view attributes_;
  std::string_view text_;
};

}  // namespace jiheng::document
