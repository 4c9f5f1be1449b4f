#include "intake/money_columns.h"

#include <algorithm>
#include <array>

#include "intake/head_words.h"

namespace jiheng::intake {
namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, 9> kColumnWords{
    "", "project", "agency", "initial", "adjusted", "adjustment", "executed", "expected", "as_of"};

/// A head that is one of `whole`, or holds one of `has` and none of `lacks`.
struct Guess {
  MoneyColumn column;
  std::vector<std::string_view> has;
  std::vector<std::string_view> lacks;
  std::vector<std::string_view> whole{};
};

/// The more certain words stand first. 调整预算 is the budget after the adjustment, 预算调整 the
/// adjustment; a column of additions beside one of cuts (调增, 调减) is neither.
const std::vector<Guess>& guesses() {
  static const std::vector<Guess> guesses_made{
      {MoneyColumn::expected,
       {"预计执行", "预计支出", "预计完成", "预计全年执行", "预计全年支出", "预计全年完成"},
       {"率", "绩效"},
       {"全年预计", "预计全年", "全年预计数", "预计全年数"}},
      {MoneyColumn::executed,
       {"执行数", "执行金额", "累计支出", "支出数", "已支出", "实际支出", "累计执行", "支付金额",
        "累计支付", "已支付", "已付金额", "支出金额", "付款金额", "支付数"},
       {"率", "预计"},
       {"执行", "支出", "支付"}},
      {MoneyColumn::adjusted,
       {"全年预算", "调整后", "可执行指标", "可用指标"},
       {"率", "调增", "调减"}},
      {MoneyColumn::adjusted, {"调整预算"}, {"率", "调增", "调减", "追加", "追减"}},
      {MoneyColumn::adjustment,
       {"追加", "调增"},
       {"率", "调整后", "全年预算", "原因", "说明", "文号", "日期"}},
      {MoneyColumn::adjustment,
       {"预算调整", "调整数", "调整额", "调整金额"},
       {"率", "调整后", "全年预算", "年初", "批复", "调减", "追减", "原因", "说明", "文号", "日期"},
       {"调整"}},
      {MoneyColumn::initial,
       {"年初预算", "年初批复", "年初安排", "年初数", "批复预算", "预算批复", "预算数", "预算金额",
        "预算安排", "批复金额", "批复数"},
       {"率", "调增", "调减", "追加", "追减", "调整预算", "调整后"},
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

/// 调减, 追减 with nothing said of additions: what is written there is taken off.
bool only_cuts(std::string_view bare) {
  return holds_one(bare, {"调减", "追减"}) && !holds_one(bare, {"调增", "追加", "增减"});
}

/// The head without the unit behind it: 预算调整(万元) is 预算调整.
std::string word_of(const std::string& head) {
  const auto bracket = head.rfind('(');
  const bool unit = bracket != std::string::npos && bracket > 0 && head.ends_with("元)");
  return bare_word(unit ? std::string_view(head).substr(0, bracket) : std::string_view(head));
}

bool fits(const Guess& known, const std::string& head) {
  const auto said = word_of(head);
  return std::ranges::find(known.whole, said) != known.whole.end() ||
         (holds_one(said, known.has) && !holds_one(bare_word(head), known.lacks));
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

bool is_amount(MoneyColumn column) {
  return column >= MoneyColumn::initial && column <= MoneyColumn::expected;
}

std::vector<MoneyColumn> guess_money_columns(const std::vector<std::string>& heads) {
  std::vector<MoneyColumn> columns(heads.size());
  const bool cuts =
      std::ranges::any_of(heads, [](const auto& head) { return only_cuts(word_of(head)); });
  for (const auto& known : guesses()) {
    const bool taken = std::ranges::find(columns, known.column) != columns.end();
    if (taken || (cuts && known.column == MoneyColumn::adjustment)) {
      continue;
    }
    for (std::size_t i = 0; i < heads.size(); ++i) {
      if (columns[i] == MoneyColumn::none && fits(known, heads[i])) {
        columns[i] = known.column;
        break;
      }
    }
  }
  return columns;
}

}  // namespace jiheng::intake
