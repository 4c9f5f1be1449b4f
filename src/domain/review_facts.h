#pragma once

#include <bitset>
#include <optional>
#include <string>
#include <vector>

#include "domain/column.h"
#include "domain/project.h"

namespace jiheng {

/// A project as its department files it.
struct ProjectOf {
  std::string agency;
  std::string project;

  friend auto operator<=>(const ProjectOf&, const ProjectOf&) = default;
};

/// What a review knows beside the rows: what stands around them in their documents and, for filed
/// rows, in the database. A rule says nothing about what is not known.
///
/// Shape   agencies and projects are written as in the rows; `columns` are those the tables have;
///         `others` are projects of the same filing whose rows are not among the reviewed ones.
struct ReviewFacts {
  std::optional<int> year{};
  std::bitset<kColumnCount> columns{};
  std::vector<ProjectRecord> projects{};
  std::vector<Goal> goals{};
  std::vector<Funding> funding{};
  std::vector<ProjectOf> others{};

  [[nodiscard]] bool has(Column column) const {
    return columns.test(static_cast<std::size_t>(column));
  }
};

}  // namespace jiheng
