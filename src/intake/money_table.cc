#include "intake/money_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "base/hash.h"
#include "base/text.h"
#include "intake/head_words.h"

namespace jiheng::intake {
namespace {

constexpr std::size_t kHeadWithin = 20;  // rows
constexpr std::size_t kStacked = 3;
constexpr std::size_t kLayoutDigits = 32;

std::string text_at(const document::Row& row, std::size_t column) {
  return column < row.cells.size() ? fold_cell(row.cells[column].text) : std::string();
}

/// The words over each column, of so many rows.
std::vector<std::string> heads_of(const document::Sheet& sheet, std::size_t start,
                                  std::size_t depth) {
  std::size_t width = 0;
  for (std::size_t i = start; i < start + depth; ++i) {
    width = std::max(width, sheet.rows[i].cells.size());
  }
  std::vector<std::string> heads(width);
  for (std::size_t column = 0; column < width; ++column) {
    std::string last;
    for (std::size_t i = start; i < start + depth; ++i) {
      auto text = text_at(sheet.rows[i], column);
      if (!text.empty() && text != last) {
        heads[column] += text;
        last = std::move(text);
      }
    }
  }
  return heads;
}

/// The unit the head of each column says, the lowest of stacked rows first. 资金(万元) over several
/// columns says it of all of them, also where the cell is written once and the rest are blank.
std::vector<std::optional<MoneyUnit>> units_of(const document::Sheet& sheet, std::size_t start,
                                               std::size_t depth, std::size_t width) {
  std::vector<std::optional<MoneyUnit>> units(width);
  const auto bottom = start + depth - 1;
  for (std::size_t i = bottom + 1; i-- > start;) {
    std::optional<MoneyUnit> over;
    bool spans = false;
    for (std::size_t column = 0; column < width; ++column) {
      const auto text = text_at(sheet.rows[i], column);
      const bool group = i != bottom && !text_at(sheet.rows[bottom], column).empty();
      spans = group && (spans || !text.empty());
      if (!text.empty() || !spans) {
        over = unit_in(text);
      }
      units[column] = units[column] ? units[column] : over;
    }
  }
  return units;
}

std::size_t named(const std::vector<MoneyColumn>& columns) {
  return columns.size() - static_cast<std::size_t>(std::ranges::count(columns, MoneyColumn::none));
}

/// 1,234.50 and 1 234.50 are one number, −20 is -20; 1.1亿元 and 350万 bring their own unit.
std::optional<MoneyCell> amount_in(std::string text, const std::optional<MoneyUnit>& of_head) {
  constexpr std::string_view kMinus = "−";
  std::erase(text, ',');
  std::erase(text, ' ');
  if (text.starts_with(kMinus)) {
    text.replace(0, kMinus.size(), "-");
  }
  if (const auto number = Decimal::parse(text)) {
    return MoneyCell{*number, of_head};
  }
  if (text.ends_with("万") || text.ends_with("亿")) {
    text += "元";
  }
  const auto amount = amount_of(text);
  return amount ? std::optional(MoneyCell{amount->number, amount->unit ? amount->unit : of_head})
                : std::nullopt;
}

bool has_number(const document::Row& row) {
  return std::ranges::any_of(row.cells, [](const document::Cell& cell) {
    return amount_in(fold_cell(cell.text), {}).has_value();
  });
}

std::string layout_of(const std::vector<std::string>& heads) {
  std::string said = "money\n";
  for (const auto& head : heads) {
    std::string bare;
    for (const char c : bare_word(head)) {
      const bool digit = c >= '0' && c <= '9';
      if (!digit || bare.empty() || bare.back() != '#') {
        bare += digit ? '#' : c;
      }
    }
    said += bare + "\n";
  }
  return sha256(said).substr(0, kLayoutDigits);
}

/// A title, "单位:万元" or "编制单位:甲局": one text, or words with what they say. 其中:财政拨款 is
/// a head.
bool is_over_the_table(const document::Row& row) {
  std::set<std::string> texts;
  bool says = false;
  for (const auto& cell : row.cells) {
    auto text = fold_cell(cell.text);
    says = says || (text.find(':') != std::string::npos && !text.starts_with("其中"));
    if (!text.empty()) {
      texts.insert(std::move(text));
    }
  }
  return says || texts.size() < 2;
}

/// 1-7月, 1—7月 in a head: 7.
std::optional<int> until_in(std::string_view text) {
  const auto end = text.find("月");
  if (end == std::string_view::npos || text.find('1') == std::string_view::npos) {
    return std::nullopt;
  }
  auto start = end;
  while (start > 0 && text[start - 1] >= '0' && text[start - 1] <= '9') {
    --start;
  }
  int month = 0;
  std::from_chars(text.data() + start, text.data() + end, month);
  const bool from_january = start > 1 && text.substr(0, start).find('1') != std::string_view::npos;
  return from_january && month >= 1 && month <= 12 ? std::optional(month) : std::nullopt;
}

/// What the lines over the head say of all amounts, and the month they or the head name.
void read_around(const document::Sheet& sheet, std::size_t start, MoneyTableHead& head) {
  const auto take_until = [&](const std::string& text) {
    head.until = head.until ? head.until : until_in(text);
  };
  for (std::size_t i = 0; i < head.columns.size(); ++i) {
    if (is_amount(head.columns[i])) {
      take_until(head.heads[i]);
    }
  }
  for (std::size_t i = 0; i < head.first_row; ++i) {
    for (std::size_t column = 0; column < sheet.rows[i].cells.size(); ++column) {
      const auto text = text_at(sheet.rows[i], column);
      head.unit = head.unit || i >= start ? head.unit : unit_in(text);
      take_until(text);
    }
  }
}

bool is_blank(std::string_view text) {
  return text.empty() || text == "-" || text == "—" || text == "——" || text == "--";
}

/// 合计, 总 计, 甲局小计.
bool is_total(std::string_view text) {
  constexpr std::array<std::string_view, 4> kTotals{"合计", "小计", "总计", "共计"};
  const auto bare = bare_word(search_key(text));
  return std::ranges::any_of(kTotals, [&](auto total) { return bare.ends_with(total); });
}

/// 2022-07-31, 2022年7月31日, 2022/7/31.
std::optional<Date> day_in(std::string_view text) {
  std::array<int, 3> numbers{};
  std::size_t found = 0;
  const char* end = text.data() + text.size();
  for (const char* at = text.data(); at != end && found < numbers.size();) {
    if (*at >= '0' && *at <= '9') {
      at = std::from_chars(at, end, numbers.at(found++)).ptr;
    } else {
      ++at;
    }
  }
  return found == numbers.size() ? make_date(numbers[0], numbers[1], numbers[2]) : std::nullopt;
}

std::optional<MoneyCell>* amount_of_column(MoneyColumn column, MoneyRow& row) {
  switch (column) {
    case MoneyColumn::initial:
      return &row.initial;
    case MoneyColumn::adjusted:
      return &row.adjusted;
    case MoneyColumn::adjustment:
      return &row.adjustment;
    case MoneyColumn::executed:
      return &row.executed;
    case MoneyColumn::expected:
      return &row.expected;
    case MoneyColumn::none:
    case MoneyColumn::project:
    case MoneyColumn::agency:
    case MoneyColumn::as_of:
      return nullptr;
  }
  return nullptr;
}

void read_cell(MoneyColumn column, const std::string& text, const std::optional<MoneyUnit>& unit,
               MoneyRow& row) {
  bool understood = true;
  if (auto* amount = amount_of_column(column, row); amount != nullptr) {
    *amount = amount_in(text, unit);
    understood = amount->has_value();
  } else if (column == MoneyColumn::project) {
    row.project = text;
  } else if (column == MoneyColumn::agency) {
    row.agency = text;
  } else if (column == MoneyColumn::as_of) {
    row.as_of = day_in(text);
    understood = row.as_of.has_value();
  }
  if (!understood && row.bad.empty()) {
    row.bad = text;
    row.bad_column = column;
  }
}

/// The word for a total: the project's name, or any text of a row that names none.
std::string total_in(const document::Row& source, const MoneyRow& row) {
  if (!row.project.empty()) {
    return is_total(row.project) ? row.project : std::string();
  }
  for (std::size_t column = 0; column < source.cells.size(); ++column) {
    auto text = text_at(source, column);
    if (is_total(text)) {
      return text;
    }
  }
  return {};
}

}  // namespace

std::optional<MoneyTableHead> money_head(const document::Sheet& sheet) {
  MoneyTableHead best;
  std::size_t best_start = 0;
  std::size_t most = 0;
  const auto within = std::min(sheet.rows.size(), kHeadWithin);
  for (std::size_t start = 0; start < within; ++start) {
    if (is_over_the_table(sheet.rows[start])) {
      continue;
    }
    for (std::size_t depth = 1; depth <= kStacked && start + depth <= within; ++depth) {
      if (has_number(sheet.rows[start + depth - 1])) {
        break;  // amounts begin: no head
      }
      auto heads = heads_of(sheet, start, depth);
      const auto texts = std::ranges::count_if(heads, [](const auto& h) { return !h.empty(); });
      auto columns = guess_money_columns(heads);
      // One more than is named, so that some row with several texts is taken where nothing is.
      const auto weight = texts > 1 ? named(columns) + 1 : 0;
      if (weight > most) {
        most = weight;
        best_start = start;
        auto units = units_of(sheet, start, depth, heads.size());
        best = {.heads = std::move(heads),
                .columns = std::move(columns),
                .units = std::move(units),
                .first_row = start + depth};
      }
    }
  }
  if (most == 0) {
    return std::nullopt;
  }
  best.layout = layout_of(best.heads);
  read_around(sheet, best_start, best);
  return best;
}

std::vector<MoneyRow> money_rows(const document::Sheet& sheet, const MoneyTableHead& head,
                                 const std::vector<MoneyColumn>& columns) {
  std::vector<MoneyRow> rows;
  for (std::size_t i = head.first_row; i < sheet.rows.size(); ++i) {
    const auto& source = sheet.rows[i];
    MoneyRow row{.place = source.place};
    bool said = false;
    bool repeats = true;
    for (std::size_t column = 0; column < columns.size(); ++column) {
      const auto text = text_at(source, column);
      repeats = repeats &&
                (column >= head.heads.size() || head.heads[column].find(text) != std::string::npos);
      if (columns[column] == MoneyColumn::none || is_blank(text)) {
        continue;
      }
      said = true;
      const auto unit = column < head.units.size() ? head.units[column] : std::nullopt;
      read_cell(columns[column], text, unit, row);
    }
    if (said && !repeats) {
      row.total = total_in(source, row);
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

}  // namespace jiheng::intake
