#include "app/library_import.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <utility>

#include "app/library_rows.h"
#include "base/text.h"

namespace jiheng::app {
namespace {

constexpr std::string_view kLearned = "learned";

/// The library as it becomes, entry by entry.
class Plan {
 public:
  Plan(const OfficeLibrary& library, const Vocabulary& vocabulary)
      : vocabulary_(vocabulary), spellings_(library.spellings()) {
    for (const auto& entry : library.entries) {
      by_code_.emplace(entry.indicator.code, &entry);
      by_name_.try_emplace(search_key(entry.indicator.name), &entry);
    }
    code_ = next_code(library);
  }

  ImportedEntry take(const LibraryRow& row) {
    const auto* known = known_entry(row);
    auto draft = known == nullptr ? LibraryDraft{} : draft_of(known->indicator);
    for (const auto& [member, cell] : row.cells) {
      if (member != kLearned && (member != "code" || !cell.text.empty())) {
        set_member(draft, member, cell.text);
      }
    }
    if (draft.data.code.empty()) {
      draft.data.code = std::exchange(code_, code_after(code_));
    }
    if (draft.data.scoring.empty()) {
      draft.data.scoring = word(usual_scoring(draft));
    }
    ImportedEntry imported{.code = draft.data.code, .name = draft.data.name, .where = row.where};
    if (!codes_.insert(draft.data.code).second) {
      return refused(std::move(imported), row,
                     {ErrorCode::invalid_input, {"library.code_twice", {draft.data.code}}, "code"});
    }
    add_learned(row, known, draft);
    const auto wanted = accepted(draft, known);
    if (!wanted) {
      return refused(std::move(imported), row, wanted.error());
    }
    return kept(std::move(imported), *wanted, known);
  }

  [[nodiscard]] const std::vector<store::NewLibraryVersion>& versions() const {
    return versions_;
  }

 private:
  [[nodiscard]] const LibraryEntry* known_entry(const LibraryRow& row) const {
    const auto code = row.cells.find("code");
    if (code != row.cells.end() && !code->second.text.empty()) {
      const auto found = by_code_.find(code->second.text);
      return found == by_code_.end() ? nullptr : found->second;
    }
    const auto name = row.cells.find("name");
    if (name == row.cells.end()) {
      return nullptr;
    }
    const auto found = by_name_.find(search_key(name->second.text));
    return found == by_name_.end() ? nullptr : found->second;
  }

  /// A name that the entry has learned here stays learned; any other is an alias from now on.
  void add_learned(const LibraryRow& row, const LibraryEntry* known, LibraryDraft& draft) const {
    const auto cell = row.cells.find(kLearned);
    if (cell == row.cells.end()) {
      return;
    }
    for (auto& name : parts_of(cell->second.text)) {
      const auto key = search_key(name);
      const auto same = [&](const std::string& other) { return search_key(other) == key; };
      const bool is_known =
          same(draft.data.name) || std::ranges::any_of(draft.data.aliases, same) ||
          (known != nullptr && std::ranges::any_of(known->indicator.learned, same));
      if (!is_known && spellings_.owner(name).empty()) {
        draft.data.aliases.push_back(std::move(name));
      }
    }
  }

  /// The entry a draft says, if nobody else has its names.
  Result<LibraryIndicator> accepted(const LibraryDraft& draft, const LibraryEntry* known) {
    JH_TRY(auto wanted, checked(draft, vocabulary_));
    if (known != nullptr) {
      spellings_.remove(known->indicator);
    }
    if (const auto free = spellings_.check(wanted); !free) {
      if (known != nullptr) {
        spellings_.add(known->indicator);
      }
      return tl::unexpected(free.error());
    }
    spellings_.add(wanted);
    return wanted;
  }

  static ImportedEntry refused(ImportedEntry entry, const LibraryRow& row, const Error& error) {
    entry.fate = ImportFate::refused;
    entry.reason = error.message;
    const auto cell = row.cells.find(error.where);
    entry.reason_where = cell == row.cells.end() ? row.where : cell->second.where;
    return entry;
  }

  ImportedEntry kept(ImportedEntry entry, const LibraryIndicator& wanted,
                     const LibraryEntry* known) {
    const auto after = draft_of(wanted);
    const auto before = known == nullptr ? LibraryDraft{} : draft_of(known->indicator);
    for (const auto member : kLibraryMembers) {
      auto was = member_of(before, member);
      auto is = member_of(after, member);
      if (known != nullptr && was != is) {
        entry.changes.push_back({std::string(member), std::move(was), std::move(is)});
      }
    }
    entry.fate = known == nullptr        ? ImportFate::added
                 : entry.changes.empty() ? ImportFate::unchanged
                                         : ImportFate::changed;
    if (entry.fate != ImportFate::unchanged) {
      versions_.push_back({.indicator = wanted, .seen = known == nullptr ? 0 : known->version});
    }
    return entry;
  }

  [[nodiscard]] std::string code_after(std::string code) const {
    do {
      OfficeLibrary last;
      last.entries.push_back({.indicator = {.code = std::move(code), .name = ""}});
      code = next_code(last);
    } while (by_code_.contains(code) || codes_.contains(code));
    return code;
  }

  const Vocabulary& vocabulary_;
  LibrarySpellings spellings_;
  std::unordered_map<std::string, const LibraryEntry*> by_code_{};
  std::unordered_map<std::string, const LibraryEntry*> by_name_{};
  std::set<std::string> codes_{};  // of the file
  std::string code_{};             // for the next entry that brings none
  std::vector<store::NewLibraryVersion> versions_{};
};

}  // namespace

std::string_view word(ImportFate fate) {
  constexpr std::array<std::string_view, 4> kWords{"added", "changed", "unchanged", "refused"};
  return kWords.at(static_cast<std::size_t>(fate));
}

std::int64_t LibraryImport::count(ImportFate fate) const {
  return std::ranges::count(entries, fate, &ImportedEntry::fate);
}

Result<LibraryImport> import_library(const Workspace& workspace, const LibraryFile& file) {
  auto there = workspace;
  JH_TRY(there.region, region_to_write(workspace, file.region));
  JH_TRY(const auto content,
         read_library_file(file.name, file.bytes, there.readers.reader(file.stop),
                           there.library.catalogue));
  JH_TRY(const auto library, office_library(there));
  Plan plan(library, there.vocabulary);
  LibraryImport import{.name = file.name, .region = library.region, .ignored = content.ignored};
  for (const auto& row : content.rows) {
    import.entries.push_back(plan.take(row));
  }
  if (file.dry_run || plan.versions().empty()) {
    return import;
  }
  auto versions = plan.versions();
  for (auto& version : versions) {
    version.document_name = file.name;
    version.author = there.user;
  }
  JH_TRY_DO(there.store.keep_library_versions(library.region, versions));
  return import;
}

}  // namespace jiheng::app
