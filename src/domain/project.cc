#include "domain/project.h"

#include "base/text.h"
#include "base/utf8.h"

namespace jiheng {
namespace {

bool opens(char32_t point) {
  return point == U'“' || point == U'《' || point == U'(' || point == U'（' || point == U'「';
}

bool closes(char32_t point) {
  return point == U'”' || point == U'》' || point == U')' || point == U'）' || point == U'」';
}

}  // namespace

ProjectName split_project_name(std::string_view name) {
  int depth = 0;
  for (std::size_t at = 0; at < name.size();) {
    const auto point = decode_point(name, at);
    depth += opens(point.point) ? 1 : 0;
    depth -= closes(point.point) && depth > 0 ? 1 : 0;
    if (point.point == U'-' && depth == 0 && at > 0 && at + 1 < name.size()) {
      return {std::string(trim(name.substr(0, at))), std::string(trim(name.substr(at + 1)))};
    }
    at += point.bytes;
  }
  return {"", std::string(name)};
}

std::string_view word(EvaluationPart part) {
  return part == EvaluationPart::outcome ? "outcome" : "execution";
}

std::string_view word(GoalSpan span) {
  return span == GoalSpan::annual ? "annual" : "mid_term";
}

}  // namespace jiheng
