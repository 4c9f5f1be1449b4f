#include "document/number_format.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace jiheng::document {
namespace {

using Kind = FormatToken::Kind;

struct BuiltIn {
  int first;
  int last;
  std::string_view code;
};

constexpr auto kBuiltIns = std::to_array<BuiltIn>({
    {1, 1, "0"},
    {2, 2, "0.00"},
    {3, 3, "#,##0"},
    {4, 4, "#,##0.00"},
    {5, 6, R"("¥"#,##0;"¥"-#,##0)"},
    {7, 8, R"("¥"#,##0.00;"¥"-#,##0.00)"},
    {9, 9, "0%"},
    {10, 10, "0.00%"},
    {11, 11, "0.00E+00"},
    {12, 13, "# ?/?"},
    {14, 14, "yyyy-mm-dd"},
    {15, 15, "d-mmm-yy"},
    {16, 16, "d-mmm"},
    {17, 17, "mmm-yy"},
    {18, 18, "h:mm AM/PM"},
    {19, 19, "h:mm:ss AM/PM"},
    {20, 20, "h:mm"},
    {21, 21, "h:mm:ss"},
    {22, 22, "yyyy-mm-dd h:mm"},
    {27, 27, R"(yyyy"年"m"月")"},
    {28, 29, R"(m"月"d"日")"},
    {30, 30, "m-d-yy"},
    {31, 31, R"(yyyy"年"m"月"d"日")"},
    {32, 32, R"(h"时"mm"分")"},
    {33, 33, R"(h"时"mm"分"ss"秒")"},
    {34, 34, R"(上午/下午h"时"mm"分")"},
    {35, 35, R"(上午/下午h"时"mm"分"ss"秒")"},
    {36, 36, R"(yyyy"年"m"月")"},
    {37, 38, "#,##0;-#,##0"},
    {39, 40, "#,##0.00;-#,##0.00"},
    {41, 42, R"(#,##0;-#,##0;"-";@)"},
    {43, 44, R"(#,##0.00;-#,##0.00;"-";@)"},
    {45, 45, "mm:ss"},
    {46, 46, "[h]:mm:ss"},
    {47, 47, "mm:ss.0"},
    {48, 48, "##0.0E+0"},
    {49, 49, "@"},
    {50, 50, R"(yyyy"年"m"月")"},
    {51, 51, R"(m"月"d"日")"},
    {52, 52, R"(yyyy"年"m"月")"},
    {53, 54, R"(m"月"d"日")"},
    {55, 55, R"(上午/下午h"时"mm"分")"},
    {56, 56, R"(上午/下午h"时"mm"分"ss"秒")"},
    {57, 57, R"(yyyy"年"m"月")"},
    {58, 58, R"(m"月"d"日")"},
});

/// The sections of a format: split at ";" that is neither quoted nor escaped.
std::vector<std::string_view> split_sections(std::string_view code) {
  std::vector<std::string_view> sections;
  std::size_t begin = 0;
  bool quoted = false;
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char c = code[at];
    if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == '\\' || c == '_' || c == '*')) {
      ++at;
    } else if (!quoted && c == ';') {
      sections.push_back(code.substr(begin, at - begin));
      begin = at + 1;
    }
  }
  sections.push_back(code.substr(begin));
  return sections;
}

bool holds(const FormatCondition& condition, const SheetNumber& number) {
  const int order = compare(number, condition.bound);
  const auto& sign = condition.comparator;
  return (order < 0 && sign.find('<') != std::string::npos) ||
         (order > 0 && sign.find('>') != std::string::npos) ||
         (order == 0 && sign.find('=') != std::string::npos);
}

bool has(const FormatSection& section, Kind kind) {
  return std::ranges::find(section.tokens, kind, &FormatToken::kind) != section.tokens.end();
}

bool is_only(const FormatSection& section, Kind kind) {
  return section.tokens.size() == 1 && section.tokens.front().kind == kind;
}

/// Eleven digits or fewer and nothing else: General shows them as they are.
bool is_short_whole_number(std::string_view text) {
  constexpr std::size_t kMost = 11;
  return !text.empty() && text.size() <= kMost && (text.front() != '0' || text.size() == 1) &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string_view NumberFormat::built_in(int id) {
  const auto means = [id](const BuiltIn& format) {
    return id >= format.first && id <= format.last;
  };
  const auto* const found = std::ranges::find_if(kBuiltIns, means);
  return found == kBuiltIns.end() ? "General" : found->code;
}

NumberFormat::NumberFormat(std::string_view code) {
  // Excel allows 255 characters; more is no format a person has made.
  constexpr std::size_t kLongest = 2000;
  if (code.size() > kLongest) {
    return;
  }
  constexpr std::size_t kMostSections = 4;
  for (const auto section : split_sections(code)) {
    if (sections_.size() < kMostSections) {
      sections_.push_back(parse_section(section));
    }
  }
  const auto& first = sections_.front();
  general_ = sections_.size() == 1 && !first.condition &&
             (is_only(first, Kind::general) || is_only(first, Kind::text));
  const auto& last = sections_.back();
  const bool rules_text = sections_.size() == kMostSections || has(last, Kind::text);
  shows_text_as_is_ = !rules_text || is_only(last, Kind::text);
}

const FormatSection* NumberFormat::section_for(const SheetNumber& number) const {
  const auto numeric = std::min<std::size_t>(sections_.size(), 3);
  for (std::size_t i = 0; i < numeric; ++i) {
    const auto& section = sections_[i];
    const bool last = i + 1 == numeric;
    if (section.condition) {
      if (holds(*section.condition, number)) {
        return &section;
      }
      continue;
    }
    const bool positive = i == 0 && !number.negative && (numeric < 3 || !number.is_zero());
    const bool negative = i == 1 && number.negative;
    if (last || positive || negative) {
      return &section;
    }
  }
  return nullptr;
}

/// The sections for negative numbers alone write their own sign.
bool NumberFormat::drops_sign(const FormatSection& section) const {
  if (section.condition) {
    const auto& bound = section.condition->bound;
    return section.condition->comparator.front() == '<' && (bound.negative || bound.is_zero());
  }
  return &section != &sections_.front() && !sections_.front().condition;
}

std::string NumberFormat::show(std::string_view number, DateSystem system) const {
  if (general_ && is_short_whole_number(number)) {
    return std::string(number);
  }
  auto value = parse_sheet_number(trim(number));
  if (!value) {
    return std::string(number);
  }
  const auto* section = general_ ? nullptr : section_for(*value);
  if (section == nullptr) {
    return general(*value);
  }
  if (section->date) {
    return show_date(*section, *value, system).value_or(general(*value));
  }
  const bool sign = value->negative && !drops_sign(*section);
  value->negative = false;
  auto shown = show_number(*section, *std::move(value));
  const bool zero = shown.find_first_of("123456789") == std::string::npos;
  return sign && !zero ? "-" + shown : shown;
}

std::string NumberFormat::show_text(std::string text) const {
  if (shows_text_as_is_) {
    return text;
  }
  std::string shown;
  for (const auto& token : sections_.back().tokens) {
    shown += token.kind == Kind::text || token.kind == Kind::general ? text : token.text;
  }
  return shown;
}

}  // namespace jiheng::document
