#include <algorithm>
#include <array>

#include "document/number_format_settle.h"

namespace jiheng::document {
namespace {

using Kind = FormatToken::Kind;

struct Word {
  std::string_view spelling;
  Kind kind;
};

constexpr auto kWords = std::to_array<Word>({
    {"General", Kind::general},
    {"G/通用格式", Kind::general},
    {"AM/PM", Kind::half_day},
    {"A/P", Kind::half_day},
    {"上午/下午", Kind::half_day},
});

struct Sign {
  char spelling;
  Kind kind;
};

constexpr auto kSigns = std::to_array<Sign>({
    {'0', Kind::digit},
    {'#', Kind::digit},
    {'?', Kind::digit},
    {'.', Kind::point},
    {',', Kind::comma},
    {'@', Kind::text},
});

/// What Windows calls its long date and its time, whatever follows them.
constexpr std::string_view kSystemDate = "[$-F800]";
constexpr std::string_view kSystemTime = "[$-F400]";

char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_letters(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, small, small);
}

/// Reads one section from left to right. Whether "m" means months, "." a point or "," groups is
/// settled when the whole section is known.
class SectionParser {
 public:
  explicit SectionParser(std::string_view code) : code_(code) {}

  FormatSection parse() {
    while (at_ < code_.size()) {
      step();
    }
    if (fraction_) {
      section_.tokens = {{.kind = Kind::general}};
    }
    section_.half_days = has(Kind::half_day);
    if (section_.date) {
      settle_times(section_.tokens);
    } else {
      settle_places(section_);
    }
    return std::move(section_);
  }

 private:
  void step() {
    const char c = code_[at_];
    if (c == '"') {
      const auto close = std::min(code_.find('"', at_ + 1), code_.size());
      add_literal(code_.substr(at_ + 1, close - at_ - 1));
      at_ = close + 1;
    } else if (c == '\\' || c == '!') {
      ++at_;
      add_literal(take_character());
    } else if (c == '_' || c == '*') {
      ++at_;
      take_character();
    } else if (c == '[') {
      bracket();
    } else if (!word()) {
      other(c);
    }
  }

  /// One character of UTF-8; nothing at the end.
  std::string_view take_character() {
    const auto begin = std::min(at_, code_.size());
    at_ = std::min(begin + 1, code_.size());
    while (at_ < code_.size() && (static_cast<unsigned char>(code_[at_]) & 0xC0U) == 0x80) {
      ++at_;
    }
    return code_.substr(begin, at_ - begin);
  }

  void add_literal(std::string_view text) {
    section_.tokens.push_back({.kind = Kind::literal, .text = std::string(text)});
  }

  bool word() {
    for (const auto& word : kWords) {
      const auto written = code_.substr(at_, word.spelling.size());
      if (same_letters(written, word.spelling)) {
        section_.tokens.push_back({.kind = word.kind, .text = std::string(word.spelling)});
        section_.date = section_.date || word.kind == Kind::half_day;
        at_ += written.size();
        return true;
      }
    }
    return false;
  }

  void other(char c) {
    constexpr std::string_view kDateLetters = "ymdhsaeYMDHSAE";
    const auto* const sign = std::ranges::find(kSigns, c, &Sign::spelling);
    if (sign != kSigns.end()) {
      section_.tokens.push_back({.kind = sign->kind, .text = std::string(1, c)});
      ++at_;
    } else if (at_exponent()) {
      exponent();
    } else if (kDateLetters.find(c) != std::string_view::npos) {
      letters(small(c));
    } else {
      section_.shift += c == '%' ? 2 : 0;
      fraction_ = fraction_ || (c == '/' && last_is_digit());
      add_literal(take_character());
    }
  }

  /// "E+0", where "e" alone is a year.
  [[nodiscard]] bool at_exponent() const {
    const auto next = code_.substr(at_, 3);
    return next.size() == 3 && small(next[0]) == 'e' && (next[1] == '+' || next[1] == '-') &&
           (next[2] == '0' || next[2] == '#' || next[2] == '?');
  }

  void exponent() {
    const std::string exponent_sign(1, code_[at_ + 1]);
    at_ += 2;
    const auto begin = at_;
    while (at_ < code_.size() && (code_[at_] == '0' || code_[at_] == '#' || code_[at_] == '?')) {
      ++at_;
    }
    section_.tokens.push_back({.kind = Kind::exponent,
                               .text = exponent_sign,
                               .count = static_cast<int>(std::min<std::size_t>(at_ - begin, 9))});
  }

  void letters(char letter) {
    const auto begin = at_;
    while (at_ < code_.size() && small(code_[at_]) == letter) {
      ++at_;
    }
    section_.tokens.push_back({.kind = kind_of(letter),
                               .text = {},
                               .count = static_cast<int>(std::min<std::size_t>(at_ - begin, 9))});
    section_.date = true;
  }

  static Kind kind_of(char letter) {
    switch (letter) {
      case 'm':
        return Kind::month;
      case 'd':
        return Kind::day;
      case 'h':
        return Kind::hour;
      case 's':
        return Kind::second;
      case 'a':
        return Kind::weekday;
      default:
        return Kind::year;
    }
  }

  void bracket() {
    const auto whole = code_.substr(at_);
    const auto close = std::min(code_.find(']', at_), code_.size());
    const auto inside = code_.substr(at_ + 1, close - at_ - 1);
    at_ = std::min(close + 1, code_.size());
    if (same_letters(whole.substr(0, kSystemDate.size()), kSystemDate)) {
      replace_rest(R"(yyyy"年"m"月"d"日")");
    } else if (same_letters(whole.substr(0, kSystemTime.size()), kSystemTime)) {
      replace_rest("h:mm:ss");
    } else if (inside.starts_with('$')) {
      const auto dash = inside.find('-');
      add_literal(inside.substr(1, dash == std::string_view::npos ? dash : dash - 1));
      const auto locale = dash == std::string_view::npos ? "" : inside.substr(dash + 1);
      section_.chinese = section_.chinese || locale.ends_with("804");
    } else if (inside.starts_with('<') || inside.starts_with('>') || inside.starts_with('=')) {
      condition(inside);
    } else {
      elapsed(inside);
    }
  }

  /// The rest of the section gives way: the system's own format is meant.
  void replace_rest(std::string_view code) {
    code_ = code;
    at_ = 0;
    section_.tokens.clear();
  }

  void condition(std::string_view inside) {
    const auto bound = std::min(inside.find_first_not_of("<>="), inside.size());
    if (auto number = parse_sheet_number(inside.substr(bound))) {
      section_.condition = {.comparator = std::string(inside.substr(0, bound)),
                            .bound = *std::move(number)};
    }
  }

  /// [h], [mm], [s]; what else stands in brackets is a colour or a way to write digits.
  void elapsed(std::string_view inside) {
    const auto letter = inside.empty() ? '\0' : small(inside.front());
    const bool same = std::ranges::all_of(inside, [&](char c) { return small(c) == letter; });
    if (!same || (letter != 'h' && letter != 'm' && letter != 's')) {
      return;
    }
    const auto kind = letter == 'h'   ? Kind::elapsed_hour
                      : letter == 'm' ? Kind::elapsed_minute
                                      : Kind::elapsed_second;
    section_.tokens.push_back({.kind = kind, .text = {}, .count = static_cast<int>(inside.size())});
    section_.date = true;
  }

  [[nodiscard]] bool has(Kind kind) const {
    return std::ranges::find(section_.tokens, kind, &FormatToken::kind) != section_.tokens.end();
  }

  [[nodiscard]] bool last_is_digit() const {
    return !section_.tokens.empty() && section_.tokens.back().kind == Kind::digit;
  }

  std::string_view code_;
  std::size_t at_{};
  FormatSection section_;
  bool fraction_{};
};

}  // namespace

FormatSection parse_section(std::string_view code) {
  return SectionParser(code).parse();
}

}  // namespace jiheng::document
