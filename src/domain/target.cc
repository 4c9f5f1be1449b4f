#include "domain/target.h"

#include <array>

namespace jiheng {

TargetKind kind(const TypedTarget& target) {
  static constexpr std::array kKinds{TargetKind::text, TargetKind::number,   TargetKind::range,
                                     TargetKind::date, TargetKind::duration, TargetKind::frequency,
                                     TargetKind::grade};
  return kKinds.at(target.index());
}

std::string_view word(TargetKind kind) {
  switch (kind) {
    case TargetKind::text:
      return "text";
    case TargetKind::number:
      return "number";
    case TargetKind::range:
      return "range";
    case TargetKind::date:
      return "date";
    case TargetKind::duration:
      return "duration";
    case TargetKind::frequency:
      return "frequency";
    case TargetKind::grade:
      return "grade";
  }
  return "";
}

std::string_view word(TextReason reason) {
  switch (reason) {
    case TextReason::empty:
      return "empty";
    case TextReason::vague:
      return "vague";
    case TextReason::whole_period:
      return "whole_period";
    case TextReason::relative:
      return "relative";
    case TextReason::description:
      return "description";
    case TextReason::placeholder:
      return "placeholder";
    case TextReason::overflow:
      return "overflow";
  }
  return "";
}

std::string_view word(DatePart part) {
  switch (part) {
    case DatePart::whole:
      return "whole";
    case DatePart::start:
      return "start";
    case DatePart::middle:
      return "middle";
    case DatePart::end:
      return "end";
  }
  return "";
}

std::string_view word(DateBound bound) {
  switch (bound) {
    case DateBound::on:
      return "on";
    case DateBound::by:
      return "by";
    case DateBound::before:
      return "before";
    case DateBound::after:
      return "after";
  }
  return "";
}

}  // namespace jiheng
