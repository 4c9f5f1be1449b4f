#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "domain/indicator.h"
#include "domain/library_indicator.h"
#include "domain/measure_dictionary.h"

namespace jiheng::similarity {

/// What finding near-duplicates goes by.
///
/// Units   `shortest` characters of a wording: what is shorter may be the same by chance.
struct DuplicateMeans {
  const MeasureDictionary& measures;
  std::span<const LibraryIndicator> library{};
  std::size_t shortest{4};
};

/// Rows that say the same of different projects.
///
/// Shape   `rows` are indices into the rows given, ascending; at least two, of two agencies or
///         projects or more.
struct DuplicateGroup {
  std::vector<std::size_t> rows{};

  friend bool operator==(const DuplicateGroup&, const DuplicateGroup&) = default;
};

/// Groups rows, of as many agencies and years as there are, whose wording, comparator, value and
/// measure are the same while the agency or the project is another.
///
/// Shape   groups come by their first row. Wordings are compared as `wording` makes them, numbers
///         in names aside, values exactly (90 is 90.00). A project of which only the year in its
///         name changed is the same project: going on as last year is no copy. Rows without a
///         target, and wordings of the library's common indicators, are in no group.
/// Source  rule 72, near_duplicate.
class DuplicateFinder {
 public:
  /// The measures must outlive it.
  explicit DuplicateFinder(const DuplicateMeans& means);

  /// Takes the next row; nothing of it but its wording and value is kept, so that a city's years
  /// need not be in memory at once.
  void add(const Indicator& row);

  [[nodiscard]] std::vector<DuplicateGroup> groups() &&;

 private:
  struct Said {
    DuplicateGroup group{};
    std::size_t owner{};  // of the first row
    bool several{};       // a later row has another
  };

  [[nodiscard]] std::size_t owner_of(const Indicator& row);

  const MeasureDictionary& measures_;
  std::size_t shortest_;
  std::size_t rows_{};
  std::unordered_set<std::string> common_{};                // wordings
  std::unordered_map<std::string, std::size_t> owners_{};   // agency and project → number
  std::unordered_map<std::string, std::size_t> said_by_{};  // wording and value → said_
  std::vector<Said> said_{};
};

/// The same of rows that are in memory.
[[nodiscard]] std::vector<DuplicateGroup> near_duplicates(std::span<const Indicator> rows,
                                                          const DuplicateMeans& means);

}  // namespace jiheng::similarity
