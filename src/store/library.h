#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/library_indicator.h"
#include "store/corrections.h"

namespace jiheng::store {

/// The next version of an entry.
///
/// Shape   `seen` is the version the caller has seen, 0 where the office has none yet;
///         `document_name` the file it was imported from, "" for an edit; `indicator.learned` is
///         not kept here: decisions are.
struct NewLibraryVersion {
  LibraryIndicator indicator;
  std::int64_t seen{};
  std::string document_name{};
  std::string author{};
};

/// A version of an entry, counting from 1.
struct LibraryVersion {
  LibraryIndicator indicator{};
  std::int64_t version{};
  std::string document_name{};
  std::string author{};
  std::int64_t at_ms{};
};

/// What a person says an indicator means.
///
/// Shape   `name` as it stands; `indicator_id` 0 for whatever indicator bears the name, else that
///         one alone; `code` "" for none of the entries; `version` that of the entry, 0 for the
///         program's own. `from_indicator`, `agency`, `project` and `year` say where it was said.
/// Units   `confidence` in thousandths: how sure the match was, 0 where it was not proposed.
struct NewLibraryDecision {
  std::string name;
  std::int64_t indicator_id{};
  std::string code{};
  std::int64_t version{};
  std::int32_t confidence{};
  std::int64_t from_indicator{};
  std::string agency{};
  std::string project{};
  int year{};
  std::string author{};
};

/// A decision that counts.
struct LibraryDecision {
  std::int64_t id{};
  NewLibraryDecision said{};
  std::int64_t at_ms{};
};

/// A current row as matching with the library needs it.
struct MatchableRow {
  std::int64_t indicator_id{};
  std::int64_t project_id{};
  std::string agency;
  std::string project;
  std::string level1;
  std::string level2;
  std::string name;
  Measure measured{};
};

/// Which entry every indicator of a region means, as persons confirmed it.
///
/// Shape   what is said of one indicator goes before what is said of its name. Nothing where nobody
///         said anything; "" where it is none of the entries. Codes live as long as this does.
class ConfirmedEntries {
 public:
  explicit ConfirmedEntries(const std::vector<LibraryDecision>& decisions);

  [[nodiscard]] std::optional<std::string_view> of_name(std::string_view name) const;
  [[nodiscard]] std::optional<std::string_view> of_indicator(std::int64_t indicator_id,
                                                             std::string_view name) const;

 private:
  struct OfIndicator {
    std::string subject;
    std::string code;
  };

  std::unordered_map<std::string, std::string> by_name_{};  // folded
  std::unordered_map<std::int64_t, OfIndicator> by_indicator_{};
};

}  // namespace jiheng::store
