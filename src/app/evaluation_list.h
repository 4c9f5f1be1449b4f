#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "base/decimal.h"

namespace jiheng::app {

enum class EvaluationSort : std::uint8_t { document, name, agency, total, missing };

/// Which projects of a year. `missing` asks for those that are whole, or are not; `grade` for those
/// of a grade.
struct EvaluationFilter {
  int year{};
  std::optional<std::int64_t> agency{};
  std::string query{};
  std::optional<bool> missing{};
  std::string grade{};
  std::string profile{};
};

/// A project's self-evaluation in a list.
///
/// Shape   `total` nothing while nothing has a score, a part of one while `unscored` rows, the
///         execution among them, have none; `values` how many rows have an actual value.
struct EvaluationSummary {
  std::int64_t id{};
  std::int64_t agency_id{};
  std::string agency;
  std::string project;
  std::size_t rows{};
  std::size_t values{};
  std::size_t missing{};
  Decimal possible{};
  std::optional<Decimal> total{};
  std::size_t unscored{};
  std::string grade{};
};

/// Shape   `total` of the list; not exact beyond `store::kCountedRows` where only the page was
///         scored.
struct EvaluationPage {
  std::vector<EvaluationSummary> items{};
  std::string next{};
  std::int64_t total{};
  bool total_is_exact{true};
  std::string profile{};  // its title
};

/// How many self-evaluations have a grade; "" for those without.
struct GradeCount {
  std::string grade;
  std::int64_t count{};
};

/// Shape   `whole` counts those of which nothing is missing; `grades` from the profile's best on,
///         those without one last, none that has nothing.
struct EvaluationCounts {
  std::int64_t total{};
  std::int64_t whole{};
  std::vector<GradeCount> grades{};
};

struct EvaluationStretch {
  EvaluationSort sort{};
  bool descending{};
  std::string cursor{};
  std::size_t limit{50};
};

/// The self-evaluations of a year. Those on the page are scored; all of them where what is asked
/// for is a matter of scores: sorted by totals or what is missing, or filtered by that or by grade.
/// Errors  invalid_input `store.bad_cursor`; not_found `packs.no_scoring_profile`.
[[nodiscard]] Result<EvaluationPage> list_evaluations(const Workspace& workspace,
                                                      const EvaluationFilter& filter,
                                                      const EvaluationStretch& stretch);

/// Scores every self-evaluation of the filter, and counts.
/// Errors  not_found `packs.no_scoring_profile`.
[[nodiscard]] Result<EvaluationCounts> count_evaluations(const Workspace& workspace,
                                                         const EvaluationFilter& filter);

/// The list as a CSV file.
[[nodiscard]] Result<std::string> evaluations_csv(const Workspace& workspace,
                                                  const EvaluationFilter& filter,
                                                  const EvaluationStretch& stretch,
                                                  packs::Language language);

}  // namespace jiheng::app
