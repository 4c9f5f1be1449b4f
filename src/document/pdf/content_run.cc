#include "document/pdf/content_run.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "document/pdf/attempt.h"
#include "document/pdf/content_resources.h"

namespace jiheng::document {
namespace {

// Beyond these a page is not what this reads.
constexpr std::size_t kPairs = std::size_t{1} << 14U;

/// Which of `kPairs` an operator's first two bytes make. Those of ASCII each make one of their own.
constexpr std::size_t pair_of(std::uint32_t code) {
  return (code >> 16U & 0x7FU) << 7U | (code >> 8U & 0x7FU);
}

constexpr std::size_t kMostOperands = 4096;
constexpr std::size_t kMostBytes = std::size_t{64} << 20U;  // of a page with its forms

}  // namespace

ContentRun::ContentRun(fz_context* context, ContentFonts& fonts, PageMarks& marks)
    : context_(context), fonts_(fonts), marks_(marks) {}

bool ContentRun::run(pdf_page* page, const fz_matrix& placed) {
  State first;
  pdf_obj* resources = nullptr;
  fz_var(resources);
  if (!attempt(context_, [&] {
        fz_rect media{};
        pdf_page_transform(context_, page, &media, &first.page);
        first.page = fz_concat(first.page, placed);
        if (page->transparency != 0) {
          first.clip = fz_transform_rect(media, first.page);
        }
        resources = pdf_page_resources(context_, page);
      })) {
    return false;
  }
  states_ = {first};
  auto contents = contents_of(context_, page);
  return contents && run_content(*contents, resources);
}

bool ContentRun::run_content(std::string& content, pdf_obj* resources) {
  bytes_ += content.size();
  if (bytes_ > kMostBytes) {
    return false;
  }
  const auto resources_before = std::exchange(resources_, resources);
  const auto lowest_before = std::exchange(lowest_state_, states_.size());
  const auto fonts_before = std::exchange(named_fonts_, {});
  operands_.clear();
  open_arrays_ = 0;
  had_array_ = false;
  ContentLexer lexer(content);
  for (auto token = lexer.next(); token.kind != TokenKind::end; token = lexer.next()) {
    if (!take(token, lexer)) {
      return false;
    }
  }
  resources_ = resources_before;
  named_fonts_ = fonts_before;
  lowest_state_ = lowest_before;
  return true;
}

bool ContentRun::take(const Token& token, ContentLexer& lexer) {
  switch (token.kind) {
    case TokenKind::number:
    case TokenKind::name:
    case TokenKind::text:
      operands_.push_back(token);
      return operands_.size() <= kMostOperands;
    case TokenKind::open_array:
      had_array_ = true;
      return ++open_arrays_ == 1;
    case TokenKind::close_array:
      return --open_arrays_ == 0;
    case TokenKind::open_dictionary:
      operands_.push_back(token);
      return skip_dictionary(lexer);
    case TokenKind::word:
      return open_arrays_ == 0 && carry_out(token.bytes);
    case TokenKind::end:
    case TokenKind::close_dictionary:
    case TokenKind::broken:
      break;
  }
  return false;
}

bool ContentRun::skip_dictionary(ContentLexer& lexer) {
  for (int depth = 1; depth > 0;) {
    const auto token = lexer.next();
    if (token.kind == TokenKind::end || token.kind == TokenKind::broken) {
      return false;
    }
    depth += token.kind == TokenKind::open_dictionary ? 1 : 0;
    depth -= token.kind == TokenKind::close_dictionary ? 1 : 0;
  }
  return true;
}

bool ContentRun::carry_out(std::string_view word) {
  const auto* found = find(word);
  if (found == nullptr) {
    return false;
  }
  const auto given = static_cast<int>(operands_.size());
  const bool fits = found->operands == kAny || (found->operands == given && !had_array_);
  const bool done = fits && (this->*found->handler)();
  operands_.clear();
  had_array_ = false;
  return done;
}

/// What is no number reads 0, as it does everywhere.
float ContentRun::number(std::size_t index) const {
  return operands_[index].number;
}

fz_point ContentRun::point(std::size_t index) const {
  return {number(index), number(index + 1)};
}

fz_matrix ContentRun::matrix() const {
  return {number(0), number(1), number(2), number(3), number(4), number(5)};
}

ContentRun::State& ContentRun::state() {
  return states_.back();
}

struct ContentRun::Operators {
  using Run = ContentRun;
  // In the order of their bytes.
  static constexpr std::array<Operator, 68> kAll{{{"\"", 3, &Run::show_spaced_on_next_line},
                                                  {"'", 1, &Run::show_on_next_line},
                                                  {"B", 0, &Run::fill_and_stroke},
                                                  {"B*", 0, &Run::fill_and_stroke},
                                                  {"BDC", 2, &Run::mark_content},
                                                  {"BMC", 1, &Run::nothing},
                                                  {"BT", 0, &Run::begin_text},
                                                  {"BX", 0, &Run::nothing},
                                                  {"CS", 1, &Run::choose_space},
                                                  {"DP", 2, &Run::nothing},
                                                  {"Do", 1, &Run::show_object},
                                                  {"EMC", 0, &Run::nothing},
                                                  {"ET", 0, &Run::nothing},
                                                  {"EX", 0, &Run::nothing},
                                                  {"F", 0, &Run::fill},
                                                  {"G", 1, &Run::nothing},
                                                  {"J", 1, &Run::nothing},
                                                  {"K", 4, &Run::nothing},
                                                  {"M", 1, &Run::nothing},
                                                  {"MP", 1, &Run::nothing},
                                                  {"Q", 0, &Run::restore},
                                                  {"RG", 3, &Run::nothing},
                                                  {"S", 0, &Run::stroke},
                                                  {"SC", kAny, &Run::choose_colour},
                                                  {"SCN", kAny, &Run::choose_colour},
                                                  {"T*", 0, &Run::next_line},
                                                  {"TD", 2, &Run::move_line_and_lead},
                                                  {"TJ", kAny, &Run::show_texts},
                                                  {"TL", 1, &Run::set_leading},
                                                  {"Tc", 1, &Run::set_character_space},
                                                  {"Td", 2, &Run::move_line},
                                                  {"Tf", 2, &Run::set_font},
                                                  {"Tj", 1, &Run::show_text},
                                                  {"Tm", 6, &Run::place_text},
                                                  {"Tr", 1, &Run::set_mode},
                                                  {"Ts", 1, &Run::set_rise},
                                                  {"Tw", 1, &Run::set_word_space},
                                                  {"Tz", 1, &Run::set_scale},
                                                  {"W", 0, &Run::clip_path},
                                                  {"W*", 0, &Run::clip_path},
                                                  {"b", 0, &Run::close_fill_and_stroke},
                                                  {"b*", 0, &Run::close_fill_and_stroke},
                                                  {"c", 6, &Run::curve_to},
                                                  {"cm", 6, &Run::concatenate},
                                                  {"cs", 1, &Run::choose_space},
                                                  {"d", kAny, &Run::nothing},
                                                  {"f", 0, &Run::fill},
                                                  {"f*", 0, &Run::fill},
                                                  {"g", 1, &Run::nothing},
                                                  {"gs", 1, &Run::set_from_dictionary},
                                                  {"h", 0, &Run::close_path},
                                                  {"i", 1, &Run::nothing},
                                                  {"j", 1, &Run::nothing},
                                                  {"k", 4, &Run::nothing},
                                                  {"l", 2, &Run::line_to},
                                                  {"m", 2, &Run::move_to},
                                                  {"n", 0, &Run::end_path},
                                                  {"q", 0, &Run::save},
                                                  {"re", 4, &Run::rectangle},
                                                  {"rg", 3, &Run::nothing},
                                                  {"ri", 1, &Run::nothing},
                                                  {"s", 0, &Run::close_and_stroke},
                                                  {"sc", kAny, &Run::choose_colour},
                                                  {"scn", kAny, &Run::choose_colour},
                                                  {"sh", 1, &Run::nothing},
                                                  {"v", 4, &Run::curve_from_current},
                                                  {"w", 1, &Run::nothing},
                                                  {"y", 4, &Run::curve_to_end}}};

  // The first operator with each pair of first bytes; few share both.
  static constexpr auto kFirst = [] {
    std::array<std::uint8_t, kPairs> first{};
    for (std::size_t i = kAll.size(); i > 0; --i) {
      first.at(pair_of(kAll.at(i - 1).code)) = static_cast<std::uint8_t>(i);
    }
    return first;
  }();
};

const ContentRun::Operator* ContentRun::find(std::string_view word) {
  const auto code = code_of(word);
  const auto& all = Operators::kAll;
  for (std::size_t i = Operators::kFirst.at(pair_of(code)); i > 0 && i <= all.size(); ++i) {
    const auto& found = all.at(i - 1);
    if (found.code >= code) {
      return found.code == code ? &found : nullptr;
    }
  }
  return nullptr;
}

}  // namespace jiheng::document
