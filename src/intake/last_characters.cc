#include "intake/last_characters.h"

#include "base/utf8.h"

namespace jiheng::intake {
namespace {

char32_t last_character(std::string_view text) {
  auto at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) {
    --at;
  }
  return decode_point(text, at).point;
}

}  // namespace

void LastCharacters::add(std::string_view word) {
  add(last_character(word));
}

void LastCharacters::add(char32_t point) {
  if (point < kPlane) {
    points_.set(point);
  }
}

bool LastCharacters::may_end(std::string_view text) const {
  const auto point = last_character(text);
  return point < kPlane && points_.test(point);
}

}  // namespace jiheng::intake
