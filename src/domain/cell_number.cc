#include "domain/cell_number.h"

#include "base/text.h"

namespace jiheng {

std::optional<Decimal> number_in(std::string_view text) {
  text = trim(text);
  for (const std::string_view ending : {"%", "分"}) {
    if (text.ends_with(ending)) {
      text.remove_suffix(ending.size());
    }
  }
  const auto number = Decimal::parse(trim(text));
  return number ? std::optional(*number) : std::nullopt;
}

}  // namespace jiheng
