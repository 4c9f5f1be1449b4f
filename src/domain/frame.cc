#include "domain/frame.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace jiheng {
namespace {

constexpr std::array<std::pair<CategoryRole, std::string_view>, 10> kWords{{
    {CategoryRole::cost, "cost"},
    {CategoryRole::quantity, "quantity"},
    {CategoryRole::quality, "quality"},
    {CategoryRole::timeliness, "timeliness"},
    {CategoryRole::economic_benefit, "economic_benefit"},
    {CategoryRole::social_benefit, "social_benefit"},
    {CategoryRole::ecological_benefit, "ecological_benefit"},
    {CategoryRole::sustained_benefit, "sustained_benefit"},
    {CategoryRole::satisfaction, "satisfaction"},
    {CategoryRole::other, "other"},
}};

/// 产出 and 产出指标 are one word.
std::string_view bare(std::string_view word) {
  constexpr std::string_view kEnding = "指标";
  if (word.size() > kEnding.size() && word.ends_with(kEnding)) {
    word.remove_suffix(kEnding.size());
  }
  return word;
}

bool is_level2_of(const Category& category, std::string_view word) {
  return bare(category.level2) == bare(word) ||
         std::ranges::any_of(category.aliases,
                             [&](const auto& alias) { return bare(alias) == bare(word); });
}

}  // namespace

Frames::Frames(std::vector<Frame> frames) : frames_(std::move(frames)) {}

bool Frames::is_level1(std::string_view word) const {
  return std::ranges::any_of(frames_, [&](const Frame& frame) {
    return std::ranges::any_of(frame.level1,
                               [&](const auto& level1) { return bare(level1) == bare(word); });
  });
}

bool Frames::is_level2(std::string_view word) const {
  return std::ranges::any_of(frames_, [&](const Frame& frame) {
    return std::ranges::any_of(frame.categories,
                               [&](const auto& category) { return is_level2_of(category, word); });
  });
}

CategoryRole Frames::role(std::string_view level1, std::string_view level2) const {
  auto found = CategoryRole::other;
  for (const auto& frame : frames_) {
    for (const auto& category : frame.categories) {
      if (!is_level2_of(category, level2)) {
        continue;
      }
      if (bare(category.level1) == bare(level1)) {
        return category.role;
      }
      if (level1.empty() && found == CategoryRole::other) {
        found = category.role;
      }
    }
  }
  return found;
}

const Frame* Frames::fitting(std::span<const Indicator> rows) const {
  // A table has a dozen kinds over many rows.
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> kinds;
  for (const auto& row : rows) {
    ++kinds[{row.level1, row.level2}];
  }
  const Frame* best = nullptr;
  bool alone = true;
  std::pair<std::size_t, std::size_t> most{0, 0};
  for (const auto& frame : frames_) {
    std::pair<std::size_t, std::size_t> known{0, 0};
    for (const auto& [kind, count] : kinds) {
      if (const auto* category = category_in(frame, kind.first, kind.second)) {
        known.first += count;
        known.second += category->level2 == kind.second ? count : 0;
      }
    }
    alone = known > most || (alone && known < most);
    if (known > most) {
      best = &frame;
      most = known;
    }
  }
  return alone ? best : nullptr;
}

const Category* category_in(const Frame& frame, std::string_view level1, std::string_view level2) {
  const auto found = std::ranges::find_if(frame.categories, [&](const Category& category) {
    return bare(category.level1) == bare(level1) && is_level2_of(category, level2);
  });
  return found == frame.categories.end() ? nullptr : &*found;
}

const Category* mapped_to(const Frame& frame, const Frames& frames, std::string_view level1,
                          std::string_view level2) {
  if (const auto* own = category_in(frame, level1, level2)) {
    return own;
  }
  auto role = frames.role(level1, level2);
  if (role == CategoryRole::other) {
    role = frames.role({}, level2);
  }
  const auto same = std::ranges::find(frame.categories, role, &Category::role);
  const bool known = role != CategoryRole::other && same != frame.categories.end();
  return known ? &*same : nullptr;
}

const Frame* Frames::named(std::string_view id) const {
  const auto found = std::ranges::find(frames_, id, &Frame::id);
  return found == frames_.end() ? nullptr : &*found;
}

std::optional<Category> Frames::category(std::string_view level2) const {
  for (const auto& frame : frames_) {
    const auto found = std::ranges::find_if(
        frame.categories, [&](const auto& category) { return is_level2_of(category, level2); });
    if (found != frame.categories.end()) {
      return *found;
    }
  }
  return std::nullopt;
}

std::optional<Category> Frames::category(CategoryRole role) const {
  for (const auto& frame : frames_) {
    const auto found = std::ranges::find(frame.categories, role, &Category::role);
    if (found != frame.categories.end()) {
      return *found;
    }
  }
  return std::nullopt;
}

std::string_view word(CategoryRole role) {
  for (const auto& [known, word] : kWords) {
    if (known == role) {
      return word;
    }
  }
  return "";
}

std::optional<CategoryRole> category_role_from_word(std::string_view word) {
  for (const auto& [role, known] : kWords) {
    if (known == word) {
      return role;
    }
  }
  return std::nullopt;
}

}  // namespace jiheng
