#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
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
  MeasureDictionary(std::vector<MeasureEntry> entries, std::vector<std::string> grades);

  /// What a filed measure cell means; kind unknown when the dictionary does not know it, and
  /// `several` when it names more than one counted thing. "" gives an empty unknown measure.
  [[nodiscard]] Measure understand(std::string_view spelling) const;

  /// The longest known measure that `text` starts with, in bytes; 0 when none does.
  [[nodiscard]] std::size_t prefix_length(std::string_view text) const;

  /// The canonical grade when the folded text is one of the closed list (健全, 全覆盖, …).
  [[nodiscard]] std::optional<std::string> grade(std::string_view text) const;

 private:
  [[nodiscard]] const MeasureEntry* find(std::string_view spelling) const;

  std::vector<MeasureEntry> entries_;
  std::unordered_map<std::string, std::size_t> by_spelling_;
  std::unordered_map<std::string, std::string> grades_;
  std::size_t longest_{};
};

}  // namespace jiheng
