#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "domain/measure.h"

namespace jiheng {

/// One entry of packs/measures: the spellings of one measure.
struct MeasureEntry {
  std::string canonical;
  MeasureKind kind{};
  std::string base;
  Decimal scale{Decimal::whole(1)};
  std::vector<std::string> aliases{};
};

/// 计量单位 understood: spellings → canonical measure, with 万/亿/千/百 before a count or money,
/// composites with "/" or "每" (元/平方米, 元每人每月), and several-in-one (套/台).
class MeasureDictionary {
 public:
  /// `grades` maps spellings to canonical grades.
  MeasureDictionary(std::vector<MeasureEntry> entries,
                    const std::vector<std::pair<std::string, std::string>>& grades);

  /// What a filed measure cell means; kind unknown when the dictionary does not know it, and
  /// `several` when it names more than one counted thing. "" gives an empty unknown measure.
  [[nodiscard]] Measure understand(std::string_view spelling) const;

  /// The longest known measure that `text` starts with, in bytes; 0 when none does.
  [[nodiscard]] std::size_t prefix_length(std::string_view text) const;

  /// The canonical grade when the folded text is one of the closed list (健全, 全覆盖, …).
  [[nodiscard]] std::optional<std::string> grade(std::string_view text) const;

 private:
  /// Lets a map of strings be asked with a view.
  struct Hash {
    using is_transparent = void;

    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };

  template <typename Value>
  using Words = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

  [[nodiscard]] const MeasureEntry* find(std::string_view spelling) const;
  /// The measure of a spelling without "/" and brackets: an entry, or 万, 亿 … before one.
  [[nodiscard]] std::optional<Measure> simple(std::string_view spelling) const;
  [[nodiscard]] std::optional<Measure> per(std::string_view spelling) const;
  [[nodiscard]] bool names_several(std::string_view spelling) const;

  std::vector<MeasureEntry> entries_;
  Words<std::size_t> by_spelling_;
  Words<std::string> grades_;
  std::size_t longest_{};
};

}  // namespace jiheng
