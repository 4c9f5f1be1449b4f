#include "intake/head_words.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/text.h"
#include "base/utf8.h"
#include "intake/last_characters.h"
#include "intake/secrecy_words.h"

namespace jiheng::intake {
namespace {

struct Synonyms {
  Column column;
  std::string_view words;  // apart by blanks
};

/// How forms of the last ten years head their columns; compared without brackets and blanks.
constexpr std::array<Synonyms, kColumnCount> kSynonyms{{
    {Column::agency,
     "单位名称 预算单位 预算单位名称 预算部门 预算部门名称 部门 部门名称 部门单位 单位部门 "
     "部门单位名称 主管部门 主管部门名称 项目主管部门 项目单位 项目单位名称 实施单位 项目实施单位 "
     "执行单位 项目执行单位 填报单位 资金使用单位 使用单位"},
    {Column::project,
     "项目 项目名称 二级项目 二级项目名称 三级项目 三级项目名称 预算项目 预算项目名称 子项目 "
     "子项目名称 支出项目 支出项目名称"},
    {Column::level1, "一级指标 一级指标名称 绩效一级指标 一级指标类别 一级绩效指标"},
    {Column::level2, "二级指标 二级指标名称 绩效二级指标 二级指标类别 二级绩效指标"},
    {Column::name,
     "三级指标 三级指标名称 绩效三级指标 三级绩效指标 指标名称 绩效指标名称 指标内容 绩效指标内容 "
     "三级指标内容 具体指标 具体指标名称 具体指标内容 考核指标"},
    {Column::comparator,
     "计算符号 计算符 指标符号 比较符号 比较符 运算符号 运算符 符号 指标性质 指标方向 指标值符号 "
     "目标值符号"},
    {Column::target,
     "指标值 目标值 指标目标值 绩效指标值 绩效目标值 绩效值 预期指标值 预期目标值 计划指标值 "
     "计划值 "
     "计划目标值 预期值 设定值 指标数值 指标值内容 指标目标 目标指标值"},
    {Column::measure, "计量单位 度量单位 指标单位 指标值单位 计量单位名称 指标计量单位"},
    {Column::points,
     "分值 权重 指标分值 指标权重 分值权重 权重分值 权重% 指标权重% 标准分 标准分值 分值权重% "
     "满分"},
    {Column::actual,
     "实际完成值 完成值 实际值 实际指标值 完成情况 实际完成情况 实际完成 指标完成情况 指标完成值 "
     "指标实际完成值 执行情况 实际执行情况 实际完成指标值 实际完成数"},
    {Column::score, "得分 自评得分 自评分 自评分数 评价得分 实际得分 指标得分 最终得分"},
    {Column::reason,
     "偏差原因 偏差原因分析 偏差原因分析及改进措施 偏差原因分析和改进措施 偏差原因及改进措施 "
     "偏差原因分析与改进措施 偏差原因分析及整改措施 偏差分析 偏差分析及改进措施 未完成原因 "
     "未完成原因分析 未完成原因及改进措施 未完成原因分析及改进措施 未完成原因和改进措施 "
     "未完成原因及拟采取的改进措施 未完成原因分析及拟采取的措施 扣分原因 扣分原因及改进措施 "
     "原因分析 "
     "原因说明 原因分析及改进措施"},
    {Column::explanation,
     "指标解释 指标说明 指标值说明 指标内容说明 指标释义 指标含义 计算公式 计算方法 "
     "指标解释及计算公式"},
    {Column::standard,
     "评分标准 评扣分标准 评分规则 评分办法 计分标准 计分方法 评价标准 评分方法 扣分标准"},
    {Column::secrecy, kSecrecyWords},
    {Column::other,
     "序号 备注 编号 指标编码 指标代码 项目编码 项目代码 单位编码 单位代码 项目类别 项目属性 "
     "指标类型 指标值类型 指标属性 指标类别 数据来源 取值方式 设定依据 "
     "指标值设定依据 佐证材料 完成率 指标完成率 完成比例 偏离度 偏差率 预计完成情况 完成目标可能性 "
     "目标完成可能性 上年完成值 上年实际值 上年指标值 历史指标值 经费保障 制度保障 人员保障 "
     "硬件条件保障"},
}};

constexpr std::string_view kGroups =
    "绩效指标 绩效目标 指标 项目绩效指标 部门绩效指标 整体绩效指标 部门整体绩效指标 绩效目标指标 "
    "绩效指标体系 绩效评价指标";

/// Words before a head word that say when, not what.
constexpr std::array<std::string_view, 14> kWhen{"中长期", "中期", "长期", "三年", "项目",
                                                 "年度",   "本年", "当年", "全年", "年初",
                                                 "预期",   "设定", "批复", "年"};

constexpr std::size_t kLongestHead = 90;  // bytes: a longer cell is a text

std::unordered_map<std::string, ReadHead> make_words() {
  std::unordered_map<std::string, ReadHead> words;
  for (const auto& [column, texts] : kSynonyms) {
    for (const auto text : split(texts, ' ')) {
      words.emplace(text, ReadHead{HeadWord::column, column});
    }
  }
  for (const auto text : split(kGroups, ' ')) {
    words.emplace(text, ReadHead{HeadWord::group, Column::other});
  }
  words.emplace("单位", ReadHead{HeadWord::ambiguous_unit, Column::other});
  return words;
}

const std::unordered_map<std::string, ReadHead>& word_table() {
  static const auto words = make_words();
  return words;
}

ReadHead look_up(const std::string& text) {
  const auto found = word_table().find(text);
  return found == word_table().end() ? ReadHead{} : found->second;
}

bool is_ideograph(char32_t point) {
  return point >= 0x4E00 && point <= 0x9FFF;
}

constexpr std::u32string_view kHeadSigns = U"()*\":/、,;“”[]【】";

bool is_sign(char32_t point) {
  if (is_ideograph(point)) {
    return false;
  }
  return is_blank(point) || kHeadSigns.find(point) != std::u32string_view::npos;
}

/// What a head may end with: its last character, or a sign behind it.
bool may_end_head(std::string_view text) {
  static const auto ends = [] {
    LastCharacters found;
    found.add(U'填');  // (必填)
    found.add(U'否');  // (是/否)
    for (const auto sign : kHeadSigns) {
      found.add(sign);
    }
    for (const auto& [word, head] : word_table()) {
      found.add(word);
    }
    return found;
  }();
  return ends.may_end(text);
}

/// Takes 2024 (of 2024年), 1-7月, 1至7月 off the front.
void take_number(std::string_view& text) {
  constexpr std::string_view kSigns = "0123456789-~.";
  const auto digits = std::min(text.find_first_not_of(kSigns), text.size());
  if (digits == 0) {
    return;
  }
  auto rest = text.substr(digits);
  for (const std::string_view sign : {"至", "月", "—"}) {
    rest.remove_prefix(rest.starts_with(sign) ? sign.size() : 0);
  }
  text = rest;
}

}  // namespace

std::string bare_word(std::string_view folded) {
  std::string out;
  for (std::size_t at = 0; at < folded.size();) {
    const auto point = decode_point(folded, at);
    if (!is_sign(point.point)) {
      out.append(folded.substr(at, point.bytes));
    }
    at += point.bytes;
  }
  for (const std::string_view ending : {"必填", "选填", "可选填", "是否"}) {
    if (out.size() > ending.size() && out.ends_with(ending)) {
      out.resize(out.size() - ending.size());
    }
  }
  return out;
}

ReadHead head_of(std::string_view folded) {
  if (folded.empty() || folded.size() > kLongestHead || !may_end_head(folded)) {
    return {};
  }
  const auto text = bare_word(folded);
  auto head = look_up(text);
  std::string_view rest = text;
  for (int taken = 0; taken < 4 && head.kind == HeadWord::none; ++taken) {
    const auto before = rest.size();
    take_number(rest);
    for (const auto when : kWhen) {
      if (rest.starts_with(when)) {
        rest.remove_prefix(when.size());
        break;
      }
    }
    if (rest.size() == before || rest.empty()) {
      return {};
    }
    head = look_up(std::string(rest));
  }
  // 项目单位 and 单位 are words of their own; what is left of 年度单位 is neither.
  return head.kind == HeadWord::ambiguous_unit && rest.size() != text.size() ? ReadHead{} : head;
}

bool is_core(Column column) {
  return column == Column::level1 || column == Column::level2 || column == Column::name ||
         column == Column::comparator || column == Column::target || column == Column::measure;
}

Span span_of(std::string_view folded) {
  for (const std::string_view word : {"中期", "中长期", "长期", "三年"}) {
    if (folded.find(word) != std::string_view::npos) {
      return Span::mid_term;
    }
  }
  for (const std::string_view word : {"年度", "当年", "本年", "全年", "年初"}) {
    if (folded.find(word) != std::string_view::npos) {
      return Span::annual;
    }
  }
  return Span::unsaid;
}

}  // namespace jiheng::intake
