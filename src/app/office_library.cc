#include "app/office_library.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "app/filing.h"
#include "app/library.h"
#include "base/text.h"

namespace jiheng::app {
namespace {

constexpr std::string_view kOwnCode = "ZD";  // 自定

using Index = std::unordered_map<std::string, std::size_t>;

/// Lays the office's entries over the program's.
void lay_over(OfficeLibrary& library, std::vector<store::LibraryVersion> versions) {
  Index index;
  for (std::size_t i = 0; i < library.entries.size(); ++i) {
    index.emplace(library.entries[i].indicator.code, i);
  }
  for (auto& version : versions) {
    const auto found = index.find(version.indicator.code);
    auto& entry =
        found == index.end() ? library.entries.emplace_back() : library.entries[found->second];
    entry.indicator = std::move(version.indicator);
    entry.version = version.version;
    entry.document_name = std::move(version.document_name);
    entry.author = std::move(version.author);
    entry.at_ms = version.at_ms;
  }
}

/// A name counts as learned where it is not one of the entry's own.
void teach(OfficeLibrary& library) {
  Index index;
  for (std::size_t i = 0; i < library.entries.size(); ++i) {
    index.emplace(library.entries[i].indicator.code, i);
  }
  for (const auto& decision : library.decisions) {
    const auto found = index.find(decision.said.code);
    if (decision.said.indicator_id != 0 || found == index.end()) {
      continue;
    }
    auto& indicator = library.entries[found->second].indicator;
    const auto key = search_key(decision.said.name);
    const auto same = [&](const std::string& own) { return search_key(own) == key; };
    if (!same(indicator.name) && std::ranges::none_of(indicator.aliases, same)) {
      indicator.learned.push_back(decision.said.name);
    }
  }
}

bool has_words(const LibraryIndicator& indicator, std::string_view words) {
  std::string text = search_key(indicator.code) + "\n" + search_key(indicator.name);
  for (const auto* names : {&indicator.aliases, &indicator.learned}) {
    for (const auto& name : *names) {
      text += "\n" + search_key(name);
    }
  }
  return std::ranges::all_of(split(fold(words), ' '), [&](std::string_view word) {
    return text.find(search_key(word)) != std::string::npos;
  });
}

bool is_listed(const LibraryEntry& entry, const LibraryFilter& filter, const Frames& frames) {
  const auto& indicator = entry.indicator;
  const auto levels = levels_of(indicator, frames);
  return (!filter.layer || *filter.layer == layer_of(indicator)) &&
         (filter.sector.empty() || filter.sector == indicator.sector) &&
         (filter.level1.empty() || filter.level1 == levels.level1) &&
         (filter.level2.empty() || filter.level2 == levels.level2) &&
         (!filter.own || *filter.own == (entry.version > 0)) &&
         (!filter.retired || *filter.retired == indicator.retired) &&
         has_words(indicator, filter.words);
}

bool before(const LibraryEntry& a, const LibraryEntry& b, LibrarySort sort) {
  switch (sort) {
    case LibrarySort::code:
      return a.indicator.code < b.indicator.code;
    case LibrarySort::name:
      return a.indicator.name < b.indicator.name;
    case LibrarySort::sector:
      return a.indicator.sector < b.indicator.sector;
    case LibrarySort::level:
      return a.indicator.role < b.indicator.role;
    case LibrarySort::learned:
      return a.indicator.learned.size() < b.indicator.learned.size();
    case LibrarySort::document:
      break;
  }
  return false;
}

/// What a person sees of two versions is the same; what was learned belongs to neither.
bool same(LibraryIndicator a, const LibraryIndicator& b) {
  a.learned = b.learned;
  return a == b;
}

Result<void> keep(const Workspace& workspace, const std::string& region, LibraryIndicator indicator,
                  std::int64_t seen) {
  const std::vector<store::NewLibraryVersion> entries{
      {.indicator = std::move(indicator), .seen = seen, .author = workspace.user}};
  return workspace.store.keep_library_versions(region, entries);
}

/// An entry as it is wanted, over the one that is there.
Result<void> keep_over(const Workspace& workspace, const OfficeLibrary& library,
                       const LibraryIndicator& wanted, std::int64_t seen) {
  const auto* entry = library.find(wanted.code);
  if (entry == nullptr) {
    return fail(ErrorCode::not_found, {"library.no_entry", {wanted.code}});
  }
  if (entry->version != seen) {
    return fail(ErrorCode::conflict, {"store.entry_changed_meanwhile", {wanted.code}});
  }
  if (same(wanted, entry->indicator)) {
    return fail(ErrorCode::invalid_input, {"library.no_change"});
  }
  JH_TRY_DO(library.spellings().check(wanted));
  return keep(workspace, library.region, wanted, seen);
}

}  // namespace

const LibraryEntry* OfficeLibrary::find(std::string_view code) const {
  const auto found = std::ranges::find(entries, code, [](const LibraryEntry& entry) {
    return std::string_view(entry.indicator.code);
  });
  return found == entries.end() ? nullptr : &*found;
}

std::vector<LibraryIndicator> OfficeLibrary::indicators() const {
  std::vector<LibraryIndicator> all;
  all.reserve(entries.size());
  std::ranges::transform(entries, std::back_inserter(all), &LibraryEntry::indicator);
  return all;
}

LibrarySpellings OfficeLibrary::spellings() const {
  LibrarySpellings spellings;
  for (const auto& entry : entries) {
    spellings.add(entry.indicator);
  }
  return spellings;
}

Result<OfficeLibrary> office_library(const Workspace& workspace,
                                     std::optional<std::vector<LibraryIndicator>> base) {
  OfficeLibrary library;
  JH_TRY(library.region, region_of(workspace));
  if (!base) {
    JH_TRY(base, load_library("", workspace.vocabulary));
  }
  for (auto& indicator : *base) {
    library.entries.push_back({.indicator = std::move(indicator), .builtin = true});
  }
  JH_TRY(auto versions, workspace.store.library(library.region));
  lay_over(library, std::move(versions));
  JH_TRY(library.decisions, workspace.store.library_decisions(library.region));
  teach(library);
  return library;
}

Result<std::string> region_to_write(const Workspace& workspace, const std::string& given) {
  JH_TRY_DO(check_region(given));
  if (!given.empty()) {
    return given;
  }
  JH_TRY(const auto regions, workspace.store.regions());
  if (workspace.region.empty() && regions.empty()) {
    return fail(ErrorCode::invalid_input, {"library.no_region"}, "region");
  }
  return region_of(workspace);
}

LibraryLevels levels_of(const LibraryIndicator& indicator, const Frames& frames) {
  const auto category = frames.category(indicator.role);
  return category ? LibraryLevels{category->level1, category->level2} : LibraryLevels{};
}

std::vector<LibraryEntry> matching(const OfficeLibrary& library, const LibraryFilter& filter,
                                   LibrarySort sort, bool descending, const Frames& frames) {
  std::vector<LibraryEntry> entries;
  std::ranges::copy_if(library.entries, std::back_inserter(entries),
                       [&](const LibraryEntry& entry) { return is_listed(entry, filter, frames); });
  if (sort != LibrarySort::document) {
    std::ranges::stable_sort(entries, [&](const LibraryEntry& a, const LibraryEntry& b) {
      return descending ? before(b, a, sort) : before(a, b, sort);
    });
  } else if (descending) {
    std::ranges::reverse(entries);
  }
  return entries;
}

Result<store::Page<LibraryEntry>> page_of(std::vector<LibraryEntry> entries,
                                          std::string_view cursor, std::int64_t limit) {
  store::Page<LibraryEntry> page{.total = static_cast<std::int64_t>(entries.size())};
  auto first = entries.begin();
  if (!cursor.empty()) {
    first = std::ranges::find(entries, cursor, [](const LibraryEntry& entry) {
      return std::string_view(entry.indicator.code);
    });
    if (first == entries.end()) {
      return fail(ErrorCode::invalid_input, {"store.bad_cursor"});
    }
    ++first;
  }
  const auto last = first + std::min<std::ptrdiff_t>(limit, entries.end() - first);
  if (last != entries.end() && last != first) {
    page.next = std::prev(last)->indicator.code;
  }
  page.items.assign(std::make_move_iterator(first), std::make_move_iterator(last));
  return page;
}

Result<LibraryEntryPage> library_entry(const Workspace& workspace, std::string_view code) {
  JH_TRY(const auto library, office_library(workspace));
  const auto* entry = library.find(code);
  if (entry == nullptr) {
    return fail(ErrorCode::not_found, {"library.no_entry", {std::string(code)}});
  }
  LibraryEntryPage page{.entry = *entry};
  JH_TRY(page.versions, workspace.store.library_versions(library.region, code));
  if (entry->builtin) {
    JH_TRY(auto builtin, load_library("", workspace.vocabulary));
    const auto own = std::ranges::find(builtin, code, [](const LibraryIndicator& indicator) {
      return std::string_view(indicator.code);
    });
    page.versions.push_back({.indicator = std::move(*own)});
  }
  for (const auto& decision : library.decisions) {
    const bool is_learned = decision.said.indicator_id == 0 && decision.said.code == code &&
                            std::ranges::find(entry->indicator.learned, decision.said.name) !=
                                entry->indicator.learned.end();
    if (is_learned) {
      page.learned.push_back(decision);
    }
  }
  return page;
}

std::string next_code(const OfficeLibrary& library) {
  unsigned largest = 0;
  for (const auto& entry : library.entries) {
    const std::string_view code = entry.indicator.code;
    unsigned number = 0;
    if (code.starts_with(kOwnCode)) {
      std::from_chars(code.data() + kOwnCode.size(), code.data() + code.size(), number);
    }
    largest = std::max(largest, number);
  }
  return fmt::format("{}{:04}", kOwnCode, largest + 1);
}

Result<std::string> keep_entry(const Workspace& workspace, const LibraryEdit& edit) {
  auto there = workspace;
  JH_TRY(there.region, region_to_write(workspace, edit.region));
  JH_TRY(const auto library, office_library(there));
  auto draft = edit.draft;
  if (!edit.seen && draft.data.code.empty()) {
    draft.data.code = next_code(library);
  }
  JH_TRY(const auto wanted, checked(draft, workspace.vocabulary));
  if (edit.seen) {
    JH_TRY_DO(keep_over(there, library, wanted, *edit.seen));
    return wanted.code;
  }
  if (library.find(wanted.code) != nullptr) {
    return fail(ErrorCode::conflict, {"library.code_taken", {wanted.code}}, "code");
  }
  JH_TRY_DO(library.spellings().check(wanted));
  JH_TRY_DO(keep(there, library.region, wanted, 0));
  return wanted.code;
}

Result<void> retire_entry(const Workspace& workspace, std::string_view code, std::int64_t seen,
                          bool retired) {
  auto there = workspace;
  JH_TRY(there.region, region_to_write(workspace, ""));
  JH_TRY(const auto library, office_library(there));
  const auto* entry = library.find(code);
  if (entry == nullptr) {
    return fail(ErrorCode::not_found, {"library.no_entry", {std::string(code)}});
  }
  auto wanted = entry->indicator;
  wanted.retired = retired;
  return keep_over(there, library, wanted, seen);
}

}  // namespace jiheng::app
