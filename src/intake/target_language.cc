#include "intake/target_language.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"
#include "domain/magnitude.h"
#include "intake/bare_text.h"
#include "intake/target_comparator.h"
#include "intake/target_number.h"
#include "intake/target_reason.h"
#include "intake/target_time.h"

namespace jiheng::intake {
namespace {

constexpr std::size_t kLongestMeasure = 12;  // characters of a measure no dictionary knows

/// "(%)" is "%".
std::string bare_measure(std::string_view folded) {
  auto text = folded;
  if (text.size() > 2 && text.front() == '(' && text.back() == ')' &&
      text.find('(', 1) == std::string_view::npos) {
    text = trim(text.substr(1, text.size() - 2));
  }
  return std::string(text);
}

/// A number or a range with its own measure and its words.
struct Quantity {
  Decimal low{};
  std::optional<Decimal> high{};
  std::string written{};
  std::string measure{};  // what stood behind the number
  ComparatorWords words{};
  std::string subject{};
  bool overflow{};
};

/// How much a text may hold beside a number and a measure the dictionary knows.
struct Latitude {
  bool unknown_measure{};  // "5朵": a short word behind the digits is taken for a measure
  bool subject{};          // "慰问人数1600人"
};

/// 95 % in words: 百分之九十五, 千分之三.
bool take_percent_words(std::string_view& text, std::string& measure) {
  struct Spelling {
    std::string_view text;
    std::string_view measure;
  };

  constexpr std::array<Spelling, 2> kWords{{{"百分之", "%"}, {"千分之", "‰"}}};
  for (const auto& word : kWords) {
    if (text.starts_with(word.text)) {
      text.remove_prefix(word.text.size());
      measure = word.measure;
      return true;
    }
  }
  return false;
}

std::optional<Decimal> hundred(std::string_view& text) {
  if (text == "百") {
    text = {};
    return Decimal::whole(100);
  }
  return std::nullopt;
}

bool take_range_sign(std::string_view& text) {
  constexpr std::array<std::string_view, 9> kSigns{"--", "-", "~", "–", "—", "－", "至", "到", "∼"};
  return std::ranges::any_of(kSigns, [&](auto sign) {
    if (!text.starts_with(sign)) {
      return false;
    }
    text.remove_prefix(sign.size());
    return true;
  });
}

bool is_magnitude(std::string_view text) {
  return magnitude(text).has_value();
}

bool is_known(const Measure& measure) {
  return measure.kind != MeasureKind::unknown || measure.several;
}

/// What may stand behind a number as its measure.
bool is_measure(std::string_view text, bool chinese, const Latitude& latitude,
                const MeasureDictionary& measures) {
  if (text.empty() || is_magnitude(text) || is_known(measures.understand(text))) {
    return true;
  }
  if (chinese || !latitude.unknown_measure || length(text) > kLongestMeasure || has_digit(text)) {
    return false;
  }
  constexpr std::array<std::string_view, 15> kNever{",", "、", ";",  "*",  "×",  "+",  "。", "~",
                                                    "?", "年", "月", "底", "内", "后", "前"};
  return std::ranges::none_of(kNever,
                              [&](auto sign) { return text.find(sign) != std::string_view::npos; });
}

/// 5-10, 5%~10%, 5次至10次, behind the first number.
bool take_high(std::string_view& text, Quantity& quantity, bool percent,
               const MeasureDictionary& measures) {
  auto rest = text;
  const auto first_measure = percent ? 0 : measures.prefix_length(rest);
  rest.remove_prefix(first_measure);
  if (!take_range_sign(rest)) {
    return false;
  }
  std::string measure;
  if (percent && !take_percent_words(rest, measure)) {
    return false;
  }
  const auto number = leading_number(rest);
  if (!number || number->overflow || number->value < quantity.low) {
    return false;
  }
  const auto second = rest.substr(number->bytes);
  // "5次-10次" says one thing twice; "5天-10次" says two things.
  if (first_measure != 0 && second != text.substr(0, first_measure) &&
      !second.starts_with(text.substr(0, first_measure))) {
    return false;
  }
  quantity.high = number->value;
  quantity.written += "~" + number->written;
  text = second;
  return true;
}

std::optional<Quantity> quantity_at(std::string_view text, const Latitude& latitude,
                                    const MeasureDictionary& measures) {
  Quantity quantity;
  take_before(text, quantity.words);
  const bool percent = take_percent_words(text, quantity.measure);
  const auto whole = percent ? hundred(text) : std::nullopt;
  bool chinese = true;
  if (whole) {
    quantity.low = *whole;
    quantity.written = "百";
  } else {
    const auto number = leading_number(text);
    if (!number) {
      return std::nullopt;
    }
    quantity.low = number->value;
    quantity.written = number->written;
    quantity.overflow = number->overflow;
    chinese = number->chinese;
    text.remove_prefix(number->bytes);
  }
  constexpr std::array<std::string_view, 3> kSome{"余", "多", "+"};
  for (const auto some : kSome) {
    if (!text.empty() && text.starts_with(some)) {
      text.remove_prefix(some.size());
      quantity.words.approximate = true;
      break;
    }
  }
  const bool range = !quantity.overflow && take_high(text, quantity, percent, measures);
  if (const auto before = text; !before.empty()) {
    // 以上 alone is shorter than the function leaves behind: put a character before it.
    const std::string padded = "数" + std::string(before);
    std::string_view view = padded;
    take_behind(view, quantity.words);
    text = before.substr(0, view.size() - std::string_view("数").size());
  }
  if (percent) {
    return text.empty() ? std::optional(quantity) : std::nullopt;
  }
  if (range && !is_measure(text, false, latitude, measures)) {
    return std::nullopt;
  }
  if (!is_measure(text, chinese, latitude, measures)) {
    return std::nullopt;
  }
  quantity.measure = std::string(text);
  return quantity;
}

/// A quantity behind words that name its subject: the digits say where it begins.
std::optional<Quantity> quantity_of(std::string_view text, const Latitude& latitude,
                                    const MeasureDictionary& measures) {
  if (auto found = quantity_at(text, latitude, measures)) {
    return found;
  }
  if (!latitude.subject) {
    return std::nullopt;
  }
  const auto digit = text.find_first_of("0123456789");
  if (digit == std::string_view::npos || digit == 0 || length(text.substr(0, digit)) > 12) {
    return std::nullopt;
  }
  // Words of comparison stand between the subject and the digits: try each start from the left.
  for (std::size_t at = decode_point(text, 0).bytes; at <= digit;) {
    if (auto found = quantity_at(text.substr(at), latitude, measures)) {
      found->subject = std::string(text.substr(0, at));
      return found;
    }
    if (at == digit) {
      break;
    }
    at += decode_point(text, at).bytes;
  }
  return std::nullopt;
}

/// Cuts "1600人、200人" at its separators; a comma between groups of digits is none.
std::vector<std::string_view> list_items(std::string_view text) {
  std::vector<std::string_view> items;
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode_point(text, at);
    const bool between_digits = at > 0 && at + 1 < text.size() && text[at - 1] >= '0' &&
                                text[at - 1] <= '9' && text[at + 1] >= '0' && text[at + 1] <= '9';
    const bool cuts =
        point.point == U'、' || point.point == U';' || (point.point == U',' && !between_digits);
    if (cuts) {
      items.push_back(text.substr(start, at - start));
      start = at + point.bytes;
    }
    at += point.bytes;
  }
  items.push_back(text.substr(start));
  std::erase(items, std::string_view());
  return items;
}

/// The folded cells of a target, and the target again without any blank, which is what is parsed.
struct FoldedCells {
  std::string comparator;
  std::string target;
  std::string measure;
  std::string compact;
};

void add(std::vector<Repair>& repairs, Repair repair) {
  if (std::ranges::find(repairs, repair) == repairs.end()) {
    repairs.push_back(repair);
  }
}

void add(std::vector<Doubt>& doubts, Doubt doubt) {
  if (std::ranges::find(doubts, doubt) == doubts.end()) {
    doubts.push_back(doubt);
  }
}

bool same_measure(const Measure& a, const Measure& b) {
  return is_known(a) && a.canonical == b.canonical && a.scale == b.scale && a.several == b.several;
}

/// The measure of a value that may carry its own beside the cell's: "200万" of 人次 is 万人次.
std::string joined_measure(const std::string& own, const std::string& cell, ReadTarget& target,
                           const MeasureDictionary& measures) {
  if (own.empty() || own == cell) {
    return cell;
  }
  add(target.repaired, Repair::cell_split);
  if (cell.empty()) {
    return own;
  }
  if (is_magnitude(own) && !cell.starts_with(own)) {
    return own + cell;
  }
  if (same_measure(measures.understand(own), measures.understand(cell))) {
    return cell;
  }
  // The cell says one thing and the value another: the value was written with its own.
  add(target.doubt, Doubt::split_uncertain);
  return own;
}

bool is_year(const Quantity& quantity, const std::string& measure) {
  return measure == "年" && !quantity.high && quantity.low.is_whole() &&
         quantity.low >= Decimal::whole(1990) && quantity.low <= Decimal::whole(2100);
}

TypedTarget typed_quantity(const Quantity& quantity, const Measure& measured,
                           const MeasureDictionary& measures) {
  if (quantity.overflow) {
    return TextTarget{TextReason::overflow};
  }
  if (quantity.high) {
    return RangeTarget{quantity.low, *quantity.high};
  }
  if (is_year(quantity, measured.filed)) {
    return DateTarget{.year = static_cast<int>(quantity.low.digits())};
  }
  if (measured.kind == MeasureKind::duration) {
    return DurationTarget{.value = quantity.low,
                          .unit = measured,
                          .within = quantity.words.within,
                          .approximate = quantity.words.approximate};
  }
  if (const auto frequency = frequency_of(quantity.low, measured.filed, measures)) {
    return *frequency;
  }
  return NumberTarget{quantity.low, quantity.words.approximate};
}

/// A value under a comparator, or under none: its parts go to their own cells.
void read_quantity(const Quantity& quantity, const FoldedCells& cells, ReadTarget& target,
                   const MeasureDictionary& measures) {
  target.target = quantity.written;
  target.measure = joined_measure(quantity.measure, cells.measure, target, measures);
  target.measured = measures.understand(target.measure);
  target.typed = typed_quantity(quantity, target.measured, measures);
  target.subject = quantity.subject;
  if (quantity.words.comparator && !target.comparator) {
    target.comparator = quantity.words.comparator;
    add(target.repaired, quantity.words.words ? Repair::comparator_from_words : Repair::cell_split);
  } else if (quantity.words.comparator && target.comparator != quantity.words.comparator &&
             target.comparator != Comparator::equal) {
    add(target.doubt, Doubt::split_uncertain);
  }
  if (quantity.high && !target.comparator) {
    target.comparator = Comparator::between;
  }
  if (quantity.overflow) {
    target.target = cells.target;
  }
}

/// A whole text that is a moment, a span, a rhythm or a grade.
std::optional<TypedTarget> typed_words(std::string_view compact,
                                       const MeasureDictionary& measures) {
  if (const auto grade = measures.grade(compact)) {
    return GradeTarget{*grade};
  }
  if (const auto frequency = frequency_of(compact, measures)) {
    return *frequency;
  }
  if (const auto date = date_of(compact)) {
    return *date;
  }
  if (const auto duration = duration_of(compact, measures)) {
    return *duration;
  }
  return std::nullopt;
}

/// The grade of a text that may end in a stop or repeat what it grades.
TypedTarget typed_text(std::string_view compact, const MeasureDictionary& measures) {
  constexpr std::array<std::string_view, 4> kStops{"。", ".", ";", ","};
  for (const auto stop : kStops) {
    if (compact.size() > stop.size() && compact.ends_with(stop)) {
      compact.remove_suffix(stop.size());
    }
  }
  if (const auto typed = typed_words(compact, measures)) {
    return *typed;
  }
  return TextTarget{reason_of(compact)};
}

/// The measure a typed value carries when no cell names one.
Measure measure_of(const TypedTarget& typed, const Measure& cell) {
  if (const auto* duration = std::get_if<DurationTarget>(&typed)) {
    return cell.filed.empty() ? duration->unit : cell;
  }
  return cell;
}

ReadTarget read_qualitative(const FoldedCells& cells, const MeasureDictionary& measures) {
  ReadTarget target{.comparator = Comparator::qualitative,
                    .target = cells.target,
                    .measure = cells.measure,
                    .measured = measures.understand(cells.measure)};
  target.typed = typed_text(cells.compact, measures);
  if (kind(target.typed) == TargetKind::text) {
    if (const auto quantity = quantity_of(cells.compact, {}, measures)) {
      if (!quantity->measure.empty() && cells.measure.empty()) {
        target.measured = measures.understand(quantity->measure);
      }
      target.typed = typed_quantity(*quantity, target.measured, measures);
    }
  }
  target.measured = measure_of(target.typed, target.measured);
  return target;
}

/// The comparator cell, understood; what it holds beside the sign goes in front of the target.
void read_comparator_cell(FoldedCells& cells, ReadTarget& target) {
  if (cells.comparator.empty()) {
    return;
  }
  const auto compact = without_blanks(cells.comparator);
  if (const auto whole = comparator_of_cell(compact)) {
    target.comparator = whole;
    return;
  }
  if (const auto sign = leading_sign(compact)) {
    target.comparator = sign->comparator;
    add(target.repaired, sign->comparator == Comparator::qualitative ? Repair::comparator_glued
                                                                     : Repair::cell_split);
    const auto rest = fold_cell(std::string_view(compact).substr(sign->bytes));
    cells.target = cells.target.empty() ? rest : rest + cells.target;
    return;
  }
  add(target.doubt, Doubt::comparator_unknown);
  if (cells.target.empty()) {
    cells.target = cells.comparator;
  }
}

/// 定性 in front of the words of a cell that states no comparator.
void take_leading_qualitative(FoldedCells& cells, ReadTarget& target) {
  const auto sign = leading_sign(cells.target);
  if (target.comparator || !sign || sign->comparator != Comparator::qualitative) {
    return;
  }
  target.comparator = Comparator::qualitative;
  add(target.repaired, Repair::comparator_glued);
  auto rest = std::string_view(cells.target).substr(sign->bytes);
  constexpr std::array<std::string_view, 3> kJoins{":", "-", ","};
  for (const auto join : kJoins) {
    if (rest.starts_with(join)) {
      rest.remove_prefix(join.size());
    }
  }
  cells.target = std::string(trim(rest));
}

std::vector<ReadTarget> read_list(const FoldedCells& cells, const ReadTarget& head,
                                  const MeasureDictionary& measures) {
  const auto items = list_items(cells.compact);
  std::vector<ReadTarget> targets;
  if (items.size() < 2) {
    return targets;
  }
  for (const auto item : items) {
    const auto quantity = quantity_of(item, {.unknown_measure = true, .subject = true}, measures);
    if (!quantity) {
      return {};
    }
    auto target = head;
    read_quantity(*quantity, cells, target, measures);
    add(target.doubt, Doubt::several_values);
    targets.push_back(std::move(target));
  }
  return targets;
}

/// Words under a comparator that compares: 12月底前, 每月1次. The words stay the target.
bool read_words(const FoldedCells& cells, ReadTarget& target, const MeasureDictionary& measures,
                bool only_dates) {
  auto text = std::string_view(cells.compact);
  ComparatorWords words;
  if (const auto sign = leading_sign(text); sign && sign->bytes < text.size()) {
    words.comparator = sign->comparator;
    text.remove_prefix(sign->bytes);
  }
  const auto typed = typed_words(text, measures);
  if (!typed || (only_dates && kind(*typed) != TargetKind::date)) {
    return false;
  }
  if (words.comparator && !target.comparator) {
    target.comparator = words.comparator;
    add(target.repaired, Repair::cell_split);
  }
  target.target = words.comparator ? std::string(text) : cells.target;
  target.typed = *typed;
  target.measured = measure_of(*typed, target.measured);
  return true;
}

}  // namespace

std::vector<ReadTarget> read_target(const TargetCells& cells, const Vocabulary& vocabulary) {
  const auto& measures = vocabulary.measures;
  FoldedCells folded{.comparator = fold_cell(cells.comparator),
                     .target = fold_cell(cells.target),
                     .measure = bare_measure(fold_cell(cells.measure)),
                     .compact = {}};
  ReadTarget head;
  read_comparator_cell(folded, head);
  take_leading_qualitative(folded, head);
  folded.compact = without_blanks(folded.target);
  if (head.comparator == Comparator::qualitative) {
    auto target = read_qualitative(folded, measures);
    target.repaired = std::move(head.repaired);
    target.doubt = std::move(head.doubt);
    return {std::move(target)};
  }

  head.target = folded.target;
  head.measure = folded.measure;
  head.measured = measures.understand(folded.measure);
  if (folded.compact.empty() || is_placeholder(folded.compact)) {
    head.typed = TextTarget{reason_of(folded.compact)};
    return {std::move(head)};
  }
  // 10月 is October and 1月至12月 a stretch of the year, unless a measure says what is counted.
  if (folded.measure.empty() && read_words(folded, head, measures, true)) {
    return {std::move(head)};
  }
  const Latitude plain{.unknown_measure = true};
  const bool spans_event = folded.compact.find("后") != std::string::npos;
  // 收到材料后1个月内 and 每月1次 keep their words: a bare number would lose what they say.
  if (const auto quantity =
          spans_event ? std::nullopt : quantity_of(folded.compact, plain, measures)) {
    read_quantity(*quantity, folded, head, measures);
    return {std::move(head)};
  }
  if (read_words(folded, head, measures, false)) {
    return {std::move(head)};
  }
  if (auto list = read_list(folded, head, measures); !list.empty()) {
    return list;
  }
  if (const auto quantity = head.comparator
                                ? quantity_of(folded.compact, {.subject = true}, measures)
                                : std::nullopt) {
    read_quantity(*quantity, folded, head, measures);
    add(head.doubt, Doubt::split_uncertain);
    return {std::move(head)};
  }
  head.typed = TextTarget{reason_of(folded.compact)};
  return {std::move(head)};
}

void retype(Indicator& indicator, const TargetCells& cells, const Vocabulary& vocabulary) {
  auto targets = read_target(cells, vocabulary);
  auto& first = targets.front();
  indicator.comparator = first.comparator;
  indicator.target = std::move(first.target);
  indicator.measure = std::move(first.measure);
  indicator.typed = std::move(first.typed);
  indicator.measured = std::move(first.measured);
  indicator.filed.comparator = cells.comparator;
  indicator.filed.target = cells.target;
  indicator.filed.measure = cells.measure;
}

}  // namespace jiheng::intake
