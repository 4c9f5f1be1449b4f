#include "domain/shown_value.h"

#include "domain/comparator.h"

namespace jiheng {

std::string shown_value(Field field, const std::string& value) {
  const auto comparator = field == Field::comparator ? comparator_from_symbol(value) : std::nullopt;
  return comparator ? std::string(sign(*comparator)) : value;
}

}  // namespace jiheng
