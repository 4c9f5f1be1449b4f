#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/finding.h"
#include "domain/review_facts.h"
#include "domain/vocabulary.h"
#include "packs/library.h"
#include "rules/word_list.h"

namespace jiheng::rules {

/// The question a reviewer asks (88号; plus 可衡量性 and 合规性).
enum class Aspect {
  completeness,
  relevance,
  appropriateness,
  feasibility,
  measurability,
  compliance
};

[[nodiscard]] std::string_view word(Aspect aspect);

/// One indicator with what a rule may know about it; nothing else may be looked at.
///
/// Shape   `frame` is the one the rows of the document are written in, nullptr where none fits.
struct Row {
  const Indicator& indicator;
  CategoryRole role{};  // by level 2 alone where no frame knows the pair
  const Vocabulary& vocabulary;
  const ReviewFacts& facts;
  const Frame* frame{};
};

/// The rows of one project in document order, and what is known around them.
///
/// Shape   a department's own goals have no project: `project` is "".
struct ProjectView {
  std::string_view agency;
  std::string_view project;
  std::span<const Row> rows;
  const Vocabulary& vocabulary;
  const ReviewFacts& facts;
};

/// What a pack set for this rule: limits and word lists, prepared once per review.
class Parameters {
 public:
  explicit Parameters(const packs::RuleSettings& settings);

  /// The words of a list, empty when the pack has none of that name.
  [[nodiscard]] std::span<const std::string> words(std::string_view name) const;
  [[nodiscard]] std::optional<Decimal> number(std::string_view name) const;
  /// The longest listed word `text` ends with, or "".
  [[nodiscard]] std::string_view ending(std::string_view list, std::string_view text) const;
  /// The longest listed word `text` begins with, or "".
  [[nodiscard]] std::string_view beginning(std::string_view list, std::string_view text) const;
  /// The first listed word that stands in `text` (a view of it), or "".
  [[nodiscard]] std::string_view containing(std::string_view list, std::string_view text) const;
  /// True when `text` is a listed word.
  [[nodiscard]] bool has(std::string_view list, std::string_view text) const;

 private:
  [[nodiscard]] const WordList& list(std::string_view name) const;

  std::vector<std::pair<std::string, WordList>> lists_;
  std::map<std::string, Decimal, std::less<>> numbers_;
};

/// What a rule says; the runner adds id, severity, row and clause.
///
/// Shape   `args` fill the message `rule.<id>.message` of the text catalogue; `variant` picks
///         `rule.<id>.message.<variant>` where one sentence does not fit all cases. `row` counts in
///         the rows of the view; a row rule has one. Of a whole project `column` is `project`.
///         `place` where it stands elsewhere than its row.
struct Defect {
  Column column{};
  std::vector<std::string> args{};
  std::vector<Change> suggestion{};
  std::string variant{};
  std::size_t row{};
  std::optional<Place> place{};
  /// What is violated is the frame itself: its source is the clause then, not the pack's.
  const Frame* cites{};
};

/// Collects a rule's defects.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void report(Defect defect) = 0;
};

/// A rule is a constant: an identity and one pure function, over a row, over the rows of a project
/// or over all projects of the rows. It reads no clock, file or database.
struct Rule {
  std::string_view id;  // the file's name
  int number;           // in the catalogue
  Severity severity;
  Aspect aspect;
  void (*check)(const Row& row, const Parameters& parameters, Sink& sink){};
  void (*check_project)(const ProjectView& project, const Parameters& parameters, Sink& sink){};
  /// `Defect::row` counts through the rows of all projects, one after the other.
  void (*check_all)(std::span<const ProjectView> projects, const Parameters& parameters,
                    Sink& sink){};
  /// When one of these fires on a row, this rule stays silent there.
  std::span<const std::string_view> silenced_by{};
};

/// Every rule, in catalogue order.
[[nodiscard]] std::span<const Rule* const> catalogue();
[[nodiscard]] const Rule* find_rule(std::string_view id);

/// Runs the pack's rules over every row and project. Findings come in row order, those of the
/// project before those of its first row, then in catalogue order. A rule the pack does not mention
/// runs with its own severity and no parameters.
[[nodiscard]] std::vector<Finding> review(std::span<const Indicator> rows, const ReviewFacts& facts,
                                          const packs::RulePack& pack,
                                          const Vocabulary& vocabulary);

}  // namespace jiheng::rules
