#include "app/money_line.h"

#include <algorithm>
#include <array>

namespace jiheng::app {
namespace {

constexpr intake::MoneyUnit kYuan{"元", 1};

// In the order of the enumerations.
constexpr std::array<std::string_view, 16> kFates{
    "understood",   "total",    "no_project", "not_found", "ambiguous", "twice",
    "not_a_number", "negative", "too_fine",   "no_amount", "no_day",    "other_year",
    "bad_day",      "no_unit",  "no_initial", "disagrees"};
constexpr std::array<std::string_view, 3> kRemarks{"", "over_budget", "no_budget"};

/// What stands in the way of counting the amounts of a row in 元.
struct Doubts {
  bool unitless{};
  bool too_fine{};
};

/// 元 of an amount; the amount as it is written where that cannot be said.
std::optional<Decimal> yuan_of(const std::optional<intake::MoneyCell>& cell,
                               const std::optional<intake::MoneyUnit>& common, Doubts& doubts) {
  if (!cell) {
    return std::nullopt;
  }
  const auto unit = cell->unit ? cell->unit : common;
  if (!unit) {
    doubts.unitless = true;
    return cell->number;
  }
  const auto yuan = intake::in_yuan(cell->number, *unit);
  const auto rounded = yuan ? yuan->rounded(2) : Result<Decimal>(Decimal{});
  if (!yuan || !rounded || *rounded != *yuan) {
    doubts.too_fine = true;
    return cell->number;
  }
  return *rounded;
}

/// Fills in the adjusted budget where only the adjustment is written. Amounts without a unit are
/// not to be added.
MoneyFate add_adjustment(MoneyLine& line) {
  auto& said = line.said;
  if (!line.adjustment || line.unitless) {
    return MoneyFate::understood;
  }
  if (!said.initial) {
    const bool needed = !said.adjusted && !line.adjustment->is_zero();
    return needed ? MoneyFate::no_initial : MoneyFate::understood;
  }
  const auto sum = said.initial->plus(*line.adjustment);
  if (!sum) {
    return MoneyFate::too_fine;
  }
  if (said.adjusted) {
    return *said.adjusted == *sum ? MoneyFate::understood : MoneyFate::disagrees;
  }
  said.adjusted = *sum;
  return MoneyFate::understood;
}

/// Why the amounts of a row cannot be kept, or that they can.
MoneyFate fate_of_amounts(MoneyLine& line) {
  auto& said = line.said;
  const auto fate = add_adjustment(line);
  if (fate != MoneyFate::understood) {
    return fate;
  }
  const std::array amounts{&said.initial, &said.adjusted, &said.executed, &said.expected};
  const auto written = [](const auto* amount) { return amount->has_value(); };
  if (std::ranges::none_of(amounts, written) && !(line.unitless && line.adjustment)) {
    return MoneyFate::no_amount;
  }
  const bool below = std::ranges::any_of(
      amounts, [](const auto* amount) { return *amount && (*amount)->is_negative(); });
  return below ? MoneyFate::negative : MoneyFate::understood;
}

/// Why a row that names its project cannot be kept, or that it can.
MoneyFate fate_of(const intake::MoneyRow& row, const MoneyTerms& terms, bool too_fine,
                  MoneyLine& line) {
  if (!row.bad.empty()) {
    return row.bad_column == intake::MoneyColumn::as_of ? MoneyFate::bad_day
                                                        : MoneyFate::not_a_number;
  }
  if (too_fine) {
    return MoneyFate::too_fine;
  }
  const auto fate = fate_of_amounts(line);
  if (fate != MoneyFate::understood) {
    return fate;
  }
  const auto day = row.as_of ? row.as_of : terms.as_of;
  if (!day) {
    return MoneyFate::no_day;
  }
  return static_cast<int>(day->year()) == terms.year ? MoneyFate::understood
                                                     : MoneyFate::other_year;
}

}  // namespace

std::string_view word(MoneyFate fate) {
  return kFates.at(static_cast<std::size_t>(fate));
}

Text text_of(MoneyFate fate) {
  return {"money.fate." + std::string(word(fate))};
}

std::string_view word(MoneyRemark remark) {
  return kRemarks.at(static_cast<std::size_t>(remark));
}

Text text_of(MoneyRemark remark) {
  return {"money.remark." + std::string(word(remark))};
}

MoneyLine line_of(const intake::MoneyRow& row, const MoneyTerms& terms) {
  Doubts doubts;
  const auto yuan = [&](const std::optional<intake::MoneyCell>& cell) {
    return yuan_of(cell, terms.unit, doubts);
  };
  MoneyLine line{.place = to_string(row.place),
                 .agency = row.agency,
                 .project = row.project.empty() ? row.total : row.project,
                 .bad = row.bad,
                 .adjustment = yuan(row.adjustment),
                 .said = {.initial = yuan(row.initial),
                          .adjusted = yuan(row.adjusted),
                          .executed = yuan(row.executed),
                          .expected = yuan(row.expected)}};
  line.unitless = doubts.unitless;
  if (const auto day = row.as_of ? row.as_of : terms.as_of) {
    line.said.as_of = *day;
  }
  if (!row.total.empty()) {
    line.fate = MoneyFate::total;
  } else if (row.project.empty()) {
    line.fate = MoneyFate::no_project;
  } else {
    line.fate = fate_of(row, terms, doubts.too_fine, line);
  }
  return line;
}

MoneyRemark remark_of(const ProjectMoney& said) {
  const auto& budget = said.budget();
  if (!budget || !said.executed || *said.executed <= *budget) {
    return MoneyRemark::none;
  }
  return budget->is_zero() ? MoneyRemark::no_budget : MoneyRemark::over_budget;
}

}  // namespace jiheng::app
