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

// In the order of the enumeration.
constexpr std::array<std::string_view, 8> kColumnWords{
    "", "project", "agency", "initial", "adjusted", "executed", "expected", "as_of"};

/// A head that is one of `whole`, or holds one of `has` and none of `lacks`.
struct Guess {
  MoneyColumn column;
  std::vector<std::string_view> has;
  std::vector<std::string_view> lacks;
  std::vector<std::string_view> whole{};
};

/// The more certain words stand first.
const std::vector<Guess>& guesses() {
  static const std::vector<Guess> guesses_made{
      {MoneyColumn::expected, {"预计执行", "预计支出", "预计完成"}, {"率", "绩效"}},
      {MoneyColumn::executed,
       {"执行数", "执行金额", "累计支出", "支出数", "已支出", "实际支出", "累计执行", "支付金额",
        "累计支付", "已支付", "已付金额", "支出金额", "付款金额", "支付数"},
       {"率", "预计"},
       {"执行", "支出", "支付"}},
      {MoneyColumn::adjusted,
       {"全年预算", "调整后预算", "调整预算", "预算调整数", "调整后", "可执行指标", "可用指标"},
       {"率", "调增", "调减"}},
      {MoneyColumn::initial,
       {"年初预算", "年初批复", "年初数", "批复预算", "预算批复", "预算数", "预算金额", "预算安排",
        "批复金额", "批复数"},
       {"率"},
       {"预算"}},
      {MoneyColumn::as_of, {"截至", "截止"}, {"执行", "支出", "率"}},
      {MoneyColumn::project, {"项目名称", "支出项目", "二级项目"}, {"编码", "代码"}},
      {MoneyColumn::agency, {"单位名称", "预算单位", "实施单位", "项目单位"}, {"编码", "代码"}},
      {MoneyColumn::project, {"项目"}, {"编码", "代码", "类别", "类型", "属性", "金额"}},
      {MoneyColumn::agency, {"单位", "部门"}, {"编码", "代码", "计量", "金额", "元"}},
  };
  return guesses_made;
}

bool holds_one(std::string_view text, const std::vector<std::string_view>& words) {
  return std::ranges::any_of(
      words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

/// Each meaning once: the first head that has its most certain words.
std::vector<MoneyColumn> guess(const std::vector<std::string>& heads) {
  std::vector<MoneyColumn> columns(heads.size());
  for (const auto& known : guesses()) {
    if (std::ranges::find(columns, known.column) != columns.end()) {
      continue;
    }
    for (std::size_t i = 0; i < heads.size(); ++i) {
      const auto bare = bare_word(heads[i]);
      const bool fits = std::ranges::find(known.whole, bare) != known.whole.end() ||
                        (holds_one(bare, known.has) && !holds_one(bare, known.lacks));
      if (columns[i] == MoneyColumn::none && fits) {
        columns[i] = known.column;
        break;
      }
    }
  }
  return columns;
}

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

std::size_t named(const std::vector<MoneyColumn>& columns) {
  return columns.size() - static_cast<std::size_t>(std::ranges::count(columns, MoneyColumn::none));
}

bool has_number(const document::Row& row) {
  return std::ranges::any_of(row.cells, [](const document::Cell& cell) {
    auto text = fold_cell(cell.text);
    std::erase(text, ',');
    return Decimal::parse(text).has_value();
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

/// What the head and the lines over it say of all amounts.
void read_around(const document::Sheet& sheet, MoneyTableHead& head) {
  const auto take = [&](const std::string& text) {
    head.unit = head.unit ? head.unit : unit_in(text);
    head.until = head.until ? head.until : until_in(text);
  };
  for (std::size_t i = 0; i < head.columns.size(); ++i) {
    if (head.columns[i] >= MoneyColumn::initial && head.columns[i] <= MoneyColumn::expected) {
      take(head.heads[i]);
    }
  }
  for (std::size_t i = 0; i < head.first_row; ++i) {
    for (std::size_t column = 0; column < sheet.rows[i].cells.size(); ++column) {
      take(text_at(sheet.rows[i], column));
    }
  }
}

bool is_blank(std::string_view text) {
  return text.empty() || text == "-" || text == "—" || text == "——" || text == "--";
}

/// 1,234.50 and 1 234.50 are one number.
std::optional<Decimal> amount_in(std::string text) {
  std::erase(text, ',');
  std::erase(text, ' ');
  const auto amount = Decimal::parse(text);
  return amount ? std::optional(*amount) : std::nullopt;
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

void read_cell(MoneyColumn column, const std::string& text, MoneyRow& row) {
  std::optional<Decimal>* amount = nullptr;
  switch (column) {
    case MoneyColumn::none:
      return;
    case MoneyColumn::project:
      row.project = text;
      return;
    case MoneyColumn::agency:
      row.agency = text;
      return;
    case MoneyColumn::as_of:
      row.as_of = day_in(text);
      break;
    case MoneyColumn::initial:
      amount = &row.initial;
      break;
    case MoneyColumn::adjusted:
      amount = &row.adjusted;
      break;
    case MoneyColumn::executed:
      amount = &row.executed;
      break;
    case MoneyColumn::expected:
      amount = &row.expected;
      break;
  }
  if (amount != nullptr) {
    *amount = amount_in(text);
  }
  const bool understood = amount != nullptr ? amount->has_value() : row.as_of.has_value();
  if (!understood && row.bad.empty()) {
    row.bad = text;
    row.bad_column = column;
  }
}

}  // namespace

std::string_view word(MoneyColumn column) {
  return kColumnWords.at(static_cast<std::size_t>(column));
}

std::optional<MoneyColumn> money_column_from_word(std::string_view word) {
  const auto* found = std::ranges::find(kColumnWords, word);
  return found == kColumnWords.end()
             ? std::nullopt
             : std::optional(static_cast<MoneyColumn>(found - kColumnWords.begin()));
}

std::optional<MoneyTableHead> money_head(const document::Sheet& sheet) {
  MoneyTableHead best;
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
      auto columns = guess(heads);
      // One more than is named, so that some row with several texts is taken where nothing is.
      const auto weight = texts > 1 ? named(columns) + 1 : 0;
      if (weight > most) {
        most = weight;
        best = {
            .heads = std::move(heads), .columns = std::move(columns), .first_row = start + depth};
      }
    }
  }
  if (most == 0) {
    return std::nullopt;
  }
  best.layout = layout_of(best.heads);
  read_around(sheet, best);
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
      read_cell(columns[column], text, row);
    }
    if (said && !repeats) {
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

}  // namespace jiheng::intake
