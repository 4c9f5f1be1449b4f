#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/comparator.h"
#include "domain/frame.h"
#include "domain/measure.h"
#include "domain/vocabulary.h"
#include "packs/indicators.h"

namespace jiheng {

/// Which way an indicator is good.
enum class Direction : std::uint8_t {
  more,   // the more the better
  less,   // the less the better
  exact,  // as planned, no more and no less
  words,  // no number: a date or a state
};

/// How an actual value becomes points.
enum class ScoringMethod : std::uint8_t {
  proportion,    // by the part of the target that was reached
  satisfaction,  // by the result of a survey
  direct,        // reached or not
  grade,         // by the grade of what was reached
};

[[nodiscard]] std::string_view word(Direction direction);
[[nodiscard]] std::optional<Direction> direction_from_word(std::string_view word);
[[nodiscard]] std::string_view word(ScoringMethod method);
[[nodiscard]] std::optional<ScoringMethod> scoring_method_from_word(std::string_view word);

/// A target as the library suggests it: "≥ 95 %" is at_least and "95 %".
struct LibraryTarget {
  Comparator comparator{};
  std::string text;

  friend bool operator==(const LibraryTarget&, const LibraryTarget&) = default;
};

/// "≥ 95 %": sign, blank, text.
[[nodiscard]] std::string to_string(const LibraryTarget& target);
/// The inverse of `to_string`.
[[nodiscard]] std::optional<LibraryTarget> library_target(std::string_view text);

/// Whom an entry is for. 共性指标, 行业指标, 单位指标.
enum class LibraryLayer : std::uint8_t { common, sector, agency };

[[nodiscard]] std::string_view word(LibraryLayer layer);
[[nodiscard]] std::optional<LibraryLayer> library_layer_from_word(std::string_view word);

/// 指标库 entry: an indicator a project may choose instead of making up its own.
///
/// Shape   `aliases` are other names of the same thing; `measured` is empty when the direction is
///         `words`; `bounded`: no value over 100 % makes sense; `common`: fits every sector (共性),
///         so that many projects having it says nothing; `source` is one of 数据来源, `method` one
///         of 取值方式, in the words of the regulation; `agency` the one whose own indicator it is,
///         "" for everybody's; `retired`: no longer offered, kept for what it was matched with;
///         `learned` are names that persons confirmed to mean it.
/// Source  财预〔2021〕101号, 取值指引.
struct LibraryIndicator {  // NOLINT(clang-analyzer-optin.performance.Padding): as one reads
  std::string code;
  std::string name;
  std::vector<std::string> aliases{};
  std::string sector{};
  CategoryRole role{};
  Measure measured{};
  Direction direction{};
  bool bounded{};
  bool common{};
  std::string meaning{};
  std::string formula{};
  std::string source{};
  std::string evidence{};
  std::string method{};
  ScoringMethod scoring{};
  std::vector<LibraryTarget> targets{};
  std::string agency{};
  bool retired{};
  std::vector<std::string> learned{};

  friend bool operator==(const LibraryIndicator&, const LibraryIndicator&) = default;
};

[[nodiscard]] LibraryLayer layer_of(const LibraryIndicator& indicator);

/// The words a data source and a method may be.
/// Source  财预〔2021〕101号
[[nodiscard]] std::span<const std::string_view> library_sources();
[[nodiscard]] std::span<const std::string_view> library_methods();

/// One indicator. `source` and `method` may be empty: an office may not have said yet.
/// Errors  those of `make_library_indicators`.
[[nodiscard]] Result<LibraryIndicator> make_library_indicator(
    const packs::LibraryIndicatorData& data, const Vocabulary& vocabulary);

/// Whether it is one of a pack, which has everything.
/// Errors  those of `make_library_indicators`.
[[nodiscard]] Result<void> check_library_indicator(const packs::LibraryIndicatorData& data,
                                                   const Vocabulary& vocabulary);

/// The indicators of the packs, in their order.
/// Errors  invalid_input with "file:line" as where: `packs.unknown_role`, `packs.unknown_word`
///         (args: key, value), `packs.unknown_measure` (also where a measure is missing, or stands
///         with an indicator in words).
[[nodiscard]] Result<std::vector<LibraryIndicator>> make_library_indicators(
    const std::vector<packs::LibraryIndicatorData>& data, const Vocabulary& vocabulary);

}  // namespace jiheng
