#pragma once

#include <cstddef>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"

namespace jiheng::labelled {

/// What an independent reader said of one row or one project.
///
/// Shape   `rules` are the findings the reader expects; `arguable` those two readers may differ
///         on, which count neither way; `apart` says that the label is kept back: no rule was
///         tuned on it.
struct Label {
  std::string place{};  // of the row; empty in projects of documents that name them
  std::set<std::string> rules{};
  std::set<std::string> arguable{};
  bool apart{};
};

/// Units   `first` is the number of the project's first row, from 1.
struct ProjectLabel {
  std::size_t first{};
  Label label{};
};

/// One file of test/labelled: every row the program extracts from the document, in its order.
struct Labels {
  std::string document;
  std::vector<Label> rows{};
  std::vector<ProjectLabel> projects{};
};

/// All label files of a folder, by name. floors.toml is none.
/// Errors  invalid_input `labelled.numbers` when rows are not numbered 1, 2, 3 …, or projects do
///         not follow each other; those of the TOML reader; where: "file:line".
[[nodiscard]] Result<std::vector<Labels>> read_labels(const std::filesystem::path& folder);

/// The rules that speak of a project: those some project is labelled with.
[[nodiscard]] std::set<std::string> project_rules(const std::vector<Labels>& all);

}  // namespace jiheng::labelled
