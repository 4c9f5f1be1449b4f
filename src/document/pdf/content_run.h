#pragma once

#include <mupdf/pdf.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/pdf/content_font.h"
#include "document/pdf/content_lexer.h"
#include "document/pdf/content_path.h"
#include "document/pdf/page_marks.h"

namespace jiheng::document {

/// Reads what the content of a page says about characters and rules, and nothing else: it loads no
/// image, picks no colour and looks at no glyph, which is why it takes a fraction of MuPDF's time.
///
/// It knows what pages of tables are made of. What it does not do itself makes it give up, and the
/// page is for MuPDF: images, patterns, soft masks, layers that may be hidden, text that clips,
/// fonts without a number, whatever is broken.
/// Source  ISO 32000-1, 8 and 9.
class ContentRun {
 public:
  /// All of them outlive this; what the marks hold after giving up is of no use.
  ContentRun(fz_context* context, ContentFonts& fonts, PageMarks& marks);

  /// A page, whose content `page` puts in place. False: it gave up.
  [[nodiscard]] bool run(pdf_page* page, const fz_matrix& placed);

 private:
  /// How text is set.
  struct TextState {
    ContentFont* font{};
    float size{-1};
    float scale{1};
    float character_space{};
    float word_space{};
    float leading{};
    float rise{};
    int mode{};
  };

  struct State {
    fz_matrix page{};  // from the content's space to the page
    fz_rect clip{fz_infinite_rect};
    TextState text{};
    float fill_alpha{1};
    float stroke_alpha{1};
  };

  /// Where the text of a text object stands: the line's beginning, and the next character.
  struct TextPlace {
    fz_matrix line{fz_identity};
    fz_matrix next{fz_identity};
  };

  using Handler = bool (ContentRun::*)();

  /// Shape   `operands` is how many it takes, `kAny` when that does not matter.
  struct Operator {
    std::uint32_t code{};
    int operands{};
    Handler handler{};

    constexpr Operator(std::string_view word, int taken, Handler does)
        : code(code_of(word)), operands(taken), handler(does) {}
  };

  /// An operator's bytes as a number, in the order of the bytes; 0 for longer words, which are
  /// none.
  static constexpr std::uint32_t code_of(std::string_view word) {
    constexpr std::size_t kLongest = 3;
    std::uint32_t code = 0;
    for (std::size_t i = 0; i < kLongest && word.size() <= kLongest; ++i) {
      code = code << 8U | (i < word.size() ? static_cast<unsigned char>(word[i]) : 0U);
    }
    return code;
  }

  static constexpr int kAny = -1;
  struct Operators;  // all of them
  [[nodiscard]] static const Operator* find(std::string_view word);

  [[nodiscard]] bool run_content(std::string& content, pdf_obj* resources);
  [[nodiscard]] bool take(const Token& token, ContentLexer& lexer);
  [[nodiscard]] bool skip_dictionary(ContentLexer& lexer);
  [[nodiscard]] bool carry_out(std::string_view word);
  [[nodiscard]] float number(std::size_t index) const;
  [[nodiscard]] fz_point point(std::size_t index) const;
  [[nodiscard]] fz_matrix matrix() const;
  [[nodiscard]] State& state();

  // Operators.
  bool nothing();
  bool save();
  bool restore();
  bool concatenate();
  bool set_from_dictionary();
  bool show_object();
  bool mark_content();
  bool choose_space();
  bool choose_colour();
  bool move_to();
  bool line_to();
  bool curve_to();
  bool curve_from_current();
  bool curve_to_end();
  bool close_path();
  bool rectangle();
  bool clip_path();
  bool end_path();
  bool stroke();
  bool close_and_stroke();
  bool fill();
  bool fill_and_stroke();
  bool close_fill_and_stroke();
  bool begin_text();
  bool set_character_space();
  bool set_word_space();
  bool set_scale();
  bool set_leading();
  bool set_font();
  bool set_mode();
  bool set_rise();
  bool move_line();
  bool move_line_and_lead();
  bool place_text();
  bool next_line();
  bool show_text();
  bool show_texts();
  bool show_on_next_line();
  bool show_spaced_on_next_line();

  [[nodiscard]] bool paint(bool filled, bool stroked);
  void go_to_line(float x, float y);
  [[nodiscard]] bool show(std::string_view text);
  void show_character(const ContentCharacter& character);
  void move_on(float distance);
  [[nodiscard]] bool run_form(pdf_obj* object);
  [[nodiscard]] ContentFont* font(std::string_view name);

  fz_context* context_;
  ContentFonts& fonts_;
  PageMarks& marks_;
  pdf_obj* resources_{};
  std::vector<std::pair<std::string, ContentFont*>> named_fonts_{};  // of these resources
  std::vector<State> states_{};
  std::size_t lowest_state_{};  // of the stream being read
  std::vector<Token> operands_{};
  int open_arrays_{};
  bool had_array_{};
  ContentPath path_{};
  bool clips_{};
  TextPlace text_{};
  int depth_{};
  std::size_t bytes_{};
};

}  // namespace jiheng::document
