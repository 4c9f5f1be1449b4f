#include "domain/indicator.h"

#include <array>

namespace jiheng {
namespace {

constexpr std::array kFields{Field::level1,     Field::level2, Field::level3,
                             Field::comparator, Field::target, Field::measure};

constexpr std::array kDoubts{Doubt::row_short,         Doubt::row_long,
                             Doubt::several_values,    Doubt::repeated_block,
                             Doubt::split_uncertain,   Doubt::level_unknown,
                             Doubt::encoding_replaced, Doubt::comparator_unknown,
                             Doubt::name_missing,      Doubt::comparator_missing};

}  // namespace

std::string_view word(Repair repair) {
  switch (repair) {
    case Repair::comparator_glued:
      return "comparator_glued";
    case Repair::comparator_from_words:
      return "comparator_from_words";
    case Repair::cell_split:
      return "cell_split";
    case Repair::filled_down:
      return "filled_down";
    case Repair::lines_joined:
      return "lines_joined";
    case Repair::corrected:
      return "corrected";
  }
  return "";
}

std::string_view word(Doubt doubt) {
  switch (doubt) {
    case Doubt::row_short:
      return "row_short";
    case Doubt::row_long:
      return "row_long";
    case Doubt::several_values:
      return "several_values";
    case Doubt::repeated_block:
      return "repeated_block";
    case Doubt::split_uncertain:
      return "split_uncertain";
    case Doubt::level_unknown:
      return "level_unknown";
    case Doubt::encoding_replaced:
      return "encoding_replaced";
    case Doubt::comparator_unknown:
      return "comparator_unknown";
    case Doubt::ocr_low:
      return "ocr_low";
    case Doubt::name_missing:
      return "name_missing";
    case Doubt::comparator_missing:
      return "comparator_missing";
  }
  return "";
}

std::optional<Doubt> doubt_from_word(std::string_view word) {
  for (const auto doubt : kDoubts) {
    if (jiheng::word(doubt) == word) {
      return doubt;
    }
  }
  return std::nullopt;
}

bool is_measurable(const Indicator& indicator) {
  switch (kind(indicator.typed)) {
    case TargetKind::number:
    case TargetKind::range:
      return indicator.comparator != Comparator::qualitative;
    case TargetKind::date:
    case TargetKind::duration:
    case TargetKind::frequency:
      return true;
    case TargetKind::text:
    case TargetKind::grade:
      return false;
  }
  return false;
}

std::string_view word(Field field) {
  switch (field) {
    case Field::level1:
      return "level1";
    case Field::level2:
      return "level2";
    case Field::level3:
      return "level3";
    case Field::comparator:
      return "comparator";
    case Field::target:
      return "target";
    case Field::measure:
      return "measure";
  }
  return "";
}

std::optional<Field> field_from_word(std::string_view word) {
  for (const auto field : kFields) {
    if (jiheng::word(field) == word) {
      return field;
    }
  }
  return std::nullopt;
}

std::string value_of(const Indicator& indicator, Field field) {
  switch (field) {
    case Field::level1:
      return indicator.level1;
    case Field::level2:
      return indicator.level2;
    case Field::level3:
      return indicator.name;
    case Field::comparator:
      return indicator.comparator ? std::string(symbol(*indicator.comparator)) : "";
    case Field::target:
      return indicator.target;
    case Field::measure:
      return indicator.measure;
  }
  return "";
}

}  // namespace jiheng
