#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

/// A stretch of the name written twice.
struct Doubled {
  std::size_t at;
  std::size_t bytes;  // of one copy
};

constexpr std::size_t kIdeograph = 3;  // bytes in UTF-8

bool is_ideograph(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead >= 0xE4 && lead <= 0xE9 && at + kIdeograph <= text.size();
}

std::size_t step(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead < 0xC0 ? 1 : (lead < 0xE0 ? 2 : (lead < 0xF0 ? 3 : 4));
}

bool is_word(std::string_view text, std::size_t at, std::size_t bytes) {
  for (std::size_t i = 0; i < bytes; i += kIdeograph) {
    if (!is_ideograph(text, at + i)) {
      return false;
    }
  }
  return text.substr(at, kIdeograph) != text.substr(at + kIdeograph, kIdeograph);
}

/// 合作合作: two to four different ideographs, twice. 点对点对接 is an idiom and no slip.
std::optional<Doubled> doubled_word(std::string_view name, const Parameters& parameters) {
  for (std::size_t at = 0; at < name.size(); at += step(name, at)) {
    for (std::size_t bytes = 2 * kIdeograph; bytes <= 4 * kIdeograph; bytes += kIdeograph) {
      if (at + 2 * bytes <= name.size() &&
          name.substr(at, bytes) == name.substr(at + bytes, bytes) && is_word(name, at, bytes) &&
          parameters.containing("idioms", name.substr(at)).empty()) {
        return Doubled{at, bytes};
      }
    }
  }
  return std::nullopt;
}

/// 省级级: only characters that no two words put side by side; 级联 makes 级级 right.
std::optional<Doubled> doubled_character(std::string_view name, const Parameters& parameters) {
  const auto pair = parameters.containing("doubled", name);
  if (pair.empty() || !parameters.containing("idioms", name).empty()) {
    return std::nullopt;
  }
  return Doubled{static_cast<std::size_t>(pair.data() - name.data()), pair.size() / 2};
}

/// "1)" numbers a name and opens nothing.
bool is_balanced(std::string_view name) {
  int open = 0;
  for (std::size_t at = 0; at < name.size(); ++at) {
    open += name[at] == '(' ? 1 : 0;
    if (name[at] == ')') {
      if (open == 0 && at <= 2 && has_digit(name.substr(0, at))) {
        continue;
      }
      if (--open < 0) {
        return false;
      }
    }
  }
  return open == 0;
}

void report_doubled(const Doubled& found, std::string_view name, Sink& sink) {
  std::string mended(name.substr(0, found.at));
  mended += name.substr(found.at + found.bytes);
  sink.report({.column = Column::name,
               .args = {std::string(name.substr(found.at, 2 * found.bytes))},
               .suggestion = {{Field::level3, std::move(mended)}}});
}

void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const std::string_view name = row.indicator.name;
  auto doubled = doubled_character(name, parameters);
  if (!doubled) {
    doubled = doubled_word(name, parameters);
  }
  if (doubled) {
    report_doubled(*doubled, name, sink);
  }
  if (!is_balanced(name)) {
    sink.report({.column = Column::name, .variant = "bracket"});
  }
  if (const auto cut = parameters.ending("cut", name); !cut.empty()) {
    sink.report({.column = Column::name, .args = {std::string(cut)}, .variant = "cut"});
  }
}

}  // namespace

const Rule kNameTypoSuspected{.id = "name_typo_suspected",
                              .number = 69,
                              .severity = Severity::hint,
                              .aspect = Aspect::compliance,
                              .check = check};

}  // namespace jiheng::rules
