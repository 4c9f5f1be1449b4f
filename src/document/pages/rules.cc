#include "document/pages/rules.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>
#include <span>
#include <tuple>

namespace jiheng::document {
namespace {

/// Sets of equal things by union and find.
class Sets {
 public:
  explicit Sets(std::size_t count) : parents_(count) {
    std::iota(parents_.begin(), parents_.end(), std::size_t{});
  }

  std::size_t find(std::size_t item) {
    while (parents_[item] != item) {
      parents_[item] = parents_[parents_[item]];
      item = parents_[item];
    }
    return item;
  }

  void join(std::size_t a, std::size_t b) {
    parents_[find(b)] = find(a);
  }

 private:
  std::vector<std::size_t> parents_;
};

/// Joins the pieces of rules that stand in one line.
void join_pieces(std::span<Rule> line, Length at, std::vector<Rule>& joined) {
  std::ranges::sort(line, {}, &Rule::from);
  Rule current{at, line.front().from, line.front().to};
  for (const auto& piece : line) {
    if (piece.from <= current.to + kMeeting) {
      current.to = std::max(current.to, piece.to);
    } else {
      joined.push_back(current);
      current = {at, piece.from, piece.to};
    }
  }
  joined.push_back(current);
}

bool meet(const Rule& horizontal, const Rule& vertical) {
  return vertical.at >= horizontal.from - kMeeting && vertical.at <= horizontal.to + kMeeting &&
         horizontal.at >= vertical.from - kMeeting && horizontal.at <= vertical.to + kMeeting;
}

/// The stretch that a group's vertical rules cover.
std::pair<Length, Length> height_of(const RuleGroup& group) {
  auto height = std::pair(group.vertical.front().from, group.vertical.front().to);
  for (const auto& rule : group.vertical) {
    height = {std::min(height.first, rule.from), std::max(height.second, rule.to)};
  }
  return height;
}

/// The outer column of a table may be cut at both ends of a page: its outer rule then meets no
/// other. A lone rule as high as exactly one table is that table's.
void join_sides(const std::vector<Rule>& lone, std::vector<RuleGroup>& groups) {
  std::vector<std::pair<Length, Length>> heights(groups.size());
  std::ranges::transform(groups, heights.begin(), height_of);
  for (const auto& rule : lone) {
    const auto is_as_high = [&](const std::pair<Length, Length>& height) {
      return std::abs(height.first - rule.from) <= kMeeting &&
             std::abs(height.second - rule.to) <= kMeeting;
    };
    if (std::ranges::count_if(heights, is_as_high) == 1) {
      const auto found = std::ranges::find_if(heights, is_as_high) - heights.begin();
      groups[static_cast<std::size_t>(found)].vertical.push_back(rule);
    }
  }
}

}  // namespace

std::vector<Rule> tidy(std::vector<Rule> rules) {
  std::ranges::sort(rules, {},
                    [](const Rule& rule) { return std::tuple(rule.at, rule.from, rule.to); });
  std::vector<Rule> joined;
  for (std::size_t first = 0; first < rules.size();) {
    std::size_t end = first + 1;
    std::int64_t sum = rules[first].at;
    while (end < rules.size() && rules[end].at - rules[first].at <= kSameRule) {
      sum += rules[end].at;
      ++end;
    }
    const auto at = static_cast<Length>(sum / static_cast<std::int64_t>(end - first));
    join_pieces(std::span(rules).subspan(first, end - first), at, joined);
    first = end;
  }
  return joined;
}

std::vector<RuleGroup> groups_of(const std::vector<Rule>& horizontal,
                                 const std::vector<Rule>& vertical) {
  Sets sets(horizontal.size() + vertical.size());
  for (std::size_t i = 0; i < horizontal.size(); ++i) {
    const auto& rule = horizontal[i];
    // Vertical rules are sorted by place: only those over this rule's length can meet it.
    auto candidate = std::ranges::lower_bound(vertical, rule.from - kMeeting, {}, &Rule::at);
    for (; candidate != vertical.end() && candidate->at <= rule.to + kMeeting; ++candidate) {
      if (meet(rule, *candidate)) {
        sets.join(i, horizontal.size() + static_cast<std::size_t>(candidate - vertical.begin()));
      }
    }
  }
  std::map<std::size_t, RuleGroup> by_root;
  for (std::size_t i = 0; i < horizontal.size(); ++i) {
    by_root[sets.find(i)].horizontal.push_back(horizontal[i]);
  }
  for (std::size_t i = 0; i < vertical.size(); ++i) {
    by_root[sets.find(horizontal.size() + i)].vertical.push_back(vertical[i]);
  }
  std::vector<RuleGroup> groups;
  std::vector<Rule> lone;
  for (auto& [root, group] : by_root) {
    if (group.horizontal.size() >= 2 && group.vertical.size() >= 2) {
      groups.push_back(std::move(group));
    } else if (group.horizontal.empty()) {
      lone.push_back(group.vertical.front());
    }
  }
  join_sides(lone, groups);
  return groups;
}

}  // namespace jiheng::document
