// What the operators of a content stream do to the state of its reading (ISO 32000-1, annex A).
#include <algorithm>
#include <cmath>

#include "document/pdf/content_resources.h"
#include "document/pdf/content_run.h"

namespace jiheng::document {
namespace {

constexpr std::size_t kMostStates = 256;
constexpr int kDeepest = 12;
constexpr float kThousandth = 0.001F;

// The modes of text: filled is 0, stroked 1; those behind these clip.
constexpr int kFillAndStroke = 2;
constexpr int kInvisible = 3;

}  // namespace

bool ContentRun::nothing() {
  return true;
}

// --- state

bool ContentRun::save() {
  states_.push_back(states_.back());
  return states_.size() <= kMostStates;
}

bool ContentRun::restore() {
  if (states_.size() <= lowest_state_) {
    return false;
  }
  states_.pop_back();
  return true;
}

bool ContentRun::concatenate() {
  state().page = fz_concat(matrix(), state().page);
  return true;
}

bool ContentRun::set_from_dictionary() {
  auto* dictionary = resource(context_, resources_, PDF_NAME(ExtGState), operands_.front().bytes);
  const auto settings =
      settings_of(context_, dictionary,
                  {.fill_alpha = state().fill_alpha, .stroke_alpha = state().stroke_alpha});
  state().fill_alpha = settings.fill_alpha;
  state().stroke_alpha = settings.stroke_alpha;
  return dictionary != nullptr && settings.plain;
}

/// A layer may be hidden.
bool ContentRun::mark_content() {
  return operands_.front().bytes != "OC";
}

bool ContentRun::choose_space() {
  return operands_.front().bytes != "Pattern";
}

/// A name is that of a pattern.
bool ContentRun::choose_colour() {
  return !operands_.empty() && operands_.back().kind == TokenKind::number;
}

// --- forms

bool ContentRun::show_object() {
  auto* object = resource(context_, resources_, PDF_NAME(XObject), operands_.front().bytes);
  return object != nullptr && run_form(object);
}

bool ContentRun::run_form(pdf_obj* object) {
  if (depth_ >= kDeepest) {
    return false;
  }
  auto form = form_of(context_, object);
  if (!form) {
    return false;
  }
  const auto outside = states_.size();
  const auto text = text_;
  states_.push_back(states_.back());
  state().page = fz_concat(form->matrix, state().page);
  state().clip = fz_intersect_rect(state().clip, fz_transform_rect(form->box, state().page));
  if (form->transparent) {
    state().fill_alpha = 1;
    state().stroke_alpha = 1;
  }
  ++depth_;
  const bool done =
      run_content(form->content, form->resources == nullptr ? resources_ : form->resources);
  --depth_;
  states_.resize(outside);
  text_ = text;
  return done;
}

// --- paths

bool ContentRun::move_to() {
  path_.move_to(point(0));
  return true;
}

bool ContentRun::line_to() {
  path_.line_to(point(0));
  return true;
}

bool ContentRun::curve_to() {
  path_.curve_to(point(0), point(2), point(4));
  return true;
}

bool ContentRun::curve_from_current() {
  path_.curve_to(path_.current(), point(0), point(2));
  return true;
}

bool ContentRun::curve_to_end() {
  path_.curve_to(point(0), point(2), point(2));
  return true;
}

bool ContentRun::close_path() {
  path_.close();
  return true;
}

bool ContentRun::rectangle() {
  path_.rectangle(point(0), number(2), number(3));
  return true;
}

bool ContentRun::clip_path() {
  clips_ = true;
  return true;
}

bool ContentRun::end_path() {
  return paint(false, false);
}

bool ContentRun::stroke() {
  return paint(false, true);
}

bool ContentRun::close_and_stroke() {
  path_.close();
  return paint(false, true);
}

bool ContentRun::fill() {
  return paint(true, false);
}

bool ContentRun::fill_and_stroke() {
  return paint(true, true);
}

bool ContentRun::close_fill_and_stroke() {
  path_.close();
  return paint(true, true);
}

bool ContentRun::paint(bool filled, bool stroked) {
  if (clips_) {
    if (path_.empty()) {
      return false;
    }
    state().clip = fz_intersect_rect(state().clip, path_.bounds(state().page));
    clips_ = false;
  }
  if (filled && state().fill_alpha > 0) {
    path_.paint(marks_, state().page, true);
  }
  if (stroked && state().stroke_alpha > 0) {
    path_.paint(marks_, state().page, false);
  }
  path_.clear();
  return true;
}

// --- text

bool ContentRun::begin_text() {
  text_ = {};
  return true;
}

bool ContentRun::set_character_space() {
  state().text.character_space = number(0);
  return true;
}

bool ContentRun::set_word_space() {
  state().text.word_space = number(0);
  return true;
}

bool ContentRun::set_scale() {
  constexpr float kPercent = 100;
  state().text.scale = number(0) / kPercent;
  return true;
}

bool ContentRun::set_leading() {
  state().text.leading = number(0);
  return true;
}

/// A page sets the same few fonts again and again.
ContentFont* ContentRun::font(std::string_view name) {
  for (const auto& [known, font] : named_fonts_) {
    if (known == name) {
      return font;
    }
  }
  auto* found = fonts_.font(resources_, name);
  named_fonts_.emplace_back(name, found);
  return found;
}

bool ContentRun::set_font() {
  auto& text = state().text;
  text.font = font(operands_.front().bytes);
  text.size = number(1);
  return text.font != nullptr;
}

bool ContentRun::set_mode() {
  state().text.mode = static_cast<int>(number(0));
  return state().text.mode >= 0 && state().text.mode <= kInvisible;
}

bool ContentRun::set_rise() {
  state().text.rise = number(0);
  return true;
}

void ContentRun::go_to_line(float x, float y) {
  text_.line = fz_pre_translate(text_.line, x, y);
  text_.next = text_.line;
}

bool ContentRun::move_line() {
  go_to_line(number(0), number(1));
  return true;
}

bool ContentRun::move_line_and_lead() {
  state().text.leading = -number(1);
  return move_line();
}

bool ContentRun::place_text() {
  text_.line = matrix();
  text_.next = text_.line;
  return true;
}

bool ContentRun::next_line() {
  go_to_line(0, -state().text.leading);
  return true;
}

bool ContentRun::show_text() {
  return show(operands_.front().bytes);
}

bool ContentRun::show_texts() {
  for (const auto& operand : operands_) {
    if (operand.kind == TokenKind::text) {
      if (!show(operand.bytes)) {
        return false;
      }
    } else if (operand.kind == TokenKind::number && state().text.font != nullptr) {
      move_on(-operand.number * state().text.size * kThousandth);
    }
  }
  return true;
}

bool ContentRun::show_on_next_line() {
  return next_line() && show_text();
}

bool ContentRun::show_spaced_on_next_line() {
  state().text.word_space = number(0);
  state().text.character_space = number(1);
  return next_line() && show(operands_.back().bytes);
}

/// What is filled and stroked is printed twice.
bool ContentRun::show(std::string_view text) {
  const auto& set = state().text;
  if (set.font == nullptr) {
    return true;
  }
  const auto before = marks_.page.glyphs.size();
  const auto place = text_.next;
  for (int prints = set.mode == kFillAndStroke ? 2 : 1; prints > 0; --prints) {
    text_.next = place;
    for (auto rest = text; !rest.empty();) {
      const auto code = set.font->code(rest);
      if (code.character.moves) {
        show_character(code.character);
      }
      if (code.blank) {
        move_on(set.word_space);
      }
      rest.remove_prefix(std::min(code.bytes, rest.size()));
    }
  }
  if (set.mode != kInvisible) {
    marks_.makeup.visible += marks_.page.glyphs.size() - before;
  }
  return true;
}

void ContentRun::show_character(const ContentCharacter& character) {
  const auto& now = state();
  const auto& set = now.text;
  fz_matrix glyph{set.size * set.scale, 0, 0, set.size, 0, set.rise};
  const bool down = set.font->down();
  if (down) {
    glyph.e -= character.origin_x * std::fabs(set.size) * kThousandth;
    glyph.f -= character.origin_y * set.size * kThousandth;
  }
  const auto on_page = fz_concat(fz_concat(glyph, text_.next), now.page);
  for (std::size_t i = 0; i < character.count; ++i) {
    add_character(marks_,
                  {.code = character.codes.at(i),
                   .advance = i == 0 ? character.advance : kFurtherAdvance,
                   .extent = set.font->extent(),
                   .down = down},
                  on_page, {now.clip});
  }
  const float distance = character.width * set.size + set.character_space;
  text_.next = down ? fz_pre_translate(text_.next, 0, distance)
                    : fz_pre_translate(text_.next, distance * set.scale, 0);
}

/// Along the direction of writing.
void ContentRun::move_on(float distance) {
  const auto& set = state().text;
  text_.next = set.font->down() ? fz_pre_translate(text_.next, 0, distance)
                                : fz_pre_translate(text_.next, distance * set.scale, 0);
}

}  // namespace jiheng::document
