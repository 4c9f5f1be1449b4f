#include "base/text.h"
#include "rules/catalogue.h"
#include "rules/reading.h"

namespace jiheng::rules {
namespace {

/// What stands behind the last digit: 万元 of "28.8万元".
std::string_view behind_number(std::string_view target) {
  const auto last = target.find_last_of("0123456789");
  return last == std::string_view::npos ? std::string_view() : trim(target.substr(last + 1));
}

bool is_plain(std::string_view target) {
  return target.empty() || (target.back() >= '0' && target.back() <= '9');
}

// The filed cells are read: intake may have taken the measure out of the target already.
void check(const Row& row, const Parameters&, Sink& sink) {
  const auto& filed = row.indicator.filed;
  if (filed.measure.empty() || is_plain(filed.target) || !is_quantitative(row.indicator) ||
      kind(row.indicator.typed) == TargetKind::date) {
    return;
  }
  const auto target = fold_cell(filed.target);
  const auto inside = behind_number(target);
  const auto cell = fold_cell(filed.measure);
  const auto& dictionary = row.vocabulary.measures;
  const auto first = dictionary.understand(inside);
  const auto second = dictionary.understand(cell);
  if (inside.empty() || cell.empty() || first.kind == MeasureKind::unknown) {
    return;
  }
  const bool same = first.canonical == second.canonical && first.scale == second.scale;
  Defect defect{.column = Column::target, .args = {target, std::string(inside), cell}};
  if (same) {
    const auto begin = target.find_first_of("0123456789");
    const auto end = target.find_last_of("0123456789");
    defect.suggestion.push_back({Field::target, target.substr(begin, end - begin + 1)});
  } else {
    defect.variant = "differs";
  }
  sink.report(std::move(defect));
}

}  // namespace

const Rule kMeasureInTarget{.id = "measure_in_target",
                            .number = 22,
                            .severity = Severity::error,
                            .aspect = Aspect::compliance,
                            .check = check};

}  // namespace jiheng::rules
