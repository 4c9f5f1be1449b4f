#include "app/form_money.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace jiheng::app {
namespace {

using Part = std::optional<Decimal> ProjectMoney::*;

bool says(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

/// Which amount stands under a head; nullptr for none of the four.
Part part_of(std::string_view head) {
  if (says(head, "预计")) {
    return &ProjectMoney::expected;
  }
  if (says(head, "执行数") || says(head, "支出数")) {
    return &ProjectMoney::executed;
  }
  if (says(head, "年初")) {
    return &ProjectMoney::initial;
  }
  if (says(head, "全年预算") || says(head, "调整预算") || says(head, "调整后")) {
    return &ProjectMoney::adjusted;
  }
  if (says(head, "调整")) {
    return nullptr;  // 预算调整数 is what was added or taken off, no budget
  }
  return head.empty() || says(head, "金额") ? &ProjectMoney::initial : nullptr;
}

/// More than dashes and strokes, which stand for a blank.
bool says_something(std::string_view text) {
  constexpr std::u32string_view kBlanks = U"-—–―一/\\*.·_";
  const auto points = to_code_points(search_key(text));
  return std::ranges::any_of(
      points, [&](char32_t c) { return kBlanks.find(c) == std::u32string_view::npos; });
}

/// 其中:本年财政拨款 and 财政拨款 are one source.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kSources{
    {{"年度资金总额", ""},
     {"资金总额", ""},
     {"项目资金总额", ""},
     {"年度资金", ""},
     {"财政拨款", "财政拨款"},
     {"财政资金", "财政拨款"},
     {"上年结转资金", "上年结转资金"},
     {"上年结转", "上年结转资金"},
     {"其他资金", "其他资金"}}};
constexpr std::array<std::string_view, 6> kBefore{"其中:", "其中", "本年", "当年", "年度", ":"};

}  // namespace

std::optional<std::string> money_source(std::string_view label) {
  auto word = search_key(label);
  for (const auto before : kBefore) {
    // 年度资金总额 begins with 年度 and is the total all the same.
    const auto whole = std::ranges::find(kSources, std::string_view(word),
                                         &std::pair<std::string_view, std::string_view>::first);
    if (whole != kSources.end()) {
      return std::string(whole->second);
    }
    if (word.starts_with(before)) {
      word.erase(0, before.size());
    }
  }
  const auto found = std::ranges::find(kSources, std::string_view(word),
                                       &std::pair<std::string_view, std::string_view>::first);
  if (found != kSources.end()) {
    return std::string(found->second);
  }
  return word == "其他" ? std::optional<std::string>("其他资金") : std::nullopt;
}

std::vector<ProjectMoney> money_of(std::span<const Funding> funding, std::string_view agency,
                                   std::string_view project, Date day) {
  std::vector<ProjectMoney> all;
  for (const auto& said : funding) {
    const auto source = money_source(said.source);
    const auto part = part_of(said.column);
    if (said.agency != agency || said.project != project || !said.amount || !source ||
        part == nullptr) {
      continue;
    }
    auto found = std::ranges::find(all, *source, &ProjectMoney::source);
    if (found == all.end()) {
      found =
          all.insert(source->empty() ? all.begin() : all.end(), {.as_of = day, .source = *source});
    }
    auto& amount = (*found).*part;
    amount = amount ? amount : said.amount;
  }
  return all;
}

std::vector<const Funding*> unread_money(std::span<const Funding> funding, std::string_view agency,
                                         std::string_view project) {
  std::vector<const Funding*> unread;
  for (const auto& said : funding) {
    const bool own = said.agency == agency && said.project == project;
    if (own && !said.amount && says_something(said.as_filed) && money_source(said.source) &&
        part_of(said.column) != nullptr) {
      unread.push_back(&said);
    }
  }
  return unread;
}

}  // namespace jiheng::app
