#include "labels.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "packs/toml_file.h"

namespace jiheng::labelled {
namespace {

std::set<std::string> rules_of(const packs::TomlFile& file, const toml::table& table,
                               std::string_view key) {
  const auto words = packs::words_of(file, table, key);
  return std::set<std::string>(words.begin(), words.end());
}

Label label_of(const packs::TomlFile& file, const toml::table& table) {
  return {.place = packs::text_of(file, table, "place"),
          .rules = rules_of(file, table, "rules"),
          .arguable = rules_of(file, table, "arguable"),
          .apart = packs::flag_of(file, table, "apart", false)};
}

std::size_t number_of(const toml::table& table, std::string_view key) {
  return table[key].value_or(std::size_t{0});
}

tl::unexpected<Error> out_of_order(const packs::TomlFile& file, const toml::table& table) {
  return fail(ErrorCode::invalid_input, {"labelled.numbers"}, packs::where(file, table));
}

Result<Labels> labels_of(const packs::TomlFile& file) {
  packs::only_keys(file, file.table, {"document", "row", "project"});
  Labels labels;
  labels.document = packs::text_of(file, file.table, "document");
  for (const auto* table : packs::tables_of(file, "row")) {
    packs::only_keys(file, *table,
                     {"place", "name", "number", "rules", "arguable", "why", "apart"});
    labels.rows.push_back(label_of(file, *table));
    if (number_of(*table, "number") != labels.rows.size()) {
      return out_of_order(file, *table);
    }
  }
  for (const auto* table : packs::tables_of(file, "project")) {
    packs::only_keys(file, *table,
                     {"agency", "project", "place", "first", "rules", "arguable", "why", "apart"});
    const auto first = number_of(*table, "first");
    const auto least = labels.projects.empty() ? 1 : labels.projects.back().first + 1;
    if (first < least || first > labels.rows.size()) {
      return out_of_order(file, *table);
    }
    labels.projects.push_back({.first = first, .label = label_of(file, *table)});
  }
  return labels;
}

}  // namespace

Result<std::vector<Labels>> read_labels(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".toml" && entry.path().filename() != "floors.toml") {
      paths.push_back(entry.path());
    }
  }
  std::ranges::sort(paths);
  std::vector<Labels> all;
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    packs::PackProblems problems;
    const auto file = packs::parse_toml(path.filename().string(), bytes.str(), problems);
    JH_TRY_DO(problems.result());
    JH_TRY(auto labels, labels_of(*file));
    JH_TRY_DO(problems.result());
    all.push_back(std::move(labels));
  }
  return all;
}

std::set<std::string> project_rules(const std::vector<Labels>& all) {
  std::set<std::string> rules;
  for (const auto& labels : all) {
    for (const auto& project : labels.projects) {
      rules.insert(project.label.rules.begin(), project.label.rules.end());
      rules.insert(project.label.arguable.begin(), project.label.arguable.end());
    }
  }
  return rules;
}

}  // namespace jiheng::labelled
