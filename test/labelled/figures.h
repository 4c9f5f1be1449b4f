#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/finding.h"
#include "labels.h"

namespace jiheng::labelled {

/// Which labels are looked at: those the rules may be tuned on, those kept back, or both.
enum class Part : std::uint8_t { tuned, apart, all };

[[nodiscard]] std::string_view word(Part part);
[[nodiscard]] std::optional<Part> part_from_word(std::string_view word);

/// How the findings of one rule meet its labels.
///
/// Units   rows, or projects for a rule that speaks of projects; a row or project counts once,
///         however many findings it has. `arguable` ones are in no other figure.
struct Count {
  std::size_t labelled{};
  std::size_t found{};
  std::size_t hits{};
  std::size_t arguable{};

  void add(const Count& other);
  friend bool operator==(const Count&, const Count&) = default;
};

/// Units   thousandths, rounded half up; nothing when nothing was found, or nothing labelled.
[[nodiscard]] std::optional<std::int64_t> precision(const Count& count);
[[nodiscard]] std::optional<std::int64_t> recall(const Count& count);

struct RuleCount {
  std::string rule;
  bool built{};  // the program has the rule; else it is in no total
  Count count{};
};

/// A label without its finding, or a finding without its label.
struct Difference {
  std::string document;
  std::string place;
  std::string rule;
  bool missing{};  // the finding is missing; else it is too many
};

struct Figures {
  std::vector<RuleCount> rules{};  // built ones in catalogue order, then the others by name
  Count total{};
  std::vector<Difference> differences{};  // by document, then rule
};

/// The findings of one document beside its labels.
struct Reviewed {
  const Labels& labels;
  std::vector<std::string> places{};  // of the rows, as data files write them
  std::vector<Finding> findings{};
};

/// Errors  conflict `labelled.rows_differ` when the rows read are not the rows labelled (where: the
///         document and the first row that differs): numbers would point at other rows.
[[nodiscard]] Result<Figures> compare(const std::vector<Reviewed>& documents, Part part);

/// Reads each labelled document in `data` (or its folder "workbooks") and reviews it by the default
/// pack, as `jiheng review` does.
/// Errors  those of reading and of `compare`.
[[nodiscard]] Result<Figures> figures_of(const std::vector<Labels>& all,
                                         const std::filesystem::path& data, Part part);

/// A table for people, or "rule,built,labelled,found,hits,precision,recall,arguable" lines for
/// programs with precision and recall in thousandths; the total is the line of rule "total".
[[nodiscard]] std::string as_table(const Figures& figures);
[[nodiscard]] std::string as_csv(const Figures& figures);

}  // namespace jiheng::labelled
