#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "app/library_matching.h"
#include "app/office_library.h"
#include "similarity/library_matcher.h"

namespace jiheng::app {

/// The names of a year, grouped, beside the library they are matched with. Candidates cost most, so
/// they are put to the names that are asked for.
class MatchingYear {
 public:
  /// Errors  those of `office_library`.
  [[nodiscard]] static Result<MatchingYear> load(const Workspace& workspace, int year);

  [[nodiscard]] const OfficeLibrary& library() const {
    return library_;
  }

  /// The number of a name, nothing where no row of the year bears it.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
  /// One name, without candidates.
  [[nodiscard]] MatchedName named(std::size_t number) const;
  /// All names in document order, without candidates.
  [[nodiscard]] std::vector<MatchedName> all() const;

  /// `indicators` are the library's, and outlive the matcher.
  [[nodiscard]] similarity::LibraryMatcher matcher(
      const std::vector<LibraryIndicator>& indicators) const;
  void put_candidates(MatchedName& name, const similarity::LibraryMatcher& matcher) const;

 private:
  class Said;

  MatchingYear(const Vocabulary& vocabulary, OfficeLibrary library,
               std::vector<store::MatchableRow> rows);

  [[nodiscard]] MatchedName filled(std::size_t number, const Said& said) const;
  void add(std::vector<MatchCandidate>& candidates, LibraryMatch match) const;

  const Vocabulary* vocabulary_;
  OfficeLibrary library_;
  std::vector<store::MatchableRow> rows_;
  std::vector<std::pair<std::string, std::vector<std::size_t>>> groups_{};  // key → rows_
  std::unordered_map<std::string, std::size_t> by_key_{};                   // → groups_
};

}  // namespace jiheng::app
