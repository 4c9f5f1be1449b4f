#include "store/row_text.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "store/items.h"

namespace jiheng::store {

namespace {

constexpr std::array kReasons{TextReason::empty,        TextReason::vague,
                              TextReason::whole_period, TextReason::relative,
                              TextReason::description,  TextReason::placeholder,
                              TextReason::overflow};
constexpr std::array kParts{DatePart::whole, DatePart::start, DatePart::middle, DatePart::end};
constexpr std::array kBounds{DateBound::on, DateBound::by, DateBound::before, DateBound::after};
constexpr std::array kRepairs{Repair::comparator_glued, Repair::comparator_from_words,
                              Repair::cell_split,       Repair::filled_down,
                              Repair::lines_joined,     Repair::corrected};
constexpr std::array kDoubts{Doubt::row_short,
                             Doubt::row_long,
                             Doubt::several_values,
                             Doubt::repeated_block,
                             Doubt::split_uncertain,
                             Doubt::level_unknown,
                             Doubt::encoding_replaced,
                             Doubt::comparator_unknown,
                             Doubt::name_missing,
                             Doubt::comparator_missing,
                             Doubt::ocr_low};
constexpr std::array kFields{Field::level1,     Field::level2, Field::level3,
                             Field::comparator, Field::target, Field::measure};

/// The member of `all` whose word this is; the first one when none is.
template <typename Range>
auto from_word(const Range& all, std::string_view text) {
  const auto it = std::ranges::find_if(all, [&](auto item) { return word(item) == text; });
  return it == all.end() ? all.front() : *it;
}

Decimal decimal(std::string_view text) {
  return Decimal::parse(text).value_or(Decimal());
}

std::optional<int> number_if(const Items& items, std::string_view key) {
  return items.has(key) ? std::optional(items.number(key)) : std::nullopt;
}

void add_if(Items& items, std::string_view key, const std::optional<int>& value) {
  if (value) {
    items.add(key, std::to_string(*value));
  }
}

/// Adds what one kind of target holds.
struct TargetItems {
  Items& items;

  void operator()(const TextTarget& target) const {
    items.add("reason", word(target.reason));
  }

  void operator()(const NumberTarget& target) const {
    items.add("value", target.value.to_string());
    items.add_flag("approximate", target.approximate);
  }

  void operator()(const RangeTarget& target) const {
    items.add("low", target.low.to_string());
    items.add("high", target.high.to_string());
  }

  void operator()(const DateTarget& target) const {
    add_if(items, "year", target.year);
    add_if(items, "quarter", target.quarter);
    add_if(items, "half", target.half);
    add_if(items, "month", target.month);
    add_if(items, "day", target.day);
    items.add("part", word(target.part));
    items.add("bound", word(target.bound));
  }

  void operator()(const DurationTarget& target) const {
    items.add("value", target.value.to_string());
    items.add("unit", encode(target.unit));
    items.add_flag("within", target.within);
    items.add_some("after", target.after);
    items.add_flag("approximate", target.approximate);
  }

  void operator()(const FrequencyTarget& target) const {
    items.add("times", target.times.to_string());
    items.add_some("counted", target.counted);
    items.add("period_count", target.period_count.to_string());
    items.add("period", target.period);
    if (target.hours_per_day) {
      items.add("hours_per_day", target.hours_per_day->to_string());
    }
  }

  void operator()(const GradeTarget& target) const {
    items.add("grade", target.grade);
  }
};

DateTarget date_target(const Items& items) {
  return {.year = number_if(items, "year"),
          .quarter = number_if(items, "quarter"),
          .half = number_if(items, "half"),
          .month = number_if(items, "month"),
          .day = number_if(items, "day"),
          .part = from_word(kParts, items.get("part")),
          .bound = from_word(kBounds, items.get("bound"))};
}

DurationTarget duration_target(const Items& items) {
  return {.value = decimal(items.get("value")),
          .unit = measure(items.get("unit")),
          .within = items.has("within"),
          .after = std::string(items.get("after")),
          .approximate = items.has("approximate")};
}

FrequencyTarget frequency_target(const Items& items) {
  FrequencyTarget target{.times = decimal(items.get("times")),
                         .counted = std::string(items.get("counted")),
                         .period_count = decimal(items.get("period_count")),
                         .period = std::string(items.get("period"))};
  if (items.has("hours_per_day")) {
    target.hours_per_day = decimal(items.get("hours_per_day"));
  }
  return target;
}

template <typename Item>
std::string encode_words(const std::vector<Item>& list) {
  std::string out;
  for (const auto item : list) {
    out.append(out.empty() ? "" : ",").append(word(item));
  }
  return out;
}

template <typename Item, typename Range>
std::vector<Item> words(const Range& all, std::string_view text) {
  std::vector<Item> list;
  while (!text.empty()) {
    const auto one = text.substr(0, text.find(','));
    text.remove_prefix(std::min(text.size(), one.size() + 1));
    list.push_back(from_word(all, one));
  }
  return list;
}

/// The six cells of a row, folded, as `FiledCells` names them.
FiledCells folded_cells(const Indicator& row) {
  return {.level1 = row.level1,
          .level2 = row.level2,
          .name = row.name,
          .comparator = value_of(row, Field::comparator),
          .target = row.target,
          .measure = row.measure};
}

constexpr std::array kCells{std::pair{Field::level1, &FiledCells::level1},
                            std::pair{Field::level2, &FiledCells::level2},
                            std::pair{Field::level3, &FiledCells::name},
                            std::pair{Field::comparator, &FiledCells::comparator},
                            std::pair{Field::target, &FiledCells::target},
                            std::pair{Field::measure, &FiledCells::measure}};

}  // namespace

std::string encode(const TypedTarget& target) {
  Items items;
  items.add("kind", word(kind(target)));
  std::visit(TargetItems{items}, target);
  return items.text();
}

TypedTarget typed_target(std::string_view text) {
  const Items items(text);
  const auto kind = items.get("kind");
  if (kind == word(TargetKind::number)) {
    return NumberTarget{decimal(items.get("value")), items.has("approximate")};
  }
  if (kind == word(TargetKind::range)) {
    return RangeTarget{decimal(items.get("low")), decimal(items.get("high"))};
  }
  if (kind == word(TargetKind::date)) {
    return date_target(items);
  }
  if (kind == word(TargetKind::duration)) {
    return duration_target(items);
  }
  if (kind == word(TargetKind::frequency)) {
    return frequency_target(items);
  }
  if (kind == word(TargetKind::grade)) {
    return GradeTarget{std::string(items.get("grade"))};
  }
  return TextTarget{from_word(kReasons, items.get("reason"))};
}

std::string encode(const Measure& measure) {
  if (measure == Measure{}) {
    return {};
  }
  Items items;
  items.add_some("filed", measure.filed);
  items.add_some("canonical", measure.canonical);
  items.add("kind", word(measure.kind));
  items.add_some("base", measure.base);
  items.add("scale", measure.scale.to_string());
  items.add_flag("several", measure.several);
  return items.text();
}

Measure measure(std::string_view text) {
  if (text.empty()) {
    return {};
  }
  const Items items(text);
  return {.filed = std::string(items.get("filed")),
          .canonical = std::string(items.get("canonical")),
          .kind = measure_kind_from_word(items.get("kind")).value_or(MeasureKind::unknown),
          .base = std::string(items.get("base")),
          .scale = decimal(items.get("scale")),
          .several = items.has("several")};
}

std::string encode(const Place& place) {
  Items items;
  items.add_number("page", place.page);
  items.add_number("table", place.table);
  items.add_number("row", place.row);
  items.add_number("line", place.line);
  items.add_number("last_line", place.last_line);
  items.add_some("sheet", place.sheet);
  items.add_some("cell", place.cell);
  return items.text();
}

Place place(std::string_view text) {
  const Items items(text);
  return {.page = items.number("page"),
          .table = items.number("table"),
          .row = items.number("row"),
          .line = items.number("line"),
          .last_line = items.number("last_line"),
          .sheet = std::string(items.get("sheet")),
          .cell = std::string(items.get("cell"))};
}

std::string encode(const std::vector<CellBox>& boxes) {
  Items items;
  for (const auto& [column, box] : boxes) {
    std::string numbers;
    for (const int number : {box.page, box.left, box.top, box.right, box.bottom}) {
      numbers.append(numbers.empty() ? "" : " ").append(std::to_string(number));
    }
    if (box.sure != kSure) {
      numbers.append(" ").append(std::to_string(box.sure));
    }
    items.add(word(column), numbers);
  }
  return items.text();
}

std::vector<CellBox> cell_boxes(std::string_view text) {
  std::vector<CellBox> boxes;
  const Items items(text);
  for (const auto& [column, numbers] : items.all()) {
    std::array<int, 6> parts{0, 0, 0, 0, 0, kSure};
    auto* part = parts.begin();
    for (const auto number : split(numbers, ' ')) {
      if (part != parts.end()) {
        std::from_chars(number.data(), number.data() + number.size(), *part++);
      }
    }
    boxes.push_back({column_from_word(column).value_or(Column::other),
                     {parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]}});
  }
  return boxes;
}

std::string encode_filed(const Indicator& row) {
  const FiledCells folded = folded_cells(row);
  Items items;
  for (const auto& [field, cell] : kCells) {
    if (row.filed.*cell != folded.*cell) {
      items.add(word(field), row.filed.*cell);
    }
  }
  return items.text();
}

FiledCells filed_cells(std::string_view text, const Indicator& row) {
  const Items items(text);
  FiledCells cells = folded_cells(row);
  for (const auto& [field, cell] : kCells) {
    if (items.has(word(field))) {
      cells.*cell = items.get(word(field));
    }
  }
  return cells;
}

std::string encode(const std::vector<Repair>& repairs) {
  return encode_words(repairs);
}

std::vector<Repair> repairs(std::string_view text) {
  return words<Repair>(kRepairs, text);
}

std::string encode(const std::vector<Doubt>& doubts) {
  return encode_words(doubts);
}

std::vector<Doubt> doubts(std::string_view text) {
  return words<Doubt>(kDoubts, text);
}

std::string encode(const Text& message) {
  Items items;
  items.add("key", message.key);
  for (const auto& arg : message.args) {
    items.add("arg", arg);
  }
  return items.text();
}

Text message(std::string_view text) {
  Text message;
  const Items items(text);
  for (const auto& [key, value] : items.all()) {
    if (key == "key") {
      message.key = value;
    } else {
      message.args.push_back(value);
    }
  }
  return message;
}

std::string encode(const std::vector<Change>& changes) {
  Items items;
  for (const auto& [field, after] : changes) {
    items.add(word(field), after);
  }
  return items.text();
}

std::vector<Change> changes(std::string_view text) {
  std::vector<Change> changes;
  const Items items(text);
  for (const auto& [field, after] : items.all()) {
    changes.push_back({from_word(kFields, field), after});
  }
  return changes;
}

}  // namespace jiheng::store
