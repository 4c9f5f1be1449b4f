#include "domain/library_match.h"

namespace jiheng {

std::string_view word(Agreement agreement) {
  switch (agreement) {
    case Agreement::agrees:
      return "agrees";
    case Agreement::differs:
      return "differs";
    case Agreement::unknown:
      break;
  }
  return "unknown";
}

std::string_view word(MatchedBy by) {
  switch (by) {
    case MatchedBy::name:
      return "name";
    case MatchedBy::alias:
      return "alias";
    case MatchedBy::learned:
      return "learned";
    case MatchedBy::ending:
      return "ending";
    case MatchedBy::likeness:
      break;
  }
  return "likeness";
}

}  // namespace jiheng
