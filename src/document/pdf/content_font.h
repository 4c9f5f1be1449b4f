#pragma once

#include <mupdf/pdf.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string_view>
#include <vector>

#include "document/pdf/page_marks.h"

namespace jiheng::document {

/// A character code of a font, looked up.
///
/// Shape   `codes` is what it reads: one code point, or several of a ligature; empty where the font
///         has no such character. `moves` false: an unknown code, which does not even move the
///         text on.
/// Units   `advance`, how wide the glyph is, and `width`, how far the text moves on: by the font's
///         size. Where a character written downwards begins: thousandths of it.
struct ContentCharacter {
  std::array<int, 8> codes{};
  std::size_t count{};
  bool moves{};
  float advance{};
  float width{};
  float origin_x{};
  float origin_y{};
};

/// One character code as it stands in a text.
struct ContentCode {
  const ContentCharacter& character;
  std::size_t bytes{};
  bool blank{};  // the single byte 32, which word spacing widens
};

/// A font of a document, as far as texts are read: MuPDF knows what codes mean and how wide they
/// are; each code is asked for once. Glyphs of Type 3 fonts, which are drawings, are never looked
/// at.
class ContentFont {
 public:
  /// Takes the description over.
  ContentFont(fz_context* context, pdf_font_desc* description);
  ContentFont(const ContentFont&) = delete;
  ContentFont& operator=(const ContentFont&) = delete;
  ContentFont(ContentFont&&) = delete;
  ContentFont& operator=(ContentFont&&) = delete;
  ~ContentFont();

  /// The first code of a text that is not empty. The reference holds until the next call.
  [[nodiscard]] ContentCode code(std::string_view text);

  [[nodiscard]] bool down() const {
    return description_->wmode != 0;
  }

  [[nodiscard]] const Extent& extent() const {
    return extent_;
  }

 private:
  static constexpr std::size_t kBlock = 16;
  static constexpr std::size_t kCodes = 65536;

  /// A stretch of codes, and which of them were asked for.
  struct Block {
    std::array<ContentCharacter, kBlock> characters{};
    std::array<bool, kBlock> asked{};
  };

  [[nodiscard]] ContentCharacter look_up(unsigned code) const;
  void read_codes(int cid, ContentCharacter& character) const;

  fz_context* context_;
  pdf_font_desc* description_;
  Extent extent_;
  /// By length of the code: one byte, two bytes.
  std::array<std::vector<std::unique_ptr<Block>>, 2> known_{};
  ContentCharacter rare_{};
};

/// The fonts of a document, by the number of their object.
class ContentFonts {
 public:
  ContentFonts(fz_context* context, pdf_document* document)
      : context_(context), document_(document) {}

  /// Before a page: of very many fonts those no longer used go, so that memory does not grow with
  /// the file.
  void begin_page();

  /// The font of a resource dictionary, until the next page; nullptr where it is none that stands
  /// on its own, or is broken: that is for MuPDF.
  [[nodiscard]] ContentFont* font(pdf_obj* resources, std::string_view name);

 private:
  /// A font, and the last page that used it.
  struct Used {
    std::unique_ptr<ContentFont> font;
    int page{};
  };

  fz_context* context_;
  pdf_document* document_;
  std::map<int, Used> fonts_{};
  int page_{};
};

}  // namespace jiheng::document
