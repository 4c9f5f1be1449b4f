#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

bool is_ascii_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// A blank left to fill: not 5*8小时, A*STAR or XXL, where letters or digits stand beside it.
bool stands_alone(std::string_view text, std::string_view found) {
  const auto begin = static_cast<std::size_t>(found.data() - text.data());
  const auto end = begin + found.size();
  return (begin == 0 || !is_ascii_word(text[begin - 1])) &&
         (end == text.size() || !is_ascii_word(text[end]));
}

void look(std::string_view text, Column column, const Parameters& parameters, Sink& sink) {
  for (std::string_view rest = text; !rest.empty();) {
    const auto found = parameters.containing("placeholders", rest);
    if (found.empty()) {
      return;
    }
    // A single mark in front of a name is a sign of the form, as ★ is.
    const bool mark = found.size() == 1 && found.data() == text.data();
    if (!mark && stands_alone(text, found)) {
      sink.report({.column = column, .args = {std::string(found), std::string(text)}});
      return;
    }
    rest.remove_prefix(static_cast<std::size_t>(found.data() - rest.data()) + found.size());
  }
}

// What was filed is read: folding turns some of these marks into dots.
void check(const Row& row, const Parameters& parameters, Sink& sink) {
  look(row.indicator.filed.name, Column::name, parameters, sink);
  look(row.indicator.filed.target, Column::target, parameters, sink);
}

}  // namespace

const Rule kPlaceholderLeft{.id = "placeholder_left",
                            .number = 8,
                            .severity = Severity::error,
                            .aspect = Aspect::completeness,
                            .check = check};

}  // namespace jiheng::rules
