#include "domain/comparator.h"

namespace jiheng {

std::string_view symbol(Comparator comparator) {
  switch (comparator) {
    case Comparator::at_least:
      return ">=";
    case Comparator::at_most:
      return "<=";
    case Comparator::equal:
      return "=";
    case Comparator::more_than:
      return ">";
    case Comparator::less_than:
      return "<";
    case Comparator::qualitative:
      return "qualitative";
    case Comparator::between:
      return "between";
  }
  return "";
}

std::string_view sign(Comparator comparator) {
  switch (comparator) {
    case Comparator::at_least:
      return "≥";
    case Comparator::at_most:
      return "≤";
    case Comparator::equal:
      return "＝";
    case Comparator::more_than:
      return "＞";
    case Comparator::less_than:
      return "＜";
    case Comparator::qualitative:
      return "定性";
    case Comparator::between:
      return "区间";
  }
  return "";
}

std::optional<Comparator> comparator_from_symbol(std::string_view symbol) {
  for (const auto comparator : kComparators) {
    if (jiheng::symbol(comparator) == symbol) {
      return comparator;
    }
  }
  return std::nullopt;
}

}  // namespace jiheng
