#include "packs/pack_files.h"

#include <algorithm>
#include <set>

namespace jiheng::packs {
namespace {

Result<MeasureData> measure_of(const TomlFile& file, const toml::table& table) {
  JH_TRY_DO(only_keys(file, table, {"canonical", "kind", "base", "scale", "aliases"}));
  MeasureData measure;
  JH_TRY(measure.canonical, text_of(file, table, "canonical"));
  JH_TRY(measure.kind, text_of(file, table, "kind"));
  JH_TRY(measure.base, text_of(file, table, "base"));
  JH_TRY(measure.aliases, words_of(file, table, "aliases"));
  if (const auto* scale = table.get("scale")) {
    JH_TRY(measure.scale, decimal_of(file, *scale));
  }
  if (measure.base.empty()) {
    measure.base = measure.canonical;
  }
  if (measure.canonical.empty() || measure.kind.empty()) {
    return fail(ErrorCode::invalid_input, {"packs.measure_incomplete"}, where(file, table));
  }
  return measure;
}

/// `clause`, `severity`, `on` and `verified` have places of their own; the rest are a rule's
/// numbers and word lists.
Result<void> read_parameter(const TomlFile& file, std::string_view key, const toml::node& node,
                            RuleSettings& settings) {
  if (node.is_array()) {
    const toml::table one{{key, *node.as_array()}};
    JH_TRY(auto words, words_of(file, one, key));
    settings.words.emplace(std::string(key), std::move(words));
    return {};
  }
  JH_TRY(const auto number, decimal_of(file, node));
  settings.numbers.emplace(std::string(key), number);
  return {};
}

Result<RuleSettings> settings_of(const TomlFile& file, const toml::table& table) {
  RuleSettings settings;
  JH_TRY(settings.on, flag_of(file, table, "on", true));
  JH_TRY(settings.severity, text_of(file, table, "severity"));
  JH_TRY(settings.clause, text_of(file, table, "clause"));
  JH_TRY(settings.verified, flag_of(file, table, "verified", false));
  settings.says_on = table.contains("on");
  settings.where = where(file, table);
  static const std::set<std::string_view> names{"off", "error", "warning", "hint", ""};
  if (!names.contains(settings.severity)) {
    return fail(ErrorCode::invalid_input, {"packs.unknown_severity", {settings.severity}},
                where(file, *table.get("severity")));
  }
  for (const auto& [key, node] : table) {
    const std::string_view name = key.str();
    if (name != "on" && name != "severity" && name != "clause" && name != "verified") {
      JH_TRY_DO(read_parameter(file, name, node, settings));
    }
  }
  return settings;
}

/// A clause and its verification go together: a pack that cites another clause vouches for it
/// anew.
void lay_over(RuleSettings& own, const RuleSettings& parent) {
  if (!own.says_on) {
    own.on = parent.on;
  }
  if (own.severity.empty()) {
    own.severity = parent.severity;
  }
  if (own.clause.empty()) {
    own.clause = parent.clause;
    own.verified = parent.verified;
  }
  if (own.where.empty()) {
    own.where = parent.where;
  }
  own.numbers.insert(parent.numbers.begin(), parent.numbers.end());
  own.words.insert(parent.words.begin(), parent.words.end());
}

Result<void> resolve(std::vector<RulePack>& packs, RulePack& pack, std::set<std::string>& done,
                     std::vector<std::string> path) {
  if (done.contains(pack.id)) {
    return {};
  }
  if (std::ranges::find(path, pack.id) != path.end()) {
    return fail(ErrorCode::invalid_input, {"packs.circle", {pack.id}}, pack.path);
  }
  path.push_back(pack.id);
  if (!pack.inherits.empty()) {
    const auto parent = std::ranges::find(packs, pack.inherits, &RulePack::id);
    if (parent == packs.end()) {
      return fail(ErrorCode::not_found, {"packs.no_parent", {pack.inherits}}, pack.path);
    }
    JH_TRY_DO(resolve(packs, *parent, done, std::move(path)));
    for (const auto& [id, settings] : parent->rules) {
      lay_over(pack.rules.try_emplace(id).first->second, settings);
    }
  }
  done.insert(pack.id);
  return {};
}

}  // namespace

Result<void> read_measures(const TomlFile& file, Library& library) {
  JH_TRY_DO(only_keys(file, file.table, {"measure", "grade"}));
  JH_TRY(const auto measures, tables_of(file, "measure"));
  for (const auto* table : measures) {
    JH_TRY(auto measure, measure_of(file, *table));
    library.measures.push_back(std::move(measure));
  }
  JH_TRY(const auto grades, tables_of(file, "grade"));
  for (const auto* table : grades) {
    JH_TRY_DO(only_keys(file, *table, {"canonical", "aliases"}));
    JH_TRY(const auto canonical, text_of(file, *table, "canonical"));
    JH_TRY(const auto aliases, words_of(file, *table, "aliases"));
    library.grades.emplace_back(canonical, canonical);
    for (const auto& alias : aliases) {
      library.grades.emplace_back(alias, canonical);
    }
  }
  return {};
}

Result<void> read_frame(const TomlFile& file, Library& library) {
  JH_TRY_DO(
      only_keys(file, file.table, {"id", "title", "source", "verified", "level1", "category"}));
  FrameData frame;
  JH_TRY(frame.id, text_of(file, file.table, "id"));
  JH_TRY(frame.title, text_of(file, file.table, "title"));
  JH_TRY(frame.source, text_of(file, file.table, "source"));
  JH_TRY(frame.verified, flag_of(file, file.table, "verified", false));
  JH_TRY(frame.level1, words_of(file, file.table, "level1"));
  JH_TRY(const auto categories, tables_of(file, "category"));
  for (const auto* table : categories) {
    JH_TRY_DO(only_keys(file, *table, {"level1", "level2", "role", "aliases"}));
    CategoryData category;
    JH_TRY(category.level1, text_of(file, *table, "level1"));
    JH_TRY(category.level2, text_of(file, *table, "level2"));
    JH_TRY(category.role, text_of(file, *table, "role"));
    JH_TRY(category.aliases, words_of(file, *table, "aliases"));
    frame.categories.push_back(std::move(category));
  }
  library.frames.push_back(std::move(frame));
  return {};
}

Result<void> read_rule_pack(const TomlFile& file, Library& library) {
  JH_TRY_DO(only_keys(file, file.table, {"id", "title", "version", "inherits", "rules"}));
  RulePack pack;
  pack.path = file.path;
  JH_TRY(pack.id, text_of(file, file.table, "id"));
  JH_TRY(pack.title, text_of(file, file.table, "title"));
  JH_TRY(pack.inherits, text_of(file, file.table, "inherits"));
  pack.version = file.table["version"].value_or(1);
  if (pack.id.empty()) {
    return fail(ErrorCode::invalid_input, {"packs.no_id"}, file.path);
  }
  if (const auto* rules = file.table["rules"].as_table()) {
    for (const auto& [id, node] : *rules) {
      if (!node.is_table()) {
        return fail(ErrorCode::invalid_input,
                    {"packs.wrong_type", {std::string(id.str()), "[rules.…]"}}, where(file, node));
      }
      JH_TRY(auto settings, settings_of(file, *node.as_table()));
      pack.rules.emplace(std::string(id.str()), std::move(settings));
    }
  }
  library.rule_packs.push_back(std::move(pack));
  return {};
}

Result<void> resolve_inheritance(std::vector<RulePack>& packs) {
  std::set<std::string> done;
  for (auto& pack : packs) {
    JH_TRY_DO(resolve(packs, pack, done, {}));
  }
  return {};
}

}  // namespace jiheng::packs
