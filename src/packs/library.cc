#include "packs/library.h"

#include <algorithm>

#include "packs/inherited_packs.h"
#include "packs/monitoring_pack_keys.h"
#include "packs/pack_files.h"
#include "packs/pack_sources.h"
#include "packs/scoring_profile_files.h"

namespace jiheng::packs {
namespace {

Result<void> read_texts(const TomlFile& file, Catalogue::Entries& entries) {
  for (const auto& [key, node] : file.table) {
    const auto* text = node.as_string();
    if (text == nullptr) {
      return fail(ErrorCode::invalid_input, {"packs.wrong_type", {std::string(key.str()), "\"…\""}},
                  where(file, node));
    }
    if (!entries.emplace(std::string(key.str()), text->get()).second) {
      return fail(ErrorCode::invalid_input, {"packs.text_twice", {std::string(key.str())}},
                  where(file, node));
    }
  }
  return {};
}

/// A sentence in one language only would come out as its key in the other.
Result<void> same_keys(const Catalogue::Entries& zh, const Catalogue::Entries& en) {
  const auto missing = [](const auto& from, const auto& in) {
    return std::ranges::find_if(from, [&](const auto& entry) { return !in.contains(entry.first); });
  };
  if (const auto key = missing(zh, en); key != zh.end()) {
    return fail(ErrorCode::invalid_input, {"packs.text_missing", {key->first, "en"}}, "packs/text");
  }
  if (const auto key = missing(en, zh); key != en.end()) {
    return fail(ErrorCode::invalid_input, {"packs.text_missing", {key->first, "zh"}}, "packs/text");
  }
  return {};
}

/// Two packs of one id would hide each other.
Result<void> each_id_once(const std::vector<RulePack>& packs) {
  for (auto pack = packs.begin(); pack != packs.end(); ++pack) {
    const auto other = std::find_if(packs.begin(), pack,
                                    [&](const RulePack& before) { return before.id == pack->id; });
    if (other != pack) {
      return fail(ErrorCode::invalid_input, {"packs.id_twice", {pack->id, other->path}},
                  pack->path);
    }
  }
  return {};
}

Result<Library> read_library(const Files& files) {
  Library library;
  Catalogue::Entries zh;
  Catalogue::Entries en;
  std::vector<TomlFile> profiles;
  std::vector<TomlFile> monitoring;
  for (const auto& [path, bytes] : files) {
    JH_TRY(auto file, parse_toml(path, bytes));
    if (path.starts_with("packs/measures/")) {
      JH_TRY_DO(read_measures(file, library));
    } else if (path.starts_with("packs/frames/")) {
      JH_TRY_DO(read_frame(file, library));
    } else if (path.starts_with("packs/rules/")) {
      JH_TRY_DO(read_rule_pack(file, library));
    } else if (path.starts_with("packs/scoring/")) {
      profiles.push_back(std::move(file));
    } else if (path.starts_with("packs/monitoring/")) {
      monitoring.push_back(std::move(file));
    } else if (path.starts_with("packs/text/")) {
      JH_TRY_DO(read_texts(file, path.ends_with(".en.toml") ? en : zh));
    }
  }
  JH_TRY_DO(each_id_once(library.rule_packs));
  JH_TRY_DO(resolve_inheritance(library.rule_packs));
  JH_TRY(library.scoring_profiles, read_scoring_profiles(profiles));
  JH_TRY(library.monitoring_packs,
         InheritedPacks<MonitoringPack>(monitoring, read_monitoring_keys, check_monitoring).run());
  JH_TRY_DO(same_keys(zh, en));
  library.catalogue = Catalogue(std::move(zh), std::move(en));
  return library;
}

/// The indicator library is as long as all other packs together, and few commands ask for it:
/// `load_builtin_indicators` reads it then.
bool at_start(std::string_view path) {
  return !path.starts_with("packs/library/");
}

}  // namespace

std::string Catalogue::render(Language language, const Text& text) const {
  const auto& entries = this->entries(language);
  const auto found = entries.find(text.key);
  const std::string& sentence = found == entries.end() ? text.key : found->second;
  std::string filled;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const bool hole = sentence[i] == '{' && i + 2 < sentence.size() && sentence[i + 2] == '}' &&
                      sentence[i + 1] >= '0' && sentence[i + 1] <= '9';
    if (!hole) {
      filled += sentence[i];
      continue;
    }
    const auto argument = static_cast<std::size_t>(sentence[i + 1] - '0');
    filled += argument < text.args.size() ? text.args[argument] : "";
    i += 2;
  }
  return filled;
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
  return read_library(builtin_files(at_start));
}

Result<Library> load(const std::filesystem::path& folder) {
  JH_TRY(const auto files, files_with(folder, at_start));
  return read_library(files);
}

}  // namespace jiheng::packs
