#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/library_indicator.h"
#include "domain/measure_dictionary.h"
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

/// Whether one thing of an indicator and of a library entry go together.
enum class Agreement : std::uint8_t { unknown, agrees, differs };

/// What of the name led to the entry.
enum class MatchedBy : std::uint8_t {
  name,      // it is the entry's name
  alias,     // it is an alias of it
  ending,    // it ends with a whole name or alias: 科技特派员 + 培训人次
  likeness,  // it is like a name or alias
};

[[nodiscard]] std::string_view word(Agreement agreement);
[[nodiscard]] std::string_view word(MatchedBy by);

/// A library entry an indicator may mean, and why.
///
/// Shape   `entry` is the index in the library; `spelling` the name or alias that was matched.
/// Units   `confidence` in thousandths: 1000 for a name or an alias itself, less for all else.
struct LibraryMatch {
  std::size_t entry{};
  std::int32_t confidence{};
  MatchedBy by{};
  std::string spelling{};
  Agreement role{};
  Agreement measure{};

  friend bool operator==(const LibraryMatch&, const LibraryMatch&) = default;
};

/// Finds what library entries free-text indicators mean. The library must outlive it.
class LibraryMatcher {
 public:
  LibraryMatcher(std::span<const LibraryIndicator> library, const MeasureDictionary& measures);

  /// The entries the indicator may mean, each once, most confident first, then in library order;
  /// none below `nearness.floor`. The same role or measure makes an entry more likely, another role
  /// or kind of measure less.
  [[nodiscard]] std::vector<LibraryMatch> match(const WrittenIndicator& written,
                                                const Nearness& nearness) const;

 private:
  struct Spelling {
    std::size_t entry;
    std::size_t alias;  // 0 for the name, else the alias' number from 1
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
};

}  // namespace jiheng::similarity
