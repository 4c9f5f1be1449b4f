#include "base/text.h"
#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

/// "时=小时" is one entry: what is written, and how it is written well.
std::string_view canonical(const Parameters& parameters, std::string_view spelling) {
  for (const std::string_view entry : parameters.words("measures")) {
    const auto equals = entry.find('=');
    if (equals != std::string_view::npos && entry.substr(0, equals) == spelling) {
      return entry.substr(equals + 1);
    }
  }
  return {};
}

/// ≧ before a number or in a cell of its own.
void check_sign(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& filed = row.indicator.filed;
  const auto cell = trim(filed.comparator.empty() ? filed.target : filed.comparator);
  const auto odd = parameters.beginning("signs", cell);
  if (odd.empty() || !is_quantitative(row.indicator)) {
    return;
  }
  sink.report({.column = Column::comparator,
               .args = {std::string(odd), std::string(sign(*row.indicator.comparator))},
               .suggestion = {{Field::comparator, std::string(symbol(*row.indicator.comparator))}},
               .variant = "sign"});
}

/// A comparator may stand in the same cell, so digits are looked for, not cells compared.
bool has_wide_digit(std::string_view text) {
  constexpr std::string_view kLead = "\xEF\xBC";  // U+FF10 to U+FF19 are EF BC 90 to 99
  for (auto at = text.find(kLead); at != std::string_view::npos; at = text.find(kLead, at + 3)) {
    const auto last = at + 2 < text.size() ? static_cast<unsigned char>(text[at + 2]) : 0U;
    if (last >= 0x90 && last <= 0x99) {
      return true;
    }
  }
  return false;
}

/// "95%" in one cell where the form has another for the measure. The row was read right, and
/// whoever filed it would not know that it had to be taken apart.
void check_glued(const Row& row, Sink& sink) {
  const auto& indicator = row.indicator;
  const auto& filed = indicator.filed;
  const bool own_cell = row.facts.has(Column::measure) && trim(filed.measure).empty();
  const auto written = fold_cell(filed.target);
  const bool glued = !indicator.measure.empty() && written != indicator.target &&
                     written.ends_with(indicator.measure);
  if (own_cell && glued && is_quantitative(indicator)) {
    Defect defect{
        .column = Column::target,
        .args = {filed.target, indicator.target, indicator.measure},
        .suggestion = {{Field::target, indicator.target}, {Field::measure, indicator.measure}},
        .variant = "glued"};
    if (trim(filed.comparator).empty() && row.facts.has(Column::comparator)) {
      defect.suggestion.push_back({Field::comparator, std::string(symbol(*indicator.comparator))});
    }
    sink.report(std::move(defect));
  }
}

// The filed cells are read: folding has mended what this rule is about.
void check(const Row& row, const Parameters& parameters, Sink& sink) {
  const auto& filed = row.indicator.filed;
  const auto spelling = trim(filed.measure);
  if (const auto better = canonical(parameters, spelling); !better.empty()) {
    sink.report({.column = Column::measure,
                 .args = {std::string(spelling), std::string(better)},
                 .suggestion = {{Field::measure, std::string(better)}}});
  }
  check_sign(row, parameters, sink);
  if (has_wide_digit(filed.target)) {
    sink.report({.column = Column::target,
                 .args = {filed.target, row.indicator.target},
                 .suggestion = {{Field::target, row.indicator.target}},
                 .variant = "wide"});
  }
  check_glued(row, sink);
  if (!filed.name.empty() && filed.name.ends_with("\u3000")) {
    sink.report({.column = Column::name,
                 .args = {row.indicator.name},
                 .suggestion = {{Field::level3, row.indicator.name}},
                 .variant = "blank"});
  }
}

}  // namespace

const Rule kSpellingNotCanonical{.id = "spelling_not_canonical",
                                 .number = 29,
                                 .severity = Severity::hint,
                                 .aspect = Aspect::compliance,
                                 .check = check};

}  // namespace jiheng::rules
