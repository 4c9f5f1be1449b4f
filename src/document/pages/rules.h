#pragma once

#include <vector>

#include "document/pages/page.h"

namespace jiheng::document {

/// Rules nearer than this are one: double lines, and a line drawn once a cell.
inline constexpr Length kSameRule = 120;
/// Rules that end this near each other meet.
inline constexpr Length kMeeting = 200;

/// Rules of one direction, snapped and joined: pieces in one line whose gaps are small become one.
/// Sorted by place, then by start.
[[nodiscard]] std::vector<Rule> tidy(std::vector<Rule> rules);

/// Rules that hang together by crossing or touching: what one table is drawn with.
struct RuleGroup {
  std::vector<Rule> horizontal{};
  std::vector<Rule> vertical{};
};

/// Groups of tidied rules, each with at least two of both directions. A vertical rule that meets no
/// other belongs to the one table that is as high.
[[nodiscard]] std::vector<RuleGroup> groups_of(const std::vector<Rule>& horizontal,
                                               const std::vector<Rule>& vertical);

}  // namespace jiheng::document
