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

LibraryIndicatorData indicator_of(const TomlFile& file, const toml::table& table) {
  std::vector<std::string_view> known{"aliases", "bounded", "targets"};
  known.reserve(known.size() + kTexts.size());
  LibraryIndicatorData indicator{.code = "", .name = "", .where = where(file, table)};
  for (const auto& [key, text] : kTexts) {
    known.push_back(key);
    indicator.*text = text_of(file, table, key);
  }
  only_keys(file, table, known);
  indicator.aliases = words_of(file, table, "aliases");
  indicator.targets = words_of(file, table, "targets");
  indicator.bounded = flag_of(file, table, "bounded", false);
  if (indicator.code.empty() || indicator.name.empty()) {
    file.refuse(table, {"packs.indicator_incomplete"});
  }
  return indicator;
}

/// Notes what would give one row two indicators.
class Spellings {
 public:
  explicit Spellings(PackProblems& problems) : problems_(problems) {}

  void add(const LibraryIndicatorData& indicator) {
    const auto [earlier, is_new] = codes_.emplace(indicator.code, indicator.where);
    if (!is_new) {
      refuse({"packs.code_twice", {indicator.code, earlier->second}}, indicator);
    }
    add(indicator.name, indicator);
    for (const auto& alias : indicator.aliases) {
      add(alias, indicator);
    }
  }

 private:
  void add(const std::string& spelling, const LibraryIndicatorData& indicator) {
    const auto [earlier, is_new] = names_.emplace(search_key(spelling), indicator.code);
    if (!is_new) {
      refuse({"packs.name_twice", {spelling, earlier->second}}, indicator);
    }
  }

  void refuse(Text message, const LibraryIndicatorData& indicator) {
    problems_.add({ErrorCode::invalid_input, std::move(message), indicator.where});
  }

  PackProblems& problems_;
  std::map<std::string, std::string> codes_{};  // → where
  std::map<std::string, std::string> names_{};  // folded → code
};

void read_indicators(const TomlFile& file, std::vector<LibraryIndicatorData>& indicators) {
  only_keys(file, file.table, {"id", "title", "version", "verified", "common", "indicator"});
  const auto common = flag_of(file, file.table, "common", false);
  for (const auto* table : tables_of(file, "indicator")) {
    auto indicator = indicator_of(file, *table);
    indicator.common = common;
    if (!indicator.code.empty() && !indicator.name.empty()) {
      indicators.push_back(std::move(indicator));
    }
  }
}

Result<std::vector<LibraryIndicatorData>> read_files(const Files& files) {
  PackProblems problems;
  auto indicators = read_indicator_files(files, problems);
  JH_TRY_DO(problems.result());
  return indicators;
}

}  // namespace

std::vector<LibraryIndicatorData> read_indicator_files(const Files& files, PackProblems& problems) {
  std::vector<LibraryIndicatorData> indicators;
  for (const auto& [path, source] : files) {
    if (const auto file = parse_toml(source.path, source.bytes, problems)) {
      check_writing(*file);
      read_indicators(*file, indicators);
    }
  }
  Spellings spellings(problems);
  for (const auto& indicator : indicators) {
    spellings.add(indicator);
  }
  return indicators;
}

Result<std::vector<LibraryIndicatorData>> load_builtin_indicators() {
  return read_files(builtin_files(is_library));
}

Result<std::vector<LibraryIndicatorData>> load_indicators(const std::filesystem::path& folder) {
  JH_TRY(const auto files, files_with(folder, is_library));
  return read_files(files);
}

}  // namespace jiheng::packs
