#include "labels.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "packs/toml_file.h"

namespace jiheng::labelled {
namespace {

Result<std::set<std::string>> rules_of(const packs::TomlFile& file, const toml::table& table,
                                       std::string_view key) {
  JH_TRY(auto words, packs::words_of(file, table, key));
  return std::set<std::string>(words.begin(), words.end());
}

Result<Label> label_of(const packs::TomlFile& file, const toml::table& table) {
  Label label;
  JH_TRY(label.place, packs::text_of(file, table, "place"));
  JH_TRY(label.rules, rules_of(file, table, "rules"));
  JH_TRY(label.arguable, rules_of(file, table, "arguable"));
  JH_TRY(label.apart, packs::flag_of(file, table, "apart", false));
  return label;
}

std::size_t number_of(const toml::table& table, std::string_view key) {
  return table[key].value_or(std::size_t{0});
}

tl::unexpected<Error> out_of_order(const packs::TomlFile& file, const toml::table& table) {
  return fail(ErrorCode::invalid_input, {"labelled.numbers"}, packs::where(file, table));
}

Result<Labels> labels_of(const packs::TomlFile& file) {
  JH_TRY_DO(packs::only_keys(file, file.table, {"document", "row", "project"}));
  Labels labels;
  JH_TRY(labels.document, packs::text_of(file, file.table, "document"));
  JH_TRY(const auto rows, packs::tables_of(file, "row"));
  for (const auto* table : rows) {
    JH_TRY_DO(packs::only_keys(file, *table,
                               {"place", "name", "number", "rules", "arguable", "why", "apart"}));
    JH_TRY(auto label, label_of(file, *table));
    labels.rows.push_back(std::move(label));
    if (number_of(*table, "number") != labels.rows.size()) {
      return out_of_order(file, *table);
    }
  }
  JH_TRY(const auto projects, packs::tables_of(file, "project"));
  for (const auto* table : projects) {
    JH_TRY_DO(packs::only_keys(
        file, *table,
        {"agency", "project", "place", "first", "rules", "arguable", "why", "apart"}));
    JH_TRY(auto label, label_of(file, *table));
    const auto first = number_of(*table, "first");
    const auto least = labels.projects.empty() ? 1 : labels.projects.back().first + 1;
    if (first < least || first > labels.rows.size()) {
      return out_of_order(file, *table);
    }
    labels.projects.push_back({.first = first, .label = std::move(label)});
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
    JH_TRY(const auto file, packs::parse_toml(path.filename().string(), bytes.str()));
    JH_TRY(auto labels, labels_of(file));
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
