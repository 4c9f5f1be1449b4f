#include "packs/indicators.h"

#include <array>
#include <map>

#include "base/text.h"
#include "packs/pack_sources.h"
#include "packs/toml_file.h"

namespace jiheng::packs {
namespace {

bool is_library(std::string_view path) {
  return path.starts_with("packs/library/");
}

/// The members that are one text each.
struct Member {
  std::string_view key;
  std::string LibraryIndicatorData::*text;
};

constexpr std::array<Member, 12> kTexts{{{"code", &LibraryIndicatorData::code},
                                         {"name", &LibraryIndicatorData::name},
                                         {"sector", &LibraryIndicatorData::sector},
                                         {"role", &LibraryIndicatorData::role},
                                         {"measure", &LibraryIndicatorData::measure},
                                         {"direction", &LibraryIndicatorData::direction},
                                         {"meaning", &LibraryIndicatorData::meaning},
                                         {"formula", &LibraryIndicatorData::formula},
                                         {"source", &LibraryIndicatorData::source},
                                         {"evidence", &LibraryIndicatorData::evidence},
                                         {"method", &LibraryIndicatorData::method},
                                         {"scoring", &LibraryIndicatorData::scoring}}};

Result<LibraryIndicatorData> indicator_of(const TomlFile& file, const toml::table& table) {
  std::vector<std::string_view> known{"aliases", "bounded", "targets"};
  LibraryIndicatorData indicator{.code = "", .name = "", .where = where(file, table)};
  for (const auto& [key, text] : kTexts) {
    known.push_back(key);
    JH_TRY(indicator.*text, text_of(file, table, key));
  }
  JH_TRY_DO(only_keys(file, table, known));
  JH_TRY(indicator.aliases, words_of(file, table, "aliases"));
  JH_TRY(indicator.targets, words_of(file, table, "targets"));
  JH_TRY(indicator.bounded, flag_of(file, table, "bounded", false));
  if (indicator.code.empty() || indicator.name.empty()) {
    return fail(ErrorCode::invalid_input, {"packs.indicator_incomplete"}, indicator.where);
  }
  return indicator;
}

/// Refuses what would give one row two indicators.
class Spellings {
 public:
  Result<void> add(const LibraryIndicatorData& indicator) {
    if (!codes_.emplace(indicator.code, indicator.where).second) {
      return fail(ErrorCode::invalid_input,
                  {"packs.code_twice", {indicator.code, codes_.at(indicator.code)}},
                  indicator.where);
    }
    JH_TRY_DO(add(indicator.name, indicator));
    for (const auto& alias : indicator.aliases) {
      JH_TRY_DO(add(alias, indicator));
    }
    return {};
  }

 private:
  Result<void> add(const std::string& spelling, const LibraryIndicatorData& indicator) {
    const auto [earlier, is_new] = names_.emplace(search_key(spelling), indicator.code);
    if (!is_new) {
      return fail(ErrorCode::invalid_input, {"packs.name_twice", {spelling, earlier->second}},
                  indicator.where);
    }
    return {};
  }

  std::map<std::string, std::string> codes_{};  // → where
  std::map<std::string, std::string> names_{};  // folded → code
};

Result<void> read_indicators(const TomlFile& file, std::vector<LibraryIndicatorData>& indicators) {
  JH_TRY_DO(
      only_keys(file, file.table, {"id", "title", "version", "verified", "common", "indicator"}));
  JH_TRY(const auto common, flag_of(file, file.table, "common", false));
  JH_TRY(const auto tables, tables_of(file, "indicator"));
  for (const auto* table : tables) {
    JH_TRY(auto indicator, indicator_of(file, *table));
    indicator.common = common;
    indicators.push_back(std::move(indicator));
  }
  return {};
}

Result<std::vector<LibraryIndicatorData>> read_files(const Files& files) {
  std::vector<LibraryIndicatorData> indicators;
  for (const auto& [path, bytes] : files) {
    JH_TRY(const auto file, parse_toml(path, bytes));
    JH_TRY_DO(read_indicators(file, indicators));
  }
  Spellings spellings;
  for (const auto& indicator : indicators) {
    JH_TRY_DO(spellings.add(indicator));
  }
  return indicators;
}

}  // namespace

Result<std::vector<LibraryIndicatorData>> load_builtin_indicators() {
  return read_files(builtin_files(is_library));
}

Result<std::vector<LibraryIndicatorData>> load_indicators(const std::filesystem::path& folder) {
  JH_TRY(const auto files, files_with(folder, is_library));
  return read_files(files);
}

}  // namespace jiheng::packs
