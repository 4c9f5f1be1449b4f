#include "app/matching_year.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/text.h"

namespace jiheng::app {
namespace {

constexpr similarity::Nearness kNearness{.most = 5, .floor = 500};

}  // namespace

/// What persons said, found by name and by indicator.
class MatchingYear::Said {
 public:
  explicit Said(const std::vector<store::LibraryDecision>& decisions) {
    for (const auto& decision : decisions) {
      if (decision.said.indicator_id == 0) {
        by_name_.insert_or_assign(search_key(decision.said.name), &decision);
      } else {
        by_indicator_.insert_or_assign(decision.said.indicator_id, &decision);
      }
    }
  }

  [[nodiscard]] const store::LibraryDecision* of_name(const std::string& key) const {
    const auto found = by_name_.find(key);
    return found == by_name_.end() ? nullptr : found->second;
  }

  /// Nothing once the indicator bears another name than it was said of.
  [[nodiscard]] const store::LibraryDecision* of_row(const store::MatchableRow& row,
                                                     const std::string& key) const {
    const auto found = by_indicator_.find(row.indicator_id);
    const bool holds = found != by_indicator_.end() && search_key(found->second->said.name) == key;
    return holds ? found->second : nullptr;
  }

 private:
  std::unordered_map<std::string, const store::LibraryDecision*> by_name_{};
  std::unordered_map<std::int64_t, const store::LibraryDecision*> by_indicator_{};
};

Result<MatchingYear> MatchingYear::load(const Workspace& workspace, int year) {
  JH_TRY(auto library, office_library(workspace));
  JH_TRY(auto rows, workspace.store.matchable_rows(library.region, year));
  return MatchingYear(workspace.vocabulary, std::move(library), std::move(rows));
}

MatchingYear::MatchingYear(const Vocabulary& vocabulary, OfficeLibrary library,
                           std::vector<store::MatchableRow> rows)
    : vocabulary_(&vocabulary), library_(std::move(library)), rows_(std::move(rows)) {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    auto key = search_key(rows_[i].name);
    if (key.empty()) {
      continue;
    }
    const auto [found, is_new] = by_key_.try_emplace(key, groups_.size());
    if (is_new) {
      groups_.emplace_back(std::move(key), std::vector<std::size_t>{});
    }
    groups_[found->second].second.push_back(i);
  }
}

std::optional<std::size_t> MatchingYear::find(std::string_view name) const {
  const auto found = by_key_.find(search_key(name));
  return found == by_key_.end() ? std::nullopt : std::optional(found->second);
}

MatchedName MatchingYear::named(std::size_t number) const {
  return filled(number, Said(library_.decisions));
}

std::vector<MatchedName> MatchingYear::all() const {
  const Said said(library_.decisions);
  std::vector<MatchedName> names;
  names.reserve(groups_.size());
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    names.push_back(filled(i, said));
  }
  return names;
}

similarity::LibraryMatcher MatchingYear::matcher(
    const std::vector<LibraryIndicator>& indicators) const {
  return {indicators, vocabulary_->measures};
}

void MatchingYear::put_candidates(MatchedName& name,
                                  const similarity::LibraryMatcher& matcher) const {
  // Rows of one name differ in category and measure; each kind is asked once.
  std::set<std::tuple<CategoryRole, std::string>> asked;
  for (const auto& [row, own] : name.rows) {
    const auto role = vocabulary_->frames.role(row.level1, row.level2);
    if (!asked.emplace(role, row.measured.canonical).second) {
      continue;
    }
    for (auto& match : matcher.match({.name = row.name,
                       .role = role,
                       .measured = row.measured,
                       .whose = {row.agency, row.project}},
                                     kNearness)) {
      add(name.candidates, std::move(match));
    }
  }
  std::ranges::stable_sort(name.candidates, std::ranges::greater(),
                           [](const auto& candidate) { return candidate.match.confidence; });
  name.candidates.resize(std::min(name.candidates.size(), kNearness.most));
}

MatchedName MatchingYear::filled(std::size_t number, const Said& said) const {
  const auto& [key, rows] = groups_[number];
  MatchedName name{.name = rows_[rows.front()].name};
  for (const auto i : rows) {
    const auto* own = said.of_row(rows_[i], key);
    name.rows.push_back({rows_[i], own == nullptr ? std::nullopt : std::optional(*own)});
  }
  if (const auto* decision = said.of_name(key)) {
    name.decision = *decision;
    name.state = decision->said.code.empty() ? MatchState::none : MatchState::confirmed;
    const auto* entry = library_.find(decision->said.code);
    name.entry = entry == nullptr ? decision->said.code : entry->indicator.name;
  }
  return name;
}

void MatchingYear::add(std::vector<MatchCandidate>& candidates, LibraryMatch match) const {
  const auto& indicator = library_.entries[match.entry].indicator;
  const auto known = std::ranges::find(candidates, indicator.code, &MatchCandidate::code);
  if (known == candidates.end()) {
    candidates.push_back({indicator.code, indicator.name, std::move(match)});
  } else if (known->match.confidence < match.confidence) {
    known->match = std::move(match);
  }
}

}  // namespace jiheng::app
