#include "document/number_format_settle.h"

namespace jiheng::document {
namespace {

using Kind = FormatToken::Kind;

/// A comma between digits groups, one right behind the last digit divides by a thousand.
void settle_comma(FormatSection& section, std::size_t at, bool behind_point) {
  auto& tokens = section.tokens;
  const auto is = [&](std::size_t i, Kind kind) {
    return i < tokens.size() && tokens[i].kind == kind;
  };
  if (at == 0 || (!is(at - 1, Kind::digit) && !is(at - 1, Kind::comma))) {
    tokens[at].kind = Kind::literal;
    return;
  }
  auto next = at;
  while (is(next, Kind::comma)) {
    ++next;
  }
  if (is(next, Kind::digit) && !behind_point) {
    section.grouping = true;
  } else {
    section.shift -= 3;
  }
}

bool is_hour(const FormatToken* token) {
  return token != nullptr && (token->kind == Kind::hour || token->kind == Kind::elapsed_hour);
}

bool is_second(const FormatToken* token) {
  return token != nullptr && (token->kind == Kind::second || token->kind == Kind::elapsed_second);
}

}  // namespace

void settle_places(FormatSection& section) {
  auto& tokens = section.tokens;
  bool behind_point = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind == Kind::point) {
      tokens[i].kind = behind_point ? Kind::literal : Kind::point;
      behind_point = true;
    } else if (tokens[i].kind == Kind::digit) {
      ++(behind_point ? section.fraction_places : section.integer_places);
    } else if (tokens[i].kind == Kind::comma) {
      settle_comma(section, i, behind_point);
    }
  }
  std::erase_if(tokens, [](const FormatToken& token) { return token.kind == Kind::comma; });
}

void settle_times(std::vector<FormatToken>& tokens) {
  FormatToken* last = nullptr;  // the last part of a date or time
  for (auto& token : tokens) {
    if (token.kind == Kind::month && is_hour(last)) {
      token.kind = Kind::minute;
    } else if (is_second(&token) && last != nullptr && last->kind == Kind::month) {
      last->kind = Kind::minute;
    } else if (token.kind == Kind::digit && is_second(last)) {
      token.kind = Kind::subsecond;
      continue;
    }
    if (token.kind >= Kind::year && token.kind != Kind::half_day) {
      last = &token;
    }
  }
}

}  // namespace jiheng::document
