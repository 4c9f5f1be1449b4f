// The blocks of amounts in a form, and what unit they count in.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "intake/bare_text.h"
#include "intake/form_reader.h"
#include "intake/table_words.h"

namespace jiheng::intake {
namespace {

constexpr std::array<std::string_view, 3> kThisYear{"当年", "本年", "年度"};

/// What an amount or figure of a block is to the execution of the budget.
enum class ExecutionPart : std::uint8_t { none, initial, budget, executed, points, rate, score };

bool says(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

ExecutionPart execution_part(std::string_view head) {
  if (says(head, "预计")) {
    return ExecutionPart::none;
  }
  if (says(head, "年初")) {
    return says(head, "预算") ? ExecutionPart::initial : ExecutionPart::none;
  }
  if (says(head, "执行率")) {
    return ExecutionPart::rate;
  }
  if (says(head, "执行数") || says(head, "支出数")) {
    return ExecutionPart::executed;
  }
  if (says(head, "预算数")) {
    return ExecutionPart::budget;
  }
  if (says(head, "得分")) {
    return ExecutionPart::score;
  }
  return says(head, "分值") || says(head, "权重") ? ExecutionPart::points : ExecutionPart::none;
}

/// The amounts of an execution; what unit they count in only matters where both say one. A budget
/// that nobody adjusted is the initial one.
struct Amounts {
  std::optional<Amount> initial{};
  std::optional<Amount> budget{};
  std::optional<Amount> executed{};

  void put(Execution& execution) const {
    execution.by_initial = !budget && initial;
    const auto& whole = budget ? budget : initial;
    const bool apart = whole && executed && whole->unit && executed->unit &&
                       whole->unit->yuan != executed->unit->yuan;
    const auto counted = [&](const std::optional<Amount>& amount) -> std::optional<Decimal> {
      if (!amount) {
        return std::nullopt;
      }
      return apart ? in_yuan(amount->number, *amount->unit) : std::optional(amount->number);
    };
    execution.budget = counted(whole);
    execution.executed = counted(executed);
  }
};

std::optional<Amount> amount_under(std::string_view text, std::string_view head) {
  auto amount = amount_of(text);
  if (amount && !amount->unit) {
    amount->unit = unit_in(head);
  }
  return amount;
}

}  // namespace

/// Puts the heads of a row into the block's columns; gives the cell of the first amount head.
/// Nothing when the row holds an amount: then it is no head.
std::optional<std::size_t> FormReader::put_heads(const Cells& cells, MoneyBlock& block) {
  std::optional<std::size_t> first;
  std::size_t pairs = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].carried) {
      continue;
    }
    if (amount_of(cells[i].text)) {
      return std::nullopt;
    }
    const auto head = money_head(cells[i].text);
    if (head == MoneyHead::none) {
      continue;
    }
    const bool labelled = i > 0 && money_head(cells[i - 1].text) == MoneyHead::none;
    block.columns[cells[i].column] = {.head = head,
                                      .text = std::string(cells[i].text),
                                      .label = labelled ? std::string(cells[i - 1].text) : ""};
    if (head == MoneyHead::amount) {
      pairs += labelled ? 1U : 0U;
      first = first.value_or(i);
    }
  }
  block.several = pairs > 1;
  return first;
}

/// 资金来源项目 | 金额, 名称 | 主要实施内容 | 拟投入的资金(万元): heads without any amount.
bool FormReader::take_money_head(const SeenRow& row, const Cells& cells) {
  MoneyBlock block{.columns = {row.cells.size(), std::nullopt}};
  const auto first = put_heads(cells, block);
  if (!first || *first == 0) {
    return false;
  }
  // Labels stand right left of the first amount; what is further left heads the block.
  auto label = *first - 1;
  while (label > 0 && money_head(cells[label].text) != MoneyHead::none) {
    --label;
  }
  block.heading = std::string(cells[label > 0 ? label - 1 : label].text);
  block.first = cells[label].column;
  if (!open_ && !is_about_money(block.heading)) {
    return false;
  }
  money_ = std::move(block);
  goal_columns_.clear();
  return true;
}

const std::optional<FormReader::MoneyColumn>& FormReader::money_column(const FormCell& cell) const {
  return money_->columns[std::min(cell.column, money_->columns.size() - 1)];
}

bool FormReader::take_money_row(const SeenRow& row, const Cells& cells) {
  if (!money_) {
    return false;
  }
  const auto own = std::ranges::find_if(cells, [](const auto& cell) { return !cell.carried; });
  const bool fits = own != cells.end() && own->column >= money_->first &&
                    !is_identity(form_label(own->text)) &&
                    form_label(own->text) != FormLabel::narrative;
  if (!fits) {
    money_.reset();
    return false;
  }
  add_execution(row, cells);
  std::string_view label;
  for (const auto& cell : cells) {
    const auto& column = money_column(cell);
    const bool names = !column && !amount_of(cell.text) && cell.column >= money_->first;
    label = names ? cell.text : label;
    if (column && column->head == MoneyHead::amount && !cell.carried && !label.empty()) {
      add_block_amount(row, cells, cell, label);
    }
  }
  return true;
}

/// 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 of the block's first row, which is the total.
void FormReader::add_execution(const SeenRow& row, const Cells& cells) {
  const bool about = std::ranges::any_of(money_->columns, [](const auto& column) {
    return column && execution_part(column->text) == ExecutionPart::executed;
  });
  if (!about || money_->executed) {
    return;
  }
  money_->executed = true;
  Execution execution{.agency = agency(), .project = record_.name, .place = row.name.place};
  Amounts amounts;
  for (const auto& cell : cells) {
    const auto& column = money_column(cell);
    if (!column || cell.carried) {
      continue;
    }
    switch (execution_part(column->text)) {
      case ExecutionPart::initial:
        amounts.initial = amount_under(cell.text, column->text);
        break;
      case ExecutionPart::budget:
        amounts.budget = amount_under(cell.text, column->text);
        break;
      case ExecutionPart::executed:
        amounts.executed = amount_under(cell.text, column->text);
        break;
      case ExecutionPart::points:
        execution.points = std::string(cell.text);
        break;
      case ExecutionPart::rate:
        execution.rate = std::string(cell.text);
        break;
      case ExecutionPart::score:
        execution.score = std::string(cell.text);
        execution.place = document::cell_place(*row.row, cell.column);
        break;
      case ExecutionPart::none:
        break;
    }
  }
  amounts.put(execution);
  intake_.executions.push_back(std::move(execution));
}

/// One amount under the heads of the block being read.
void FormReader::add_block_amount(const SeenRow& row, const Cells& cells, const FormCell& cell,
                                  std::string_view label) {
  const auto text_under = [&](MoneyHead head) {
    const auto found = std::ranges::find_if(cells, [&](const FormCell& other) {
      const auto& column = money_column(other);
      return column && column->head == head;
    });
    return found == cells.end() ? std::string() : std::string(found->text);
  };
  const auto& column = *money_column(cell);
  const auto year = year_in(column.text);
  const auto unit = unit_in(column.text);
  add_funding({.place = document::cell_place(*row.row, cell.column),
               .agency = agency(),
               .project = record_.name,
               .block = money_->several ? column.label : money_->heading,
               .column = column.text,
               .source = std::string(without_numbering(label)),
               .year = year ? year : year_of(label),
               .as_filed = row.row->cells[cell.column].text,
               .content = text_under(MoneyHead::content),
               .expected = text_under(MoneyHead::expected)},
              cell.text, unit ? unit : unit_in(money_->heading));
}

void FormReader::put_narrative(std::string_view text, const Place& place) {
  narratives_.emplace_back(text);
  for (const auto& found : amounts_by_year(text)) {
    intake_.funding.push_back({.place = place,
                               .agency = agency(),
                               .project = record_.name,
                               .source = found.source,
                               .year = found.year,
                               .amount = in_yuan(found.number, found.unit),
                               .as_filed = found.as_filed});
  }
}

void FormReader::add_funding(Funding funding, std::string_view text,
                             const std::optional<MoneyUnit>& unit) {
  if (const auto amount = amount_of(text)) {
    const auto known = amount->unit ? amount->unit : unit ? unit : unit_;
    if (known) {
      funding.amount = in_yuan(amount->number, *known);
    } else {
      unitless_.push_back({intake_.funding.size(), amount->number});
    }
  }
  intake_.funding.push_back(std::move(funding));
}

/// The year a label names, or the form's own where it says 当年.
std::optional<int> FormReader::year_of(std::string_view label) const {
  if (const auto year = year_in(label)) {
    return year;
  }
  const bool own = std::ranges::any_of(
      kThisYear, [&](auto word) { return label.find(word) != std::string_view::npos; });
  return own ? intake_.year : std::nullopt;
}

/// The unit the form's own text writes behind one of its bare amounts, "补助3080万元" for 3080;
/// nothing when it says none, or not always the same.
std::optional<FormReader::SaidUnit> FormReader::unit_of_texts() const {
  std::optional<SaidUnit> said;
  for (const auto& [funding, number] : unitless_) {
    for (const auto& text : narratives_) {
      const auto found = number.is_zero() ? std::nullopt : unit_behind(text, number);
      if (found && said && said->unit.yuan != found->yuan) {
        return std::nullopt;
      }
      if (found && !said) {
        said = SaidUnit{*found, number.to_shortest_string() + std::string(found->word)};
      }
    }
  }
  return said;
}

void FormReader::settle_units() {
  const auto said = unit_of_texts();
  if (!unitless_.empty()) {
    const auto& place = intake_.funding[unitless_.front().funding].place;
    account_.notice(
        said ? Text{"intake.unit_from_text", {said->evidence, std::string(said->unit.word)}}
             : Text{"intake.unit_unknown", {}},
        place);
  }
  for (const auto& [funding, number] : unitless_) {
    if (said) {
      intake_.funding[funding].amount = in_yuan(number, said->unit);
    }
  }
  unitless_.clear();
  narratives_.clear();
}

}  // namespace jiheng::intake
