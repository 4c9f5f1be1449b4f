#include "rule_cases.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "packs/toml_file.h"

namespace jiheng::test {
namespace {

std::string text(const toml::table& table, std::string_view key) {
  return table[key].value_or(std::string());
}

void append(const packs::TomlFile& file, std::string_view rule, bool hit,
            std::vector<RuleCase>& cases) {
  const auto tables = packs::tables_of(file, hit ? "hit" : "near_miss");
  if (!tables) {
    return;
  }
  for (const auto* table : *tables) {
    cases.push_back({.rule = std::string(rule),
                     .hit = hit,
                     .project = text(*table, "project"),
                     .level1 = text(*table, "level1"),
                     .level2 = text(*table, "level2"),
                     .name = text(*table, "name"),
                     .comparator = text(*table, "comparator"),
                     .target = text(*table, "target"),
                     .measure = text(*table, "measure"),
                     .suggestion = text(*table, "suggestion")});
  }
}

}  // namespace

std::vector<RuleCase> cases_of(const std::string& repository, std::string_view rule) {
  const auto path =
      std::filesystem::path(repository) / "test" / "cases" / (std::string(rule) + ".toml");
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  const auto file = packs::parse_toml(path.string(), bytes.str());
  std::vector<RuleCase> cases;
  if (in && file) {
    append(*file, rule, true, cases);
    append(*file, rule, false, cases);
  }
  return cases;
}

}  // namespace jiheng::test
