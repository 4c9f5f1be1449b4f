#include "document/pdf/content_lexer.h"

#include <array>

namespace jiheng::document {
namespace {

enum class Class : std::uint8_t { regular, blank, delimiter };

constexpr std::array<Class, 256> classes() {
  std::array<Class, 256> all{};
  for (const char c : {'\0', '\t', '\n', '\f', '\r', ' '}) {
    all[static_cast<unsigned char>(c)] = Class::blank;
  }
  for (const char c : {'(', ')', '<', '>', '[', ']', '{', '}', '/', '%'}) {
    all[static_cast<unsigned char>(c)] = Class::delimiter;
  }
  return all;
}

constexpr auto kClasses = classes();

Class class_of(char c) {
  return kClasses[static_cast<unsigned char>(c)];
}

bool is_regular(char c) {
  return class_of(c) == Class::regular;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

int value_of_hexadecimal(char c) {
  constexpr int kTen = 10;
  if (is_digit(c)) {
    return c - '0';
  }
  if (c >= 'a' && c <= 'f') {
    return c - 'a' + kTen;
  }
  if (c >= 'A' && c <= 'F') {
    return c - 'A' + kTen;
  }
  return -1;
}

constexpr int kHexadecimal = 16;

Token broken() {
  return {.kind = TokenKind::broken};
}

std::string_view between(const char* from, const char* to) {
  return {from, static_cast<std::size_t>(to - from)};
}

}  // namespace

Token ContentLexer::next() {
  skip_blanks();
  if (at_ == end_) {
    return {};
  }
  const bool doubled = at_ + 1 < end_ && at_[1] == *at_;
  switch (*at_) {
    case '(':
      return literal_text();
    case '/':
      return name();
    case '[':
      return sign(TokenKind::open_array, 1);
    case ']':
      return sign(TokenKind::close_array, 1);
    case '<':
      return doubled ? sign(TokenKind::open_dictionary, 2) : hexadecimal_text();
    case '>':
      return doubled ? sign(TokenKind::close_dictionary, 2) : broken();
    case ')':
    case '{':
    case '}':
      return broken();
    default:
      break;
  }
  return is_digit(*at_) || *at_ == '-' || *at_ == '+' || *at_ == '.' ? number() : word();
}

void ContentLexer::skip_blanks() {
  while (at_ < end_) {
    if (*at_ == '%') {
      while (at_ < end_ && *at_ != '\n' && *at_ != '\r') {
        ++at_;
      }
    } else if (class_of(*at_) == Class::blank) {
      ++at_;
    } else {
      return;
    }
  }
}

Token ContentLexer::sign(TokenKind kind, std::ptrdiff_t bytes) {
  at_ += bytes;
  return {.kind = kind};
}

Token ContentLexer::number() {
  // Up to here a quotient of doubles is the nearest float to what is written.
  constexpr std::int64_t kMost = 999'999'999'999'999;
  constexpr std::array<double, 11> kTens{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10};
  const bool negative = *at_ == '-';
  at_ += negative || *at_ == '+' ? 1 : 0;
  std::int64_t digits = 0;
  std::size_t count = 0;
  std::size_t places = 0;
  bool point = false;
  for (; at_ < end_ && (is_digit(*at_) || (*at_ == '.' && !point)); ++at_) {
    if (*at_ == '.') {
      point = true;
      continue;
    }
    digits = digits * 10 + (*at_ - '0');
    ++count;
    places += point ? 1 : 0;
    if (digits > kMost || places >= kTens.size()) {
      return broken();
    }
  }
  if (count == 0 || (at_ < end_ && is_regular(*at_))) {
    return broken();
  }
  const auto whole = static_cast<double>(digits);
  const auto value = places == 0 ? whole : whole / kTens[places];
  return {.kind = TokenKind::number, .number = static_cast<float>(negative ? -value : value)};
}

Token ContentLexer::name() {
  const char* const from = ++at_;
  char* to = at_;
  for (; at_ < end_ && is_regular(*at_); ++at_) {
    if (*at_ != '#') {
      *to++ = *at_;
      continue;
    }
    const int high = at_ + 2 < end_ ? value_of_hexadecimal(at_[1]) : -1;
    const int low = at_ + 2 < end_ ? value_of_hexadecimal(at_[2]) : -1;
    if (high < 0 || low < 0) {
      return broken();
    }
    *to++ = static_cast<char>(high * kHexadecimal + low);
    at_ += 2;
  }
  return {.kind = TokenKind::name, .bytes = between(from, to)};
}

/// What stands behind a backslash, of which `at_` is behind: one character or a line that goes on.
char* ContentLexer::unescape(char* to) {
  const char c = *at_++;
  switch (c) {
    case 'n':
      *to++ = '\n';
      return to;
    case 'r':
      *to++ = '\r';
      return to;
    case 't':
      *to++ = '\t';
      return to;
    case 'b':
      *to++ = '\b';
      return to;
    case 'f':
      *to++ = '\f';
      return to;
    case '\n':
      return to;
    case '\r':
      at_ += at_ < end_ && *at_ == '\n' ? 1 : 0;
      return to;
    default:
      break;
  }
  if (c < '0' || c > '7') {
    *to++ = c;
    return to;
  }
  constexpr int kOctal = 8;
  int value = c - '0';
  for (int i = 0; i < 2 && at_ < end_ && *at_ >= '0' && *at_ <= '7'; ++i) {
    value = value * kOctal + (*at_++ - '0');
  }
  *to++ = static_cast<char>(value);
  return to;
}

Token ContentLexer::literal_text() {
  const char* const from = ++at_;
  char* to = at_;
  for (int depth = 1; at_ < end_;) {
    const char c = *at_++;
    if (c == '\\') {
      if (at_ == end_) {
        break;
      }
      to = unescape(to);
      continue;
    }
    depth += c == '(' ? 1 : 0;
    depth -= c == ')' ? 1 : 0;
    if (depth == 0) {
      return {.kind = TokenKind::text, .bytes = between(from, to)};
    }
    *to++ = c;
  }
  return broken();
}

Token ContentLexer::hexadecimal_text() {
  const char* const from = ++at_;
  char* to = at_;
  int high = -1;
  for (; at_ < end_ && *at_ != '>'; ++at_) {
    if (class_of(*at_) == Class::blank) {
      continue;
    }
    const int value = value_of_hexadecimal(*at_);
    if (value < 0) {
      return broken();
    }
    if (high < 0) {
      high = value;
    } else {
      *to++ = static_cast<char>(high * kHexadecimal + value);
      high = -1;
    }
  }
  if (at_ == end_) {
    return broken();
  }
  ++at_;
  if (high >= 0) {
    *to++ = static_cast<char>(high * kHexadecimal);
  }
  return {.kind = TokenKind::text, .bytes = between(from, to)};
}

Token ContentLexer::word() {
  const char* const from = at_;
  while (at_ < end_ && is_regular(*at_)) {
    ++at_;
  }
  return {.kind = TokenKind::word, .bytes = between(from, at_)};
}

}  // namespace jiheng::document
