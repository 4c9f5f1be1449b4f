#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jiheng::document {

enum class XmlEvent : std::uint8_t { start, end, text, finished, broken };

/// Walks through XML from event to event, without a tree and without copying.
///
/// Shape   names come without their prefix (`x:row` is `row`): the parts read here use one name
///         for one thing. An empty element gives a start and an end. Comments, processing
///         instructions and the DOCTYPE are passed over; entities a document declares itself are
///         never expanded, so no entity can grow. The bytes must outlive the scanner.
/// Errors  `broken` (and nothing after it) where tags do not match, the text ends inside an element
///         or there is none, or elements stand more than 200 deep.
class XmlScanner {
 public:
  struct Attribute {
    std::string_view name;  // with its prefix
    std::string_view raw;   // entities not yet replaced; `unescaped` does that
  };

  explicit XmlScanner(std::string_view bytes);

  [[nodiscard]] XmlEvent next();

  /// Of the start or end that `next` gave.
  [[nodiscard]] std::string_view name() const {
    return name_;
  }

  /// The next attribute of the start that `next` gave.
  [[nodiscard]] std::optional<Attribute> next_attribute();

  /// Adds the text that `next` gave, line ends as "\n".
  void append_text(std::string& to) const;

  /// After a start: goes on behind its end. False when that never comes.
  [[nodiscard]] bool skip();

  /// How many elements are open; after a start this counts the one that began.
  [[nodiscard]] std::size_t depth() const {
    return open_.size();
  }

  /// Bytes read so far: where it broke.
  [[nodiscard]] std::size_t offset() const {
    return at_;
  }

 private:
  std::optional<XmlEvent> markup();
  XmlEvent text();
  XmlEvent cdata();
  XmlEvent start();
  XmlEvent end();
  XmlEvent close(std::string_view qualified);
  XmlEvent broken();
  XmlEvent at_end();
  bool finish_tag();
  bool pass_over();
  bool pass_doctype();
  bool pass_until(std::string_view stop);

  std::string_view bytes_;
  std::size_t at_{};
  std::vector<std::string_view> open_;  // names with prefixes
  std::string_view name_;
  std::string_view text_;
  bool raw_text_{};     // from CDATA: no entities
  bool in_tag_{};       // attributes are still unread
  bool close_empty_{};  // `/>` was read: the end comes next
  bool broken_{};
  bool seen_element_{};
};

/// The name without its prefix.
[[nodiscard]] std::string_view local_name(std::string_view qualified);

/// Text with its character references and the five entities of XML replaced; others stay as
/// written.
[[nodiscard]] std::string unescaped(std::string_view raw);

}  // namespace jiheng::document
