#include "intake/table_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "intake/bare_text.h"

namespace jiheng::intake {
namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::size_t kLongestTitle = 60;  // characters
constexpr std::size_t kYearBytes = 4 + std::string_view("年").size();

/// The first character that is no blank; 0 in a text without any. Most rows of a table tell by it
/// that they are no page number, number of a form or year.
char32_t first_character(std::string_view text) {
  const auto inner = trim(text);
  return inner.empty() ? 0 : decode_point(inner, 0).point;
}

bool is_digit(char32_t point) {
  return point >= U'0' && point <= U'9';
}

/// What may stand in "第 3 页，共 12 页", "- 3 -" and "3/12".
bool belongs_to_page_number(char32_t sign) {
  return is_digit(sign) || sign == U'第' || sign == U'页' || sign == U'共' || sign == U'-' ||
         sign == U'/' || sign == U'—' || sign == U',';
}

/// 公开 and 批复 in words that say something else: 政府信息公开 is a task, 预算信息公开 is meant.
constexpr std::array<std::string_view, 25> kNotSaid{
    "政务公开", "政府信息公开", "政务信息公开", "党务公开", "村务公开", "厂务公开", "校务公开",
    "院务公开", "警务公开",     "检务公开",     "司法公开", "审判公开", "公开招",   "公开选",
    "公开课",   "公开赛",       "不公开",       "非公开",   "未公开",   "未批复",   "待批复",
    "拟批复",   "不予批复",     "批复前",       "报批复"};

/// Papers before and behind an approval, which may name it: 批复申请表, 自评表(对照批复目标).
constexpr std::array<std::string_view, 7> kOtherPapers{"自评",     "监控", "评价", "申请",
                                                       "征求意见", "草案", "对照"};

bool says(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

/// 表11 as a number of its own, beside the title in one cell: 表11 2023年…, （公开11表）, 表十一.
/// 表11 is the form of budget disclosures.
bool names_table11(std::string_view bare) {
  const auto stands_alone = [&](std::string_view word, std::size_t at) {
    const auto end = at + word.size();
    const bool digit_before = at > 0 && kDigits.find(bare[at - 1]) != std::string_view::npos;
    const bool digit_after = end < bare.size() && kDigits.find(bare[end]) != std::string_view::npos;
    // The year may follow at once: 表112023年.
    return !digit_before && (!digit_after || year_in(bare.substr(end, kYearBytes)).has_value());
  };
  constexpr std::array<std::string_view, 3> kSpellings{"表11", "11表", "表十一"};
  return std::ranges::any_of(kSpellings, [&](std::string_view word) {
    for (auto at = bare.find(word); at != std::string_view::npos; at = bare.find(word, at + 1)) {
      if (stands_alone(word, at)) {
        return true;
      }
    }
    return false;
  });
}

}  // namespace

std::optional<int> form_number(std::string_view text) {
  if (const auto first = first_character(text);
      first != U'附' && first != U'表' && first != U'公') {
    return std::nullopt;
  }
  auto bare = without_blanks(text);
  std::string_view rest = bare;
  constexpr std::array<std::string_view, 4> kStarts{"附表", "附件", "表", "公开表"};
  const bool starts = std::ranges::any_of(kStarts, [&](auto start) {
    if (!rest.starts_with(start)) {
      return false;
    }
    rest.remove_prefix(start.size());
    return true;
  });
  while (!rest.empty() && (rest.back() == ':' || rest.back() == '.')) {
    rest.remove_suffix(1);
  }
  if (!starts || rest.empty() || rest.size() > 3 ||
      rest.find_first_not_of(kDigits) != std::string_view::npos) {
    return std::nullopt;
  }
  int number = 0;
  for (const char c : rest) {
    number = number * 10 + (c - '0');
  }
  return number;
}

bool is_page_number(std::string_view text) {
  if (!belongs_to_page_number(first_character(text))) {
    return false;
  }
  const auto bare = without_blanks(text);
  if (bare.size() > 32 || bare.find_first_of(kDigits) == std::string::npos) {
    return false;
  }
  bool words = false;
  for (std::size_t at = 0; at < bare.size();) {
    const auto point = decode_point(bare, at);
    const auto sign = point.point;
    words = words || sign == U'页' || sign == U'-' || sign == U'/' || sign == U'—';
    if (!belongs_to_page_number(sign)) {
      return false;
    }
    at += point.bytes;
  }
  return words;
}

bool looks_like_title(std::string_view text) {
  if (text.empty() || length(text) > kLongestTitle || text.find("。") != std::string_view::npos) {
    return false;
  }
  const auto bare = without_blanks(text);
  const bool about_budget =
      bare.find("预算") != std::string::npos || bare.find("绩效") != std::string::npos ||
      bare.find("目标") != std::string::npos || bare.find("指标") != std::string::npos;
  return bare.ends_with("表") || bare.ends_with("表)") ||
         (year_in(bare).has_value() && about_budget);
}

TitleSays title_says(std::string_view text) {
  auto bare = without_blanks(text);
  for (const auto other : kNotSaid) {
    for (auto at = bare.find(other); at != std::string::npos; at = bare.find(other, at)) {
      bare.erase(at, other.size());
    }
  }
  return {
      .applied = says(bare, "申报"),
      .approved = says(bare, "批复") &&
                  std::ranges::none_of(kOtherPapers, [&](auto form) { return says(bare, form); }),
      .disclosed = says(bare, "公开") || names_table11(bare)};
}

bool is_note(std::string_view text) {
  constexpr std::array<std::string_view, 14> kStarts{
      "评分办法", "预算执行情况说明", "注:",    "注1",    "备注", "说明", "填表", "填报", "审核",
      "制表",     "联系人",           "负责人", "经办人", "注 "};
  return std::ranges::any_of(kStarts, [&](auto start) { return text.starts_with(start); });
}

std::optional<int> year_in(std::string_view text) {
  constexpr std::string_view kYear = "年";
  for (auto at = text.find(kYear); at != std::string_view::npos;
       at = text.find(kYear, at + kYear.size())) {
    const auto digits = text.substr(at < 4 ? 0 : at - 4, std::min<std::size_t>(at, 4));
    const bool four = digits.size() == 4 &&
                      digits.find_first_not_of(kDigits) == std::string_view::npos &&
                      (at == 4 || kDigits.find(text[at - 5]) == std::string_view::npos);
    if (four) {
      const int year = (digits[0] - '0') * 1000 + (digits[1] - '0') * 100 + (digits[2] - '0') * 10 +
                       (digits[3] - '0');
      if (year >= 1990 && year <= 2100) {
        return year;
      }
    }
  }
  return std::nullopt;
}

std::optional<int> year_of_line(std::string_view text) {
  if (const auto first = first_character(text); first != U'(' && !is_digit(first)) {
    return std::nullopt;
  }
  const auto bare = without_blanks(text);
  std::string_view rest = bare;
  if (rest.size() > 2 && rest.front() == '(' && rest.back() == ')') {
    rest = rest.substr(1, rest.size() - 2);
  }
  const auto behind = rest.size() < kYearBytes ? rest : rest.substr(kYearBytes);
  const bool alone = behind.empty() || behind == "度";
  return alone ? year_in(rest) : std::nullopt;
}

std::optional<Label> label_of(std::string_view text) {
  struct Start {
    std::string_view text;
    bool project;
  };

  constexpr std::array<Start, 10> kStarts{{{"单位名称", false},
                                           {"预算单位", false},
                                           {"部门名称", false},
                                           {"填报单位", false},
                                           {"编制单位", false},
                                           {"部门(单位)", false},
                                           {"部门(单位)名称", false},
                                           {"预算部门", false},
                                           {"项目名称", true},
                                           {"预算项目", true}}};
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) {
    return std::nullopt;
  }
  const auto head = without_blanks(text.substr(0, colon));
  const auto found = std::ranges::find(kStarts, std::string_view(head), &Start::text);
  const auto value = trim(text.substr(colon + 1));
  if (found == kStarts.end() || value.empty()) {
    return std::nullopt;
  }
  return Label{found->project, std::string(value)};
}

}  // namespace jiheng::intake
