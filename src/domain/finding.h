#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/column.h"
#include "domain/indicator.h"
#include "domain/waiver.h"

namespace jiheng {

enum class Severity : std::uint8_t { error, warning, hint };

[[nodiscard]] std::string_view word(Severity severity);
[[nodiscard]] std::optional<Severity> severity_from_word(std::string_view word);

/// One cell's new value. `after` is folded text; a comparator by its symbol (">=").
struct Change {
  Field field{};
  std::string after;

  friend bool operator==(const Change&, const Change&) = default;
};

/// 审核意见: one defect of one row or project. Data, not an Error.
///
/// Shape   `row` is the index into the reviewed rows; of a defect of a project the first of its
///         rows, and `column` is then `project`. `place` only where it stands elsewhere than its
///         row: what a form states of money or total. `suggestion` is a ready-to-apply change of
///         that row, or empty: never advice in general.
struct Finding {
  std::string rule;
  Severity severity{};
  std::size_t row{};
  Column column{};
  Text message;
  std::optional<Place> place{};
  std::string clause{};
  bool clause_verified{};
  std::vector<Change> suggestion{};
  std::optional<Waiver> waiver{};  // the one it is set aside by

  friend bool operator==(const Finding&, const Finding&) = default;
};

/// True when the finding is about the whole project.
[[nodiscard]] bool is_of_project(const Finding& finding);

/// Where it stands; `row` is the one it is about.
[[nodiscard]] const Place& place_of(const Finding& finding, const Indicator& row);

/// "target ＝ 100", "measure %", "move to 产出指标/数量指标": the suggestion column of data files.
[[nodiscard]] std::string describe(const std::vector<Change>& suggestion);

}  // namespace jiheng
