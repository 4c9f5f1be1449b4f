#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "domain/score.h"

namespace jiheng::app {

/// An indicator somebody asks about.
///
/// Shape   cells as a form holds them, unfolded; `role` says of what kind the indicator is
///         (quantity, cost, satisfaction …), "" for quantity; `score` is a person's, "" for none.
struct ExampleCells {
  std::string role{};
  std::string comparator{};
  std::string target{};
  std::string measure{};
  std::string actual{};
  std::string points{"10"};
  std::string score{};
};

/// What a profile makes of an example, computed as every score is.
///
/// Shape   `section` is the part of the profile it shows, "" for one that was asked; `variant` is
///         "" for what the profile says, else `ratio` or `linear`: what the other form would give.
///         `row.actual` is the actual value as it was read.
struct ProfileExample {
  std::string section{};
  std::string variant{};
  Indicator row{};
  Score score{};
};

/// Execution of the budget, or of the total and its grade: what comes of numbers alone.
struct MoneyExample {
  std::string section{};
  Execution execution{};
  Score score{};
};

struct TotalExample {
  Decimal total{};
  std::optional<Decimal> execution_rate{};  // percent, where a cap is shown
  ProjectScore score{};
};

struct ProfileExamples {
  std::vector<ProfileExample> rows{};
  std::vector<MoneyExample> money{};
  std::vector<TotalExample> totals{};
};

/// The examples that show each part of a profile: its forms, bands, levels, deadlines, caps and
/// grades, on both sides of every limit.
/// Errors  invalid_input `packs.unknown_condition`.
[[nodiscard]] Result<ProfileExamples> profile_examples(const Workspace& workspace,
                                                       const packs::ScoringProfile& profile);

/// One example of the caller's own.
/// Errors  invalid_input `profile.bad_role` with "role" as where.
[[nodiscard]] Result<ProfileExample> asked_example(const Workspace& workspace,
                                                   const packs::ScoringProfile& profile,
                                                   const ExampleCells& cells);

}  // namespace jiheng::app
