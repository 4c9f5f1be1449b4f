#include "intake/form_labels.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/text.h"
#include "intake/bare_text.h"
#include "intake/last_characters.h"
#include "intake/secrecy_words.h"

namespace jiheng::intake {
namespace {

struct Words {
  FormLabel label;
  std::string_view words;  // apart by blanks
};

/// How forms of the last ten years label their cells.
constexpr std::array<Words, 13> kLabels{{
    {FormLabel::project, "项目名称 申报项目名称 预算项目名称 预算项目 项目名"},
    {FormLabel::agency,
     "部门名称 单位名称 部门单位 部门单位名称 单位部门 单位部门名称 预算单位 预算单位名称 预算部门 "
     "预算部门名称 填报单位 编制单位 申报单位 部门预算单位"},
    {FormLabel::parent_agency,
     "主管部门 主管部门名称 主管部门及代码 主管单位 项目主管部门 项目主管单位 业务主管部门 "
     "上级主管部门 主管预算部门 市级主管部门 省级主管部门"},
    {FormLabel::executing_agency,
     "实施单位 实施单位名称 项目实施单位 执行单位 项目执行单位 项目单位 项目单位名称 资金使用单位 "
     "具体实施单位"},
    {FormLabel::project_kind, "项目类型 项目类别 项目分类"},
    {FormLabel::period,
     "项目期 项目期限 项目周期 项目起止时间 项目起止年限 起止时间 起止年限 实施期限 项目实施期限 "
     "项目实施期 项目执行期限 执行期限 实施周期 项目实施周期 项目起止日期"},
    {FormLabel::goal,
     "总体目标 总体绩效目标 年度总体目标 年度总体绩效目标 年度绩效目标 年度目标 年度绩效总目标 "
     "绩效目标 绩效总目标 项目绩效总目标 项目绩效目标 项目总目标 项目总体目标 项目年度目标 "
     "项目年度绩效目标 项目总体绩效目标 预期目标 年度预期目标 整体绩效目标 部门整体绩效目标 "
     "年度整体目标 年度整体绩效目标 中期目标 中期绩效目标 中期总体目标 中长期目标 中长期绩效目标 "
     "长期目标 长期绩效目标 实施期目标 实施期绩效目标 实施期总目标 项目中期目标 项目长期绩效目标 "
     "项目中长期绩效目标 当年目标 当年绩效目标 本年度目标 绩效目标概述"},
    {FormLabel::money,
     "项目总预算 项目当年预算 项目预算 项目年度预算 年度预算 当年预算 本年预算 预算金额 预算总额 "
     "预算资金 项目资金 项目总投资 总投资 项目总金额 项目金额 资金总额 年度资金总额 中期资金总额 "
     "实施期资金总额 项目资金总额 申请资金 申请金额 申请财政资金 年度预算申请 财政拨款 财政资金 "
     "其中财政拨款 其中财政资金 本年财政拨款 其中本年财政拨款 其他资金 其他 上年结转资金 上年结转 "
     "自有资金 事业收入 一般公共预算 政府性基金预算 部门预算 年初预算 年初预算数 全年预算数"},
    {FormLabel::narrative,
     "项目申请理由 申请理由 项目主要内容 主要内容 项目内容 项目概况 项目概述 项目简介 立项依据 "
     "项目立项依据 立项必要性 项目立项的必要性 测算依据及说明 测算依据 预算测算依据 资金测算依据 "
     "项目前两年预算及当年预算变动情况 预算变动情况 前两年预算安排情况 项目支出测算依据 "
     "支出测算依据及说明 项目申请依据"},
    {FormLabel::outcome,
     "实际完成情况 目标实际完成情况 年度总体目标完成情况 年度总体目标实际完成情况 实际完成"},
    {FormLabel::execution, "预算执行情况说明 预算执行说明 资金执行情况说明"},
    {FormLabel::secrecy, kSecrecyWords},
    {FormLabel::other,
     "项目代码 项目编码 项目编号 单位代码 部门代码 项目负责人 负责人 单位负责人 联系人 联系电话 "
     "联系人及电话 填报人 填报日期 填表日期 基本信息 基本情况 财政供养人员数 下属二级单位数 "
     "人员编制数 "
     "项目属性 项目性质 项目开始时间 项目结束时间 资金用途 其他需完成的任务 其他需要说明的问题 "
     "项目实施计划 "
     "保证项目实施的制度措施 部门职能概述 单位职能概述 部门职责 单位职责"},
}};

constexpr std::string_view kAmountHeads =
    "金额 预算金额 预算数 年初预算数 全年预算数 全年执行数 执行数 预算执行数 年初预算 调整预算数 "
    "拟投入的资金 拟投入资金 投入资金 资金额 预算额 资金量 预算 资金 申请金额 安排金额 资金安排 "
    "资金额度 金额合计 本年预算数 当年预算数 当年预算 实际支出数 到位资金 支出金额 全年预计执行数";
constexpr std::string_view kUnreadHeads =
    "执行率 预算执行率 占比 比例 比重 分值 得分 备注 序号 增减率 增减比例 权重";
constexpr std::array<std::string_view, 6> kContentHeads{"主要实施内容", "主要内容", "实施内容",
                                                        "工作内容",     "任务内容", "主要工作内容"};
constexpr std::array<std::string_view, 6> kExpectedHeads{
    "期望达到的目标", "期望目标", "预期达到的目标", "预期目标", "预期效果", "达到的目标"};
constexpr std::array<std::string_view, 7> kMoneyWords{"资金", "预算", "经费",        "收入",
                                                      "支出", "金额", "重点工作任务"};

constexpr std::size_t kLongestLabel = 90;  // bytes: a longer cell is a text

/// Without numbering, what stands in brackets, blanks and colons.
std::string label_word(std::string_view folded) {
  const auto text = without_blanks(without_numbering(folded));
  std::string word;
  int depth = 0;
  for (const char c : text) {
    depth += c == '(' ? 1 : 0;
    if (depth == 0 && c != ':') {
      word += c;
    }
    depth -= c == ')' && depth > 0 ? 1 : 0;
  }
  // 部门(单位)名称: what stands in brackets is part of the word there.
  const bool inside = text.find("(单位)") != std::string::npos;
  if (inside) {
    word.clear();
    std::ranges::copy_if(text, std::back_inserter(word),
                         [](char c) { return c != '(' && c != ')' && c != ':'; });
  }
  return word;
}

std::unordered_map<std::string, FormLabel> make_labels() {
  std::unordered_map<std::string, FormLabel> labels;
  for (const auto& [label, words] : kLabels) {
    for (const auto word : split(words, ' ')) {
      labels.emplace(word, label);
    }
  }
  return labels;
}

/// What a label may end with: its last character, or what does not count behind it.
LastCharacters ends_of(const std::unordered_map<std::string, FormLabel>& labels) {
  LastCharacters ends;
  for (const auto sign : {U')', U':', U' '}) {
    ends.add(sign);
  }
  for (const auto& [word, label] : labels) {
    ends.add(word);
  }
  return ends;
}

bool is_one_of(std::string_view words, std::string_view text) {
  const auto all = split(words, ' ');
  return std::ranges::find(all, text) != all.end();
}

template <typename List>
bool starts_with_any(std::string_view text, const List& words) {
  return std::ranges::any_of(words, [&](auto word) { return text.starts_with(word); });
}

/// 预算数 of "2024年预算数": a head may say its year.
std::string_view without_year(std::string_view word) {
  constexpr std::string_view kYear = "年";
  const auto digits = std::min(word.find_first_not_of("0123456789"), word.size());
  const auto rest = word.substr(digits);
  const bool year = digits == 4 && rest.starts_with(kYear);
  return year ? rest.substr(kYear.size() + (rest.substr(kYear.size()).starts_with("度") ? 3 : 0))
              : word;
}

}  // namespace

FormLabel form_label(std::string_view folded) {
  static const auto labels = make_labels();
  static const auto ends = ends_of(labels);
  if (folded.empty() || folded.size() > kLongestLabel || !ends.may_end(folded)) {
    return FormLabel::none;
  }
  const auto found = labels.find(label_word(folded));
  return found == labels.end() ? FormLabel::none : found->second;
}

bool is_identity(FormLabel label) {
  return label == FormLabel::project || label == FormLabel::agency ||
         label == FormLabel::parent_agency || label == FormLabel::executing_agency ||
         label == FormLabel::project_kind || label == FormLabel::goal;
}

MoneyHead money_head(std::string_view folded) {
  if (folded.empty() || folded.size() > kLongestLabel) {
    return MoneyHead::none;
  }
  const auto word = label_word(folded);
  if (is_one_of(kAmountHeads, without_year(word))) {
    return MoneyHead::amount;
  }
  if (is_one_of(kUnreadHeads, word)) {
    return MoneyHead::unread;
  }
  if (starts_with_any(word, kExpectedHeads)) {
    return MoneyHead::expected;
  }
  return starts_with_any(word, kContentHeads) ? MoneyHead::content : MoneyHead::none;
}

bool is_about_money(std::string_view folded) {
  return folded.size() <= kLongestLabel && std::ranges::any_of(kMoneyWords, [&](auto word) {
           return folded.find(word) != std::string_view::npos;
         });
}

std::optional<LabelledText> labelled_text(std::string_view folded) {
  const auto colon = folded.find(':');
  if (colon == std::string_view::npos || colon == 0) {
    return std::nullopt;
  }
  const auto label = form_label(folded.substr(0, colon));
  const auto value = trim(folded.substr(colon + 1));
  if (label == FormLabel::none || value.empty()) {
    return std::nullopt;
  }
  return LabelledText{label, std::string(value)};
}

}  // namespace jiheng::intake
