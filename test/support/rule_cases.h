#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/vocabulary.h"
#include "rules/rule.h"

namespace jiheng::test {

/// One row of a case, as filed.
struct CaseRow {
  std::string agency{};
  std::string project{};
  std::string level1{};
  std::string level2{};
  std::string name{};
  std::string comparator{};
  std::string target{};
  std::string measure{};
  std::string points{};
  std::string actual{};
  std::string score{};
  std::string reason{};
  std::string explanation{};
  std::string standard{};
};

/// A row of an earlier year, as filed.
struct PastCase {
  int year{};
  CaseRow row{};
};

/// One case of test/cases/<rule>.toml.
///
/// Shape   a case of a row rule is its row; a case of a project rule has `rows` as arrays of cells
///         in the order of CaseRow from level1 on, `[[hit.project]]` for several projects, and what
///         the form says beside them (agency, project, kind, period, goal, funding, year,
///         execution, filed_total);
///         `past` has rows of earlier years: year, name, comparator, target, measure, actual;
///         `approved` those of the approved version: name, comparator, target, measure and, where
///         it matters, level 2; they are of the case's project unless `approved_project` names
///         another. `secrecy` is what stands beside 是否涉密, `disclosed` says that the document is
///         public. `findings` is how often the rule must speak, 0 in a near miss; `suggestion` as
///         `describe` writes it, `clause` the one cited where it is not the pack's. `why` tells a
///         reader of the rule's page what to look at, in Chinese and English.
struct RuleCase {
  std::string rule;
  std::size_t findings{};
  std::vector<CaseRow> rows{};
  std::vector<PastCase> past{};
  std::vector<CaseRow> approved{};
  ReviewFacts facts{};
  std::string suggestion{};
  std::string clause{};
  std::pair<std::string, std::string> why{};

  [[nodiscard]] bool hit() const {
    return findings > 0;
  }
};

/// The cases of a rule in file order, hits first; none when it has no file. A file that cannot be
/// read gives one case without rows, which no test passes.
[[nodiscard]] std::vector<RuleCase> cases_of(const std::string& repository, std::string_view rule);

}  // namespace jiheng::test
