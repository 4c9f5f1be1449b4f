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

}  // namespace

/// 资金来源项目 | 金额, 名称 | 主要实施内容 | 拟投入的资金(万元): heads without any amount.
bool FormReader::take_money_head(const SeenRow& row, const Cells& cells) {
  MoneyBlock block{.columns = {row.cells.size(), std::nullopt}, .place = row.name.place};
  std::optional<std::size_t> first;  // cell of the first amount head
  std::size_t amounts = 0;
  std::size_t pairs = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto head = money_head(cells[i].text);
    if (!cells[i].carried && amount_of(cells[i].text)) {
      return false;
    }
    if (cells[i].carried || head == MoneyHead::none) {
      continue;
    }
    const bool labelled = i > 0 && money_head(cells[i - 1].text) == MoneyHead::none;
    block.columns[cells[i].column] = {
        .head = head,
        .text = std::string(cells[i].text),
        .label = labelled ? std::string(cells[i - 1].text) : std::string()};
    if (head == MoneyHead::amount) {
      ++amounts;
      pairs += labelled ? 1U : 0U;
      first = first.value_or(i);
    }
  }
  if (!first || *first == 0) {
    return false;
  }
  // Labels stand right left of the first amount; what is further left heads the block.
  auto label = *first - 1;
  while (label > 0 && money_head(cells[label].text) != MoneyHead::none) {
    --label;
  }
  block.heading = label > 0 ? std::string(cells[label - 1].text) : std::string(cells[label].text);
  block.first = cells[label].column;
  block.several = pairs > 1;
  if (!open_ && !is_about_money(block.heading)) {
    return false;
  }
  money_ = std::move(block);
  goal_columns_.clear();
  return true;
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
  std::string content;
  std::string expected;
  for (const auto& cell : cells) {
    const auto& column = money_->columns[std::min(cell.column, money_->columns.size() - 1)];
    const auto head = column ? column->head : MoneyHead::none;
    content = head == MoneyHead::content ? std::string(cell.text) : content;
    expected = head == MoneyHead::expected ? std::string(cell.text) : expected;
  }
  std::string_view label;
  for (const auto& cell : cells) {
    const auto& column = money_->columns[std::min(cell.column, money_->columns.size() - 1)];
    if (!column) {
      label = amount_of(cell.text) || cell.column < money_->first ? label : cell.text;
      continue;
    }
    if (column->head != MoneyHead::amount || cell.carried || label.empty()) {
      continue;
    }
    const auto year = year_in(column->text) ? year_in(column->text) : year_of(label);
    const auto unit = unit_in(column->text) ? unit_in(column->text) : unit_in(money_->heading);
    add_funding({.place = document::cell_place(*row.row, cell.column),
                 .agency = agency(),
                 .project = record_.name,
                 .block = money_->several ? column->label : money_->heading,
                 .column = column->text,
                 .source = std::string(without_numbering(label)),
                 .year = year,
                 .as_filed = row.row->cells[cell.column].text,
                 .content = content,
                 .expected = expected},
                cell.text, unit);
  }
  return true;
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

/// A form that states no unit may still write "补助3080万元" in its text for an amount of 3080.
/// One unit behind all such numbers is the form's.
void FormReader::settle_units() {
  std::optional<MoneyUnit> unit;
  std::string evidence;
  bool one = true;
  for (const auto& [funding, number] : unitless_) {
    for (const auto& text : narratives_) {
      const auto found = number.is_zero() ? std::nullopt : unit_behind(text, number);
      if (found) {
        one = one && (!unit || unit->yuan == found->yuan);
        unit = found;
        evidence =
            evidence.empty() ? number.to_shortest_string() + std::string(found->word) : evidence;
      }
    }
  }
  if (!unitless_.empty()) {
    const auto& place = intake_.funding[unitless_.front().funding].place;
    if (unit && one) {
      account_.notice({"intake.unit_from_text", {evidence, std::string(unit->word)}}, place);
    } else {
      account_.notice({"intake.unit_unknown", {}}, place);
    }
  }
  for (const auto& [funding, number] : unitless_) {
    if (unit && one) {
      intake_.funding[funding].amount = in_yuan(number, *unit);
    }
  }
  unitless_.clear();
  narratives_.clear();
}

}  // namespace jiheng::intake
