#pragma once

#include <optional>

#include "rules/project_reading.h"

namespace jiheng::rules {

/// What the project's scores come to, one for each of its rows in their order; nullptr where they
/// are not known.
[[nodiscard]] const ProjectScore* scores_of(const ProjectView& project);

/// What the form says of the project's money; nullptr where it says nothing.
[[nodiscard]] const Execution* execution_of(const ProjectView& project);

/// The total the form states; nullptr where it states none.
[[nodiscard]] const FiledTotal* total_of(const ProjectView& project);

/// Says that the defect stands where the form states something of the project; a place nobody knows
/// is the project's first row.
[[nodiscard]] Defect stated_at(const Place& place, Defect defect);

/// The sum of a column of the project's rows; nothing when some row has no number there.
[[nodiscard]] std::optional<Decimal> sum_of(const ProjectView& project,
                                            std::string Indicator::*column);

/// part ÷ whole in percent, to two places; nothing when the whole is 0 or less.
[[nodiscard]] std::optional<Decimal> percent_of(const Decimal& part, const Decimal& whole);

}  // namespace jiheng::rules
