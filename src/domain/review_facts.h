#pragma once

#include <bitset>
#include <optional>
#include <string>
#include <vector>

#include "domain/approved_row.h"
#include "domain/column.h"
#include "domain/distribution.h"
#include "domain/past_row.h"
#include "domain/project.h"
#include "domain/score.h"

namespace jiheng {

/// A project as its department files it.
struct ProjectOf {
  std::string agency;
  std::string project;

  friend auto operator<=>(const ProjectOf&, const ProjectOf&) = default;
};

/// A row whose wording and value stand in other projects, too. `target` is what the row said when
/// that was found, "" where it does not matter: a row that says something else by now is no copy.
struct CopiedRow {
  ProjectOf of;
  std::string name;       // the row's
  std::size_t others{};   // how many other rows say the same
  ProjectOf elsewhere{};  // the project of one of them
  std::string target{};

  friend bool operator==(const CopiedRow&, const CopiedRow&) = default;
};

/// How what a piece of a project's only output costs lies among all projects that were looked at
/// together. `name` and `base`, that of its measure, say what is produced.
///
/// Units   元 a piece.
struct OutputCosts {
  ProjectOf of;
  std::string name;
  std::string base;
  Distribution lies{};

  friend bool operator==(const OutputCosts&, const OutputCosts&) = default;
};

/// What a self-evaluation comes to, and by which profile.
///
/// Shape   `projects` hold the scores in the order of the project's rows; `kinds` are the points of
///         the level-1 kinds, one entry for each set of kinds the profile knows.
struct ScoringFacts {
  std::vector<ProjectScore> projects{};
  std::vector<packs::KindPoints> kinds{};
};

/// What a review knows beside the rows: what stands around them in their documents and, for filed
/// rows, in the database. A rule says nothing about what is not known.
///
/// Shape   agencies and projects are written as in the rows; `columns` are those the tables have;
///         `others` are projects of the same filing whose rows are not among the reviewed ones;
///         `copies` are those the last look at a whole year found, `costs` those of that look or
///         of the project's document; `scoring` is known where the rows are a self-evaluation;
///         `executions` and `totals` are what it states of its money and its sum.
///         `frame` is the id of the one the document is written in, "" where that is told by the
///         rows alone. `past` are rows of the last years, in the order of `sort_past`. `disclosed`
///         says that the rows are, or stand in, what is shown to the public (公开). `approved` are
///         the rows of the approved version (批复), by document and in its order; empty where none
///         is known.
struct ReviewFacts {
  std::optional<int> year{};
  std::bitset<kColumnCount> columns{};
  std::vector<ProjectRecord> projects{};
  std::vector<Goal> goals{};
  std::vector<EvaluationText> evaluation_texts{};
  std::vector<Funding> funding{};
  std::vector<ProjectOf> others{};
  std::vector<CopiedRow> copies{};
  std::vector<OutputCosts> costs{};
  std::string frame{};
  std::vector<PastRow> past{};
  std::vector<Execution> executions{};
  std::vector<FiledTotal> totals{};
  std::optional<ScoringFacts> scoring{};
  bool disclosed{};
  std::vector<SecrecyMark> secrecy{};
  std::vector<ApprovedRow> approved{};

  [[nodiscard]] bool has(Column column) const {
    return columns.test(static_cast<std::size_t>(column));
  }
};

}  // namespace jiheng
