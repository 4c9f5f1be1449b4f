#include "domain/approved_row.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"
#include "domain/days.h"
#include "domain/past_row.h"

namespace jiheng {
namespace {

/// What a target comes to: one number twice, a range, or a span of time that may count from an
/// event.
struct Quantity {
  Decimal low;
  Decimal high;
  const Measure* measure{};
  std::string_view after{};
};

std::optional<Quantity> quantity_of(const TypedTarget& target, const Measure& measured) {
  if (const auto* number = std::get_if<NumberTarget>(&target)) {
    return Quantity{number->value, number->value, &measured};
  }
  if (const auto* range = std::get_if<RangeTarget>(&target)) {
    return Quantity{range->low, range->high, &measured};
  }
  if (const auto* span = std::get_if<DurationTarget>(&target)) {
    return Quantity{span->value, span->value, &span->unit, span->after};
  }
  return std::nullopt;
}

/// The text without what only sets it: signs between its words, and a stop at its end.
std::string words_of(std::string_view text) {
  constexpr std::array<std::string_view, 13> kSigns{",", ";", ":", "、", "。", "\"", "“",
                                                    "”", "'", "‘", "’",  "(",  ")"};
  auto words = search_key(text);
  for (const auto sign : kSigns) {
    for (auto at = words.find(sign); at != std::string::npos; at = words.find(sign, at)) {
      words.erase(at, sign.size());
    }
  }
  while (words.ends_with('.')) {
    words.pop_back();
  }
  return words;
}

bool counts_the_same(const Measure& one, const Measure& other) {
  const bool known = one.kind != MeasureKind::unknown && !one.several && !other.several;
  const bool one_base = known && one.kind == other.kind && one.base == other.base;
  return one_base || (!one.filed.empty() && search_key(one.filed) == search_key(other.filed));
}

bool equal_in_base(const Decimal& one, const Measure& in, const Decimal& other,
                   const Measure& other_in) {
  const auto value = in_base(one, in);
  const auto other_value = in_base(other, other_in);
  return value && other_value && *value == *other_value;
}

/// A measure that is left out may be the other's, or its base: 95 and 0.95 both say 95 %.
bool means_the_same(const Decimal& one, const Measure& in, const Decimal& other,
                    const Measure& other_in) {
  const bool blank = in.filed.empty() || other_in.filed.empty();
  return (blank && one == other) || equal_in_base(one, in, other, other_in);
}

std::optional<Field> difference(const Quantity& one, const Quantity& other) {
  const auto& in = *one.measure;
  const auto& other_in = *other.measure;
  if (search_key(one.after) != search_key(other.after)) {
    return Field::target;
  }
  const bool comparable =
      in.filed.empty() || other_in.filed.empty() || counts_the_same(in, other_in);
  if (comparable) {
    const bool same = means_the_same(one.low, in, other.low, other_in) &&
                      means_the_same(one.high, in, other.high, other_in);
    return same ? std::nullopt : std::optional(Field::target);
  }
  return one.low == other.low && one.high == other.high ? Field::measure : Field::target;
}

/// When something is to be done: on days, by a last day, or from a first day.
struct Moment {
  DateBound bound{};
  Days days{};

  friend bool operator==(const Moment&, const Moment&) = default;
};

/// 12月底前, ≤ 12月31日 and 次年1月前 are one moment.
std::optional<Moment> moment_of(const DateTarget& date, std::optional<Comparator> comparator,
                                int year) {
  const auto days = days_of(date, year);
  if (!days) {
    return std::nullopt;
  }
  const auto is = [&](DateBound bound, Comparator sign) {
    return date.bound == bound || (date.bound == DateBound::on && comparator == sign);
  };
  if (is(DateBound::before, Comparator::less_than)) {
    const auto last = days->first - std::chrono::days(1);
    return Moment{DateBound::by, {last, last}};
  }
  if (is(DateBound::by, Comparator::at_most)) {
    return Moment{DateBound::by, {days->last, days->last}};
  }
  return is(DateBound::after, Comparator::at_least)
             ? Moment{DateBound::after, {days->first, days->first}}
             : Moment{DateBound::on, *days};
}

/// Whether a text says from when to when, of which a day keeps the end alone: 3月至12月, and not
/// 到12月底前.
bool says_span(std::string_view text) {
  constexpr std::array<std::string_view, 4> kSigns{"至", "到", "~", "—"};
  constexpr std::array<std::string_view, 16> kTimes{"0", "1", "2",  "3",  "4",  "5",  "6",  "7",
                                                    "8", "9", "年", "月", "日", "号", "度", "初"};
  return std::ranges::any_of(kSigns, [&](auto sign) {
    const auto at = text.find(sign);
    return at != std::string_view::npos && std::ranges::any_of(kTimes, [&](auto time) {
             return text.substr(0, at).ends_with(time);
           });
  });
}

/// 10月底 is October of the year that the other names.
bool is_same_moment(const Indicator& row, const ApprovedRow& approved) {
  const auto* day = std::get_if<DateTarget>(&row.typed);
  const auto* approved_day = std::get_if<DateTarget>(&approved.typed);
  if (day == nullptr || approved_day == nullptr) {
    return false;
  }
  if (says_span(row.target) || says_span(approved.target)) {
    return words_of(row.target) == words_of(approved.target);
  }
  const bool said = day->year && approved_day->year;
  const auto mine = moment_of(*day, row.comparator, said ? *day->year : kSomeYear);
  const auto theirs =
      moment_of(*approved_day, approved.comparator, said ? *approved_day->year : kSomeYear);
  return mine && theirs && *mine == *theirs;
}

std::optional<Field> value_difference(const Indicator& row, const ApprovedRow& approved) {
  const auto mine = quantity_of(row.typed, row.measured);
  const auto theirs = quantity_of(approved.typed, approved.measured);
  if (mine && theirs) {
    return difference(*mine, *theirs);
  }
  const bool same =
      (kind(row.typed) != TargetKind::text && kind(row.typed) != TargetKind::date &&
       row.typed == approved.typed) ||
      words_of(row.target + row.measure) == words_of(approved.target + approved.measure);
  return same ? std::nullopt : std::optional(Field::target);
}

std::string value_text(const std::optional<Comparator>& comparator, const std::string& target,
                       const std::string& measure) {
  std::string text;
  const auto add = [&](std::string_view part) {
    text += text.empty() || part.empty() ? "" : " ";
    text += part;
  };
  add(comparator ? sign(*comparator) : "");
  add(target);
  add(measure);
  return text;
}

}  // namespace

std::vector<ApprovedRow> approved_rows(std::span<const Indicator> rows) {
  std::vector<ApprovedRow> approved;
  approved.reserve(rows.size());
  for (const auto& row : rows) {
    approved.push_back({.agency = row.agency,
                        .project = row.project,
                        .level2 = row.level2,
                        .name = row.name,
                        .comparator = row.comparator,
                        .target = row.target,
                        .measure = row.measure,
                        .typed = row.typed,
                        .measured = row.measured});
  }
  return approved;
}

std::string value_text(const ApprovedRow& row) {
  return value_text(row.comparator, row.target, row.measure);
}

std::string value_text(const Indicator& row) {
  return value_text(row.comparator, row.target, row.measure);
}

std::optional<Field> difference(const Indicator& row, const ApprovedRow& approved) {
  if (approved.target.empty() || is_same_moment(row, approved)) {
    return std::nullopt;
  }
  const auto value = value_difference(row, approved);
  const bool compared = row.comparator && approved.comparator;
  const bool turned = compared && *row.comparator != *approved.comparator;
  if (value == Field::target) {
    return value;
  }
  return turned ? Field::comparator : value;
}

std::vector<Change> changes_to(const ApprovedRow& approved, const Indicator& row) {
  std::vector<Change> changes;
  const auto change = [&](Field field, std::string after) {
    if (after != value_of(row, field)) {
      changes.push_back({field, std::move(after)});
    }
  };
  if (approved.comparator) {
    change(Field::comparator, std::string(symbol(*approved.comparator)));
  }
  change(Field::target, approved.target);
  // One that is nowhere said, or in brackets of the name alone, is no reason to clear the row's.
  if (!approved.measure.empty() || !approved.measured.filed.empty()) {
    change(Field::measure, approved.measure);
  }
  return changes;
}

}  // namespace jiheng
