#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/office_library.h"
#include "base/result.h"
#include "domain/library_match.h"

namespace jiheng::app {

enum class MatchState : std::uint8_t { open, confirmed, none };

[[nodiscard]] std::string_view word(MatchState state);

/// An entry that a name may mean; `match.entry` indexes the office's library.
struct MatchCandidate {
  std::string code;
  std::string name;
  LibraryMatch match{};
};

/// A row of a name, and what was said of it alone.
struct MatchedRow {
  store::MatchableRow row{};
  std::optional<store::LibraryDecision> own{};
};

/// A name of a year, and the rows that bear it.
///
/// Shape   `name` as its first row writes it; rows in document order. The candidates, most
///         confident first, are those of any of its rows. `decision` is what was said of the name;
///         `entry` the name of the entry it says, "" for none.
struct MatchedName {
  std::string name;
  std::vector<MatchedRow> rows{};
  std::vector<MatchCandidate> candidates{};
  MatchState state{};
  std::optional<store::LibraryDecision> decision{};
  std::string entry{};

  /// Of the surest candidate; 0 without any.
  [[nodiscard]] std::int32_t confidence() const {
    return candidates.empty() ? 0 : candidates.front().match.confidence;
  }
};

enum class MatchSort : std::uint8_t { document, confidence, name, rows };

/// Units   `least` and `most` confidence in thousandths.
struct MatchFilter {
  int year{};
  std::optional<MatchState> state{};
  std::int32_t least{};
  std::int32_t most{1000};
  std::string words{};  // each in the name
  std::string code{};   // the entry it means, or means most likely while nobody said
};

/// How many names, and rows that bear them.
struct MatchCount {
  std::int64_t names{};
  std::int64_t rows{};
};

struct MatchCounts {
  MatchCount open{};
  MatchCount confirmed{};
  MatchCount none{};
};

/// Shape   `counts` are those of the whole year, whatever the filter; `next` a cursor.
struct MatchPage {
  std::vector<MatchedName> names{};
  std::string next{};
  std::int64_t total{};
  MatchCounts counts{};
};

struct MatchStretch {
  MatchSort sort{};
  bool descending{};
  std::string cursor{};
  std::int64_t limit{50};
};

/// The names of a year with what they may mean.
/// Errors  invalid_input `store.bad_cursor`.
[[nodiscard]] Result<MatchPage> list_matches(const Workspace& workspace, const MatchFilter& filter,
                                             const MatchStretch& stretch);

/// The same, every name that the filter leaves, a line for each row.
/// Source  docs/formats/library.md
[[nodiscard]] Result<std::string> matches_csv(const Workspace& workspace,
                                              const MatchFilter& filter);

/// What a person says of a name of a year, or of one row of it.
///
/// Shape   `code` "" for none of the entries; `indicator` 0 for every row of the name.
struct MatchDecision {
  int year{};
  std::string name;
  std::string code{};
  std::int64_t indicator{};
};

/// Remembers it; gives the name as it is then.
/// Errors  not_found `library.no_name`, `library.no_entry`, `store.no_indicator`; conflict
///         `library.entry_retired`.
[[nodiscard]] Result<MatchedName> decide_match(const Workspace& workspace,
                                               const MatchDecision& decision);

/// Ends decisions.
/// Errors  those of `Store::take_back_library`.
[[nodiscard]] Result<void> take_back_matches(const Workspace& workspace,
                                             const std::vector<std::int64_t>& decisions);

/// One of many to be confirmed at once.
struct BulkMatch {
  std::string name;
  std::int64_t rows{};
  MatchCandidate candidate{};
};

/// Every open name of a year whose surest candidate is at least so sure, and surer than the next.
///
/// Shape   `token` stands for exactly this list: what is confirmed is what was seen. `decisions`
///         are the ids, in the order of the matches, once confirmed.
struct BulkMatches {
  std::vector<BulkMatch> matches{};
  std::string token{};
  std::vector<std::int64_t> decisions{};
};

/// Lists them; with a token confirms them.
/// Errors  conflict `library.matches_changed` when the token stands for another list.
[[nodiscard]] Result<BulkMatches> confirm_matches(const Workspace& workspace, int year,
                                                  std::int32_t least, const std::string& token);

}  // namespace jiheng::app
