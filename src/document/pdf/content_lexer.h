#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace jiheng::document {

/// What a content stream is made of. `broken`: nothing that a careful program writes.
enum class TokenKind : std::uint8_t {
  end,
  number,
  name,
  text,
  word,  // an operator, or true, false, null
  open_array,
  close_array,
  open_dictionary,
  close_dictionary,
  broken
};

/// One token.
///
/// Shape   `bytes` are a name without its slash, a text or a word, unescaped; a view of the
/// content,
///         valid as long as that is. `number` counts only for a number.
struct Token {
  TokenKind kind{};
  float number{};
  std::string_view bytes{};
};

/// Cuts the content stream of a page into tokens.
///
/// It knows the plain spelling that programs write. Numbers in odd spellings, unbalanced texts and
/// whatever else readers are lenient about is `broken`: those pages are for MuPDF.
/// Source  ISO 32000-1, 7.2 and 7.3.
class ContentLexer {
 public:
  /// Unescapes texts and names where they stand: the content is changed, and outlives this.
  explicit ContentLexer(std::string& content)
      : at_(content.data()), end_(content.data() + content.size()) {}

  [[nodiscard]] Token next();

 private:
  void skip_blanks();
  [[nodiscard]] Token number();
  [[nodiscard]] Token name();
  [[nodiscard]] Token literal_text();
  [[nodiscard]] Token hexadecimal_text();
  [[nodiscard]] Token word();
  [[nodiscard]] Token sign(TokenKind kind, std::ptrdiff_t bytes);
  char* unescape(char* to);

  char* at_;
  char* end_;
};

}  // namespace jiheng::document
