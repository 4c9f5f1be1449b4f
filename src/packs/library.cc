#include "packs/library.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <set>

#include "packs/inherited_packs.h"
#include "packs/library_for_reading.h"
#include "packs/monitoring_pack_keys.h"
#include "packs/pack_files.h"
#include "packs/pack_sources.h"
#include "packs/plain_texts.h"
#include "packs/scoring_profile_files.h"

namespace jiheng::packs {
namespace {

/// Where a sentence stands. Views of its entry and of its file.
struct TextPlace {
  std::string_view key;
  std::string_view path;
  std::size_t line{};
};

/// Sentences of one language with the place of each.
struct Texts {
  std::string_view name;
  Catalogue::Entries entries{};
  std::vector<TextPlace> places{};

  /// False when the sentence is there already.
  bool add(std::string key, std::string text, std::string_view path, std::size_t line) {
    const auto [entry, added] = entries.emplace(std::move(key), std::move(text));
    if (added) {
      places.push_back({entry->first, path, line});
    }
    return added;
  }
};

/// False when the file has to be read as TOML: it holds more than sentences, or one twice.
bool read_plain_texts(const PackSource& source, Texts& texts) {
  auto plain = plain_texts(source.bytes);
  if (!plain) {
    return false;
  }
  std::set<std::string_view> keys;
  const bool once = std::ranges::all_of(*plain, [&](const PlainText& text) {
    return !texts.entries.contains(text.key) && keys.insert(text.key).second;
  });
  if (!once) {
    return false;
  }
  for (auto& [key, text, line] : *plain) {
    texts.add(std::move(key), std::move(text), source.path, line);
  }
  return true;
}

/// `path` is that of the file, and outlives the texts.
void read_texts(const TomlFile& file, std::string_view path, Texts& texts) {
  for (const auto& [key, node] : file.table) {
    const std::string name(key.str());
    const auto* text = node.as_string();
    if (text == nullptr) {
      file.refuse(node, {"packs.wrong_type", {name, "\"…\""}});
    } else if (!texts.add(name, text->get(), path, node.source().begin.line)) {
      file.refuse(node, {"packs.text_twice", {name}});
    }
  }
}

/// A sentence in one language only would come out as its key in the other.
void note_missing(const Texts& from, const Texts& in, PackProblems& problems) {
  for (const auto& [key, path, line] : from.places) {
    if (!in.entries.contains(key)) {
      problems.add({ErrorCode::invalid_input,
                    {"packs.text_missing", {std::string(key), std::string(in.name)}},
                    std::string(path) + ":" + std::to_string(line)});
    }
  }
}

/// Files of one kind, read together because they inherit from each other.
struct InheritingFiles {
  std::vector<TomlFile> rules{};
  std::vector<TomlFile> scoring{};
  std::vector<TomlFile> monitoring{};
};

Library read_library(const Files& files, PackProblems& problems) {
  Library library;
  Texts zh{.name = "zh"};
  Texts en{.name = "en"};
  InheritingFiles inheriting;
  for (const auto& [path, source] : files) {
    auto& texts = path.ends_with(".en.toml") ? en : zh;
    if (path.starts_with("packs/text/") && read_plain_texts(source, texts)) {
      continue;
    }
    auto file = parse_toml(source.path, source.bytes, problems);
    if (!file) {
      continue;
    }
    if (path.starts_with("packs/text/")) {
      read_texts(*file, source.path, texts);
      continue;
    }
    check_writing(*file);
    if (path.starts_with("packs/measures/")) {
      read_measures(*file, library);
    } else if (path.starts_with("packs/frames/")) {
      read_frame(*file, library);
    } else if (path.starts_with("packs/rules/")) {
      inheriting.rules.push_back(*std::move(file));
    } else if (path.starts_with("packs/scoring/")) {
      inheriting.scoring.push_back(*std::move(file));
    } else if (path.starts_with("packs/monitoring/")) {
      inheriting.monitoring.push_back(*std::move(file));
    }
  }
  library.rule_packs = read_rule_packs(inheriting.rules, problems);
  library.scoring_profiles = read_scoring_profiles(inheriting.scoring, problems);
  library.monitoring_packs =
      InheritedPacks<MonitoringPack>(inheriting.monitoring, read_monitoring_keys, check_monitoring,
                                     problems)
          .run();
  note_missing(zh, en, problems);
  note_missing(en, zh, problems);
  library.catalogue = Catalogue(std::move(zh.entries), std::move(en.entries));
  return library;
}

Result<Library> sound_library(const Files& files) {
  PackProblems problems;
  auto library = read_library(files, problems);
  JH_TRY_DO(problems.result());
  return library;
}

/// The indicator library is as long as all other packs together, and few commands ask for it:
/// `load_builtin_indicators` reads it then.
bool at_start(std::string_view path) {
  return !path.starts_with("packs/library/");
}

/// What reading documents asks for: no rules, profiles or lights.
bool for_reading(std::string_view path) {
  return path.starts_with("packs/text/") || path.starts_with("packs/measures/") ||
         path.starts_with("packs/frames/");
}

bool of_library(std::string_view path) {
  return !at_start(path);
}

/// A file that stands in none of these is one that nothing reads.
constexpr std::array<std::string_view, 7> kKinds{"rules",    "scoring", "monitoring", "frames",
                                                 "measures", "library", "text"};

void note_misplaced(const Files& files, const std::filesystem::path& folder,
                    PackProblems& problems) {
  if (files.empty()) {
    problems.add({ErrorCode::not_found, {"packs.nothing_there"}, folder.string()});
  }
  for (const auto& [path, source] : files) {
    // clang 14 captures no structured binding.
    const bool known = std::ranges::any_of(kKinds, [&name = path](std::string_view kind) {
      return name.starts_with("packs/" + std::string(kind) + "/");
    });
    if (!known) {
      problems.add({ErrorCode::invalid_input, {"packs.no_such_kind"}, source.path});
    }
  }
}

/// Where a sentence is filled in: {0}, or {0:place}.
struct Hole {
  std::size_t argument;
  bool is_place;
  std::size_t bytes;
};

std::optional<Hole> hole_at(std::string_view sentence) {
  constexpr std::string_view kPlain = "}";
  constexpr std::string_view kPlace = ":place}";
  if (sentence.size() < 3 || sentence[0] != '{' || sentence[1] < '0' || sentence[1] > '9') {
    return std::nullopt;
  }
  const auto behind = sentence.substr(2);
  const bool is_place = behind.starts_with(kPlace);
  if (!is_place && !behind.starts_with(kPlain)) {
    return std::nullopt;
  }
  return Hole{.argument = static_cast<std::size_t>(sentence[1] - '0'),
              .is_place = is_place,
              .bytes = 2 + (is_place ? kPlace : kPlain).size()};
}

}  // namespace

std::string Catalogue::render(Language language, const Text& text) const {
  const auto& entries = this->entries(language);
  const auto found = entries.find(text.key);
  const std::string& sentence = found == entries.end() ? text.key : found->second;
  std::string filled;
  for (std::size_t i = 0; i < sentence.size();) {
    const auto hole = hole_at(std::string_view(sentence).substr(i));
    if (!hole) {
      filled += sentence[i];
      ++i;
      continue;
    }
    const auto argument = hole->argument < text.args.size() ? text.args[hole->argument] : "";
    filled += hole->is_place ? render_place(language, argument) : argument;
    i += hole->bytes;
  }
  return filled;
}

std::string Catalogue::render_place(Language language, std::string_view place) const {
  constexpr std::string_view kLine = "line ";
  const auto number = place.starts_with(kLine) ? place.substr(kLine.size()) : std::string_view();
  const bool is_line =
      !number.empty() && std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
  return is_line ? render(language, {"report.place_line", {std::string(number)}})
                 : std::string(place);
}

std::string Catalogue::render_with_next(Language language, const Text& text,
                                        std::string_view place) const {
  const auto key = std::string(place) + ".next." + text.key;
  if (!entries(language).contains(key)) {
    return render(language, text);
  }
  // Chinese sentences stand without a blank between them.
  return render(language, text) + (language == Language::zh ? "" : " ") +
         render(language, {key, text.args});
}

Result<RulePack> Library::rule_pack(std::string_view id) const {
  const auto pack = std::ranges::find(rule_packs, id, &RulePack::id);
  if (pack == rule_packs.end()) {
    return fail(ErrorCode::not_found, {"packs.no_rule_pack", {std::string(id)}});
  }
  return *pack;
}

Result<ScoringProfile> Library::scoring_profile(std::string_view id) const {
  const auto profile = std::ranges::find(scoring_profiles, id, &ScoringProfile::id);
  if (profile == scoring_profiles.end()) {
    return fail(ErrorCode::not_found, {"packs.no_scoring_profile", {std::string(id)}});
  }
  return *profile;
}

Result<MonitoringPack> Library::monitoring_pack(std::string_view id) const {
  const auto pack = std::ranges::find(monitoring_packs, id, &MonitoringPack::id);
  if (pack == monitoring_packs.end()) {
    return fail(ErrorCode::not_found, {"packs.no_monitoring_pack", {std::string(id)}});
  }
  return *pack;
}

Result<Library> load_builtin() {
  return sound_library(builtin_files(at_start));
}

Result<Library> load_builtin_for_reading() {
  return sound_library(builtin_files(for_reading));
}

Result<Library> load(const std::filesystem::path& folder) {
  JH_TRY(const auto files, files_with(folder, at_start));
  return sound_library(files);
}

Result<CheckedFolder> read_folder(const std::filesystem::path& folder) {
  CheckedFolder checked;
  JH_TRY(const auto own, files_in(folder));
  note_misplaced(own, folder, checked.problems);
  JH_TRY(const auto files, files_with(folder, at_start));
  checked.library = read_library(files, checked.problems);
  JH_TRY(const auto indicators, files_with(folder, of_library));
  checked.indicators = read_indicator_files(indicators, checked.problems);
  return checked;
}

}  // namespace jiheng::packs
