#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "domain/library_indicator.h"

namespace jiheng::app {

/// What an entry of the library has, in the order of its files.
inline constexpr std::array<std::string_view, 18> kLibraryMembers{
    "code",      "name",    "aliases", "sector",  "role",    "measure",
    "direction", "bounded", "common",  "meaning", "formula", "source",
    "evidence",  "method",  "scoring", "targets", "agency",  "retired"};

/// An entry as somebody writes it: words not yet checked.
struct LibraryDraft {
  packs::LibraryIndicatorData data{};
  bool retired{};
};

[[nodiscard]] LibraryDraft draft_of(const LibraryIndicator& indicator);

/// A member as one text: lists joined with "；", flags "true" and "false".
[[nodiscard]] std::string member_of(const LibraryDraft& draft, std::string_view member);
/// The inverse: lists are parted at "；" and ";", blanks around their items and texts go.
void set_member(LibraryDraft& draft, std::string_view member, std::string_view text);

/// The parts of a list between "；" or ";", without blanks around them and without empty ones.
[[nodiscard]] std::vector<std::string> parts_of(std::string_view text);

/// How points are given where nobody says: by survey for satisfaction, reached or not for what has
/// no number, else by the part that was reached.
[[nodiscard]] ScoringMethod usual_scoring(const LibraryDraft& draft);

/// The entry a draft says, when all it says makes sense.
///
/// Errors  invalid_input, where is the member: `library.name_missing`, `library.bad_code`,
///         `library.too_long`, `library.spelling_twice`, `library.bad_role`,
///         `library.bad_direction`, `library.bad_scoring`, `library.bad_source`,
///         `library.bad_method`, `library.bad_target`, `library.bad_measure`,
///         `library.measure_missing`, `library.measure_in_words`, `library.sector_missing`,
///         `library.common_of_agency`.
[[nodiscard]] Result<LibraryIndicator> checked(const LibraryDraft& draft,
                                               const Vocabulary& vocabulary);

/// Every name and alias that some entry in use has, folded, and whose it is.
class LibrarySpellings {
 public:
  void add(const LibraryIndicator& indicator);
  void remove(const LibraryIndicator& indicator);

  /// The code of the entry that has the spelling, "" when none has.
  [[nodiscard]] std::string_view owner(std::string_view spelling) const;
  /// Errors  conflict `library.spelling_taken` (args: spelling, code; where: "name" or "aliases").
  [[nodiscard]] Result<void> check(const LibraryIndicator& indicator) const;

 private:
  std::unordered_map<std::string, std::string> owners_{};
};

}  // namespace jiheng::app
