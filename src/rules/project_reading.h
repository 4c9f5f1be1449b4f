#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/cell_number.h"
#include "rules/rule.h"

namespace jiheng::rules {

/// How many of the project's rows stand in a category of this role.
[[nodiscard]] std::size_t count_of(const ProjectView& project, CategoryRole role);

/// True when the form is about a project: a department's own goals have none.
[[nodiscard]] bool is_project(const ProjectView& project);

/// What forms say of this project, in document order.
[[nodiscard]] std::vector<const Goal*> goals_of(const ProjectView& project);
[[nodiscard]] std::vector<const Funding*> funding_of(const ProjectView& project);
[[nodiscard]] const ProjectRecord* record_of(const ProjectView& project);

/// The amount of the project's budget in 元: that of the first funding under a label of the list
/// `labels`, and where a form names years, of the budget year. Nothing when no form says it.
[[nodiscard]] std::optional<Decimal> budget_of(const ProjectView& project,
                                               const Parameters& parameters,
                                               std::string_view labels);

/// A defect of the project as a whole.
[[nodiscard]] Defect of_project(std::vector<std::string> args, std::string variant = {});

/// True when two numbers are further apart than `tolerance`, or cannot be compared.
[[nodiscard]] bool differ(const Decimal& one, const Decimal& other, const Decimal& tolerance);

}  // namespace jiheng::rules
