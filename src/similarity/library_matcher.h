#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/library_indicator.h"
#include "domain/library_match.h"
#include "domain/measure_dictionary.h"
#include "similarity/common_parts.h"
#include "similarity/name_index.h"

namespace jiheng::similarity {

/// An indicator as somebody wrote it.
///
/// Shape   `role` is `other`, and `measured` of unknown kind, where they are not known.
struct WrittenIndicator {
  std::string_view name;
  CategoryRole role{CategoryRole::other};
  Measure measured{};
  Whose whose{};
};

/// Finds what library entries free-text indicators mean. The library must outlive it.
class LibraryMatcher {
 public:
  LibraryMatcher(std::span<const LibraryIndicator> library, const MeasureDictionary& measures);

  /// The entries the indicator may mean, each once, most confident first, then in library order;
  /// none below `nearness.floor`, no retired ones. A name that was learned goes before one that
  /// only spells the same. The same role or measure makes an entry more likely; another role, kind
  /// of measure, last word of the name, or another word beside what many entries share, less.
  [[nodiscard]] std::vector<LibraryMatch> match(const WrittenIndicator& written,
                                                const Nearness& nearness) const;

 private:
  struct Spelling {
    std::size_t entry;
    MatchedBy by;        // name, alias or learned
    std::size_t number;  // among the aliases, or the learned names, from 0
    std::string wording;
  };

  [[nodiscard]] const std::string& text_of(const Spelling& spelling) const;
  /// The spelling by name or alias, ending or likeness, what speaks for or against it counted.
  [[nodiscard]] LibraryMatch judged(const Spelling& spelling, MatchedBy by, std::int32_t likeness,
                                    const WrittenIndicator& written) const;
  [[nodiscard]] std::vector<LibraryMatch> candidates(const std::string& wording,
                                                     const WrittenIndicator& written,
                                                     std::int32_t floor) const;

  std::span<const LibraryIndicator> library_;
  const MeasureDictionary& measures_;
  std::vector<Spelling> spellings_{};                          // as in the index
  std::unordered_map<std::string, std::size_t> by_wording_{};  // → spellings_
  NameIndex index_{};
  CommonParts common_{};
};

}  // namespace jiheng::similarity
