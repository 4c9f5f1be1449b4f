#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/indicator.h"

namespace jiheng {

/// What a category is about, whatever a frame calls it; rules speak in these.
enum class CategoryRole : std::uint8_t {
  cost,
  quantity,
  quality,
  timeliness,
  economic_benefit,
  social_benefit,
  ecological_benefit,
  sustained_benefit,
  satisfaction,
  other,
};

/// A level-2 kind under its level-1 kind: 产出指标 / 数量指标.
struct Category {
  std::string level1;
  std::string level2;
  CategoryRole role{};
  std::vector<std::string> aliases{};  // other spellings of level 2: 数量, 产出数量

  friend bool operator==(const Category&, const Category&) = default;
};

/// 指标体系版本: the versioned tree of categories. Data (packs/frames/), not code.
struct Frame {
  std::string id;  // "national-88"
  std::string title;
  std::string source;  // the regulation
  bool verified{};
  std::vector<std::string> level1{};
  std::vector<Category> categories{};
};

/// All frames the packs hold.
class Frames {
 public:
  explicit Frames(std::vector<Frame> frames);

  [[nodiscard]] const std::vector<Frame>& all() const {
    return frames_;
  }

  /// True when any frame has this level-1 word (folded; with or without 指标).
  [[nodiscard]] bool is_level1(std::string_view word) const;
  [[nodiscard]] bool is_level2(std::string_view word) const;
  /// The role of a row's category in whichever frame knows the pair; level 1 may be empty.
  [[nodiscard]] CategoryRole role(std::string_view level1, std::string_view level2) const;
  /// The frame that knows the most of the rows' kinds; among equals the one that spells most of
  /// them as the rows do. nullptr when none knows any, or the rows do not tell two frames apart.
  [[nodiscard]] const Frame* fitting(std::span<const Indicator> rows) const;
  /// The frame with this id, nullptr where there is none.
  [[nodiscard]] const Frame* named(std::string_view id) const;
  /// The first category of any frame that has this level-2 word.
  [[nodiscard]] std::optional<Category> category(std::string_view level2) const;
  /// How a role is written beside rows that spell level 2 like `like` (with or without 指标).
  [[nodiscard]] std::optional<Category> category(CategoryRole role) const;

 private:
  std::vector<Frame> frames_;
};

/// The frame's category of a row, nullptr where the frame has no such kind there. 产出 and 产出指标
/// are one word.
[[nodiscard]] const Category* category_in(const Frame& frame, std::string_view level1,
                                          std::string_view level2);

/// Where a row's kind belongs in another frame: as that spells it where it has the kind, else its
/// first kind of the same role (成本 under 产出 in 88号 is 成本指标 in 101号); nullptr where it has
/// none (可持续影响 in 101号).
[[nodiscard]] const Category* mapped_to(const Frame& frame, const Frames& frames,
                                        std::string_view level1, std::string_view level2);

[[nodiscard]] std::string_view word(CategoryRole role);
[[nodiscard]] std::optional<CategoryRole> category_role_from_word(std::string_view word);

}  // namespace jiheng
