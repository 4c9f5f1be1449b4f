#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/finding.h"
#include "domain/indicator.h"

namespace jiheng {

/// A row of the approved version (批复) of a project's targets.
///
/// Shape   texts folded, as those of `Indicator`.
struct ApprovedRow {
  std::string agency;
  std::string project;
  std::string level2;
  std::string name;
  std::optional<Comparator> comparator{};
  std::string target{};
  std::string measure{};
  TypedTarget typed{};
  Measure measured{};

  friend bool operator==(const ApprovedRow&, const ApprovedRow&) = default;
};

[[nodiscard]] std::vector<ApprovedRow> approved_rows(std::span<const Indicator> rows);

/// Comparator, target and measure as a person reads them: "≥ 95 %", "定性 健全".
[[nodiscard]] std::string value_text(const ApprovedRow& row);
[[nodiscard]] std::string value_text(const Indicator& row);

/// The cell by which a row says something else than was approved: its target, else its comparator,
/// else its measure; nothing where both mean the same. Spellings, measures of one base (0.95 of
/// 比例 is 95 %, 10000 元 is 1 万元) and what one of the two leaves out make no difference; a
/// target that is blank where one was approved does.
[[nodiscard]] std::optional<Field> difference(const Indicator& row, const ApprovedRow& approved);

/// Makes of the row's comparator, target and measure those that were approved.
[[nodiscard]] std::vector<Change> changes_to(const ApprovedRow& approved, const Indicator& row);

}  // namespace jiheng
