#include "app/library_matching.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/matching_year.h"
#include "base/hash.h"
#include "base/text.h"
#include "report/csv.h"

namespace jiheng::app {
namespace {

constexpr std::int32_t kCertain = 1000;
constexpr std::array<std::string_view, 12> kColumns{
    "agency", "project",    "indicator", "state", "code",    "name",
    "by",     "confidence", "spelling",  "role",  "measure", "indicator_id"};

MatchCounts counts_of(const std::vector<MatchedName>& names) {
  MatchCounts counts;
  for (const auto& name : names) {
    auto& count = name.state == MatchState::open        ? counts.open
                  : name.state == MatchState::confirmed ? counts.confirmed
                                                        : counts.none;
    ++count.names;
    count.rows += static_cast<std::int64_t>(name.rows.size());
  }
  return counts;
}

/// The entry a name means, or means most likely while nobody said; "" for none.
std::string_view code_of(const MatchedName& name) {
  if (name.decision) {
    return name.decision->said.code;
  }
  return name.candidates.empty() ? std::string_view() : name.candidates.front().code;
}

/// What does not need candidates.
bool may_be_listed(const MatchedName& name, const MatchFilter& filter) {
  if (filter.state && *filter.state != name.state) {
    return false;
  }
  const auto key = search_key(name.name);
  return std::ranges::all_of(split(fold(filter.words), ' '), [&](std::string_view word) {
    return key.find(search_key(word)) != std::string::npos;
  });
}

void sort_names(std::vector<MatchedName>& names, const MatchStretch& stretch) {
  const auto sorted_by = [&](const auto& value) {
    const auto less = [&](const MatchedName& a, const MatchedName& b) {
      return stretch.descending ? value(b) < value(a) : value(a) < value(b);
    };
    std::ranges::stable_sort(names, less);
  };
  switch (stretch.sort) {
    case MatchSort::confidence:
      return sorted_by([](const MatchedName& name) { return name.confidence(); });
    case MatchSort::name:
      return sorted_by([](const MatchedName& name) { return std::string_view(name.name); });
    case MatchSort::rows:
      return sorted_by([](const MatchedName& name) { return name.rows.size(); });
    case MatchSort::document:
      break;
  }
  if (stretch.descending) {
    std::ranges::reverse(names);
  }
}

void put_candidates(const MatchingYear& matching, std::vector<MatchedName>& names) {
  const auto indicators = matching.library().indicators();
  const auto matcher = matching.matcher(indicators);
  for (auto& name : names) {
    matching.put_candidates(name, matcher);
  }
}

bool asks_candidates(const MatchFilter& filter) {
  return filter.least > 0 || filter.most < kCertain || !filter.code.empty();
}

/// Leaves the names that a filter leaves, whatever their candidates.
void keep_named(std::vector<MatchedName>& names, const MatchFilter& filter) {
  std::erase_if(names, [&](const MatchedName& name) { return !may_be_listed(name, filter); });
}

/// The same by what they may mean.
void keep_sure(std::vector<MatchedName>& names, const MatchFilter& filter) {
  std::erase_if(names, [&](const MatchedName& name) {
    return name.confidence() < filter.least || name.confidence() > filter.most ||
           (!filter.code.empty() && code_of(name) != filter.code);
  });
}

/// The names that a filter leaves, with candidates.
std::vector<MatchedName> listed(const MatchingYear& matching, const MatchFilter& filter) {
  auto names = matching.all();
  keep_named(names, filter);
  put_candidates(matching, names);
  keep_sure(names, filter);
  return names;
}

/// The first row of a name is what a list goes on after.
std::string cursor_of(const MatchedName& name) {
  return std::to_string(name.rows.front().row.indicator_id);
}

std::string token_of(const std::vector<BulkMatch>& matches) {
  std::string text;
  for (const auto& match : matches) {
    text.append(search_key(match.name)).append("\t").append(match.candidate.code).append("\n");
  }
  return sha256(text).substr(0, 32);
}

store::NewLibraryDecision said_of(const MatchedName& name, const MatchedRow& from, int year) {
  return {.name = name.name,
          .from_indicator = from.row.indicator_id,
          .agency = from.row.agency,
          .project = from.row.project,
          .year = year};
}

/// Adds which entry it is, and how sure the match was.
Result<void> put_entry(store::NewLibraryDecision& said, const OfficeLibrary& library,
                       const std::string& code, const std::vector<MatchCandidate>& candidates) {
  if (code.empty()) {
    return {};
  }
  const auto* entry = library.find(code);
  if (entry == nullptr) {
    return fail(ErrorCode::not_found, {"library.no_entry", {code}});
  }
  if (entry->indicator.retired) {
    return fail(ErrorCode::conflict, {"library.entry_retired", {entry->indicator.name}});
  }
  const auto proposed = std::ranges::find(candidates, code, &MatchCandidate::code);
  said.code = code;
  said.version = entry->version;
  said.confidence = proposed == candidates.end() ? 0 : proposed->match.confidence;
  return {};
}

MatchState state_of(const std::optional<store::LibraryDecision>& decision, std::string_view code) {
  if (!decision) {
    return MatchState::open;
  }
  return code.empty() ? MatchState::none : MatchState::confirmed;
}

/// How the entry was proposed: by what, how sure, spelling, role, measure; blank where it was not.
std::array<std::string, 5> proposal_of(const MatchedName& name, std::string_view code) {
  const auto found = std::ranges::find(name.candidates, code, &MatchCandidate::code);
  if (found == name.candidates.end()) {
    return {};
  }
  const auto& match = found->match;
  return {std::string(word(match.by)), std::to_string(match.confidence), match.spelling,
          std::string(word(match.role)), std::string(word(match.measure))};
}

void add_lines(std::string& text, const MatchedName& name, const OfficeLibrary& library) {
  for (const auto& [row, own] : name.rows) {
    const auto code = own ? own->said.code : std::string(code_of(name));
    const auto* entry = library.find(code);
    auto [by, confidence, spelling, role, measure] = proposal_of(name, code);
    const std::array<std::string, kColumns.size()> cells{
        row.agency,
        row.project,
        row.name,
        std::string(word(state_of(own ? own : name.decision, code))),
        code,
        entry == nullptr ? "" : entry->indicator.name,
        std::move(by),
        std::move(confidence),
        std::move(spelling),
        std::move(role),
        std::move(measure),
        std::to_string(row.indicator_id)};
    text += report::csv_line(std::span<const std::string>(cells));
  }
}

}  // namespace

std::string_view word(MatchState state) {
  constexpr std::array<std::string_view, 3> kWords{"open", "confirmed", "none"};
  return kWords.at(static_cast<std::size_t>(state));
}

Result<MatchPage> list_matches(const Workspace& workspace, const MatchFilter& filter,
                               const MatchStretch& stretch) {
  JH_TRY(const auto matching, MatchingYear::load(workspace, filter.year));
  auto names = matching.all();
  MatchPage page{.counts = counts_of(names)};
  keep_named(names, filter);
  // Where they do not decide what is listed only those on the page are asked for.
  const bool before = stretch.sort == MatchSort::confidence || asks_candidates(filter);
  if (before) {
    put_candidates(matching, names);
    keep_sure(names, filter);
  }
  sort_names(names, stretch);
  page.total = static_cast<std::int64_t>(names.size());
  auto first = names.begin();
  if (!stretch.cursor.empty()) {
    first = std::ranges::find(names, stretch.cursor, cursor_of);
    if (first == names.end()) {
      return fail(ErrorCode::invalid_input, {"store.bad_cursor"});
    }
    ++first;
  }
  const auto last = first + std::min<std::ptrdiff_t>(stretch.limit, names.end() - first);
  if (last != names.end() && last != first) {
    page.next = cursor_of(*std::prev(last));
  }
  page.names.assign(std::make_move_iterator(first), std::make_move_iterator(last));
  if (!before) {
    put_candidates(matching, page.names);
  }
  return page;
}

Result<std::string> matches_csv(const Workspace& workspace, const MatchFilter& filter) {
  JH_TRY(const auto matching, MatchingYear::load(workspace, filter.year));
  auto text = report::csv_line(kColumns);
  for (const auto& name : listed(matching, filter)) {
    add_lines(text, name, matching.library());
  }
  return text;
}

Result<MatchedName> decide_match(const Workspace& workspace, const MatchDecision& decision) {
  JH_TRY(const auto matching, MatchingYear::load(workspace, decision.year));
  const auto group = matching.find(decision.name);
  if (!group) {
    return fail(ErrorCode::not_found, {"library.no_name", {decision.name}});
  }
  auto name = matching.named(*group);
  const auto indicators = matching.library().indicators();
  matching.put_candidates(name, matching.matcher(indicators));
  const auto from = decision.indicator == 0
                        ? name.rows.begin()
                        : std::ranges::find(name.rows, decision.indicator,
                                            [](const auto& row) { return row.row.indicator_id; });
  if (from == name.rows.end()) {
    return fail(ErrorCode::not_found, {"store.no_indicator"});
  }
  auto said = said_of(name, *from, decision.year);
  said.indicator_id = decision.indicator;
  said.author = workspace.user;
  JH_TRY_DO(put_entry(said, matching.library(), decision.code, name.candidates));
  JH_TRY_DO(workspace.store.decide_library(matching.library().region, std::vector{said}));
  JH_TRY(const auto after, MatchingYear::load(workspace, decision.year));
  name = after.named(after.find(decision.name).value_or(0));
  const auto taught = after.library().indicators();
  after.put_candidates(name, after.matcher(taught));
  return name;
}

Result<void> take_back_matches(const Workspace& workspace,
                               const std::vector<std::int64_t>& decisions) {
  JH_TRY(const auto region, region_of(workspace));
  return workspace.store.take_back_library(region, decisions, workspace.user);
}

Result<BulkMatches> confirm_matches(const Workspace& workspace, int year, std::int32_t least,
                                    const std::string& token) {
  JH_TRY(const auto matching, MatchingYear::load(workspace, year));
  BulkMatches bulk;
  std::vector<store::NewLibraryDecision> said;
  const MatchFilter filter{.year = year, .state = MatchState::open, .least = std::max(1, least)};
  for (const auto& name : listed(matching, filter)) {
    const bool is_sole =
        name.candidates.size() == 1 || name.candidates[1].match.confidence < name.confidence();
    if (!is_sole) {
      continue;
    }
    const auto& candidate = name.candidates.front();
    auto one = said_of(name, name.rows.front(), year);
    one.author = workspace.user;
    JH_TRY_DO(put_entry(one, matching.library(), candidate.code, name.candidates));
    said.push_back(std::move(one));
    bulk.matches.push_back({name.name, static_cast<std::int64_t>(name.rows.size()), candidate});
  }
  bulk.token = token_of(bulk.matches);
  if (token.empty()) {
    return bulk;
  }
  if (token != bulk.token) {
    return fail(ErrorCode::conflict, {"library.matches_changed"});
  }
  JH_TRY(bulk.decisions, workspace.store.decide_library(matching.library().region, said));
  return bulk;
}

}  // namespace jiheng::app
