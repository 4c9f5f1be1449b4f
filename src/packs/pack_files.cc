#include "packs/pack_files.h"

#include <algorithm>
#include <array>

#include "packs/inherited_packs.h"

namespace jiheng::packs {
namespace {

constexpr std::string_view kNumberForm = "123.45";
constexpr std::string_view kWordsForm = "[\"…\", …]";

MeasureData measure_of(const TomlFile& file, const toml::table& table) {
  only_keys(file, table, {"canonical", "kind", "base", "scale", "aliases"});
  MeasureData measure{.canonical = text_of(file, table, "canonical"),
                      .kind = text_of(file, table, "kind"),
                      .base = text_of(file, table, "base"),
                      .aliases = words_of(file, table, "aliases"),
                      .where = where(file, table)};
  measure.scale = decimal_of(file, table, "scale").value_or(measure.scale);
  if (measure.scale.is_zero()) {
    file.refuse_value(*table.get("scale"), {"packs.wrong_type", {"scale", "> 0"}});
  }
  if (measure.base.empty()) {
    measure.base = measure.canonical;
  }
  if (measure.canonical.empty() || measure.kind.empty()) {
    file.refuse(table, {"packs.measure_incomplete"});
  }
  return measure;
}

/// A word list where the pack above has a number, or the other way round, is a typing error. Of a
/// text that is neither nobody can say which was meant.
void read_parameter(const TomlFile& file, const toml::table& table, std::string_view key,
                    RuleSettings& settings) {
  const auto& node = *table.get(key);
  const bool words_above = settings.words.contains(key);
  const bool number_above = settings.numbers.contains(key);
  const bool is_number =
      node.is_number() || (node.is_string() && Decimal::parse(node.as_string()->get()));
  if (node.is_array() ? number_above : words_above || !is_number) {
    const auto wanted = words_above    ? std::string(kWordsForm)
                        : number_above ? std::string(kNumberForm)
                                       : std::string(kNumberForm) + " | " + std::string(kWordsForm);
    file.refuse_value(node, {"packs.wrong_type", {std::string(key), wanted}});
    return;
  }
  settings.places.insert_or_assign(std::string(key), where(file, node));
  if (node.is_array()) {
    settings.words.insert_or_assign(std::string(key), words_of(file, table, key));
  } else if (const auto number = decimal_of(file, table, key)) {
    settings.numbers.insert_or_assign(std::string(key), *number);
  }
}

/// `clause`, `severity`, `on` and `verified` have places of their own; the rest are a rule's
/// numbers and word lists.
void read_settings(const TomlFile& file, const toml::table& table, RuleSettings& settings) {
  static constexpr std::array<std::string_view, 4> kSeverities{"off", "error", "warning", "hint"};
  static constexpr std::array<std::string_view, 4> kOwn{"on", "severity", "clause", "verified"};
  settings.on = flag_of(file, table, "on", settings.on);
  settings.where = where(file, table);
  if (const auto severity = text_of(file, table, "severity");
      std::ranges::find(kSeverities, severity) != kSeverities.end()) {
    settings.severity = severity;
  } else if (!severity.empty()) {
    file.refuse_value(*table.get("severity"), {"packs.unknown_severity", {severity}});
  }
  if (table.contains("clause")) {
    // A pack that cites another clause vouches for it anew.
    settings.clause = text_of(file, table, "clause");
    settings.verified = false;
  }
  settings.verified = flag_of(file, table, "verified", settings.verified);
  for (const auto& [key, node] : table) {
    if (std::ranges::find(kOwn, key.str()) == kOwn.end()) {
      read_parameter(file, table, key.str(), settings);
    }
  }
}

void read_rule_keys(const TomlFile& file, RulePack& pack) {
  only_keys(file, file.table, {"id", "title", "version", "inherits", "rules"});
  pack.title = text_of(file, file.table, "title");
  pack.version = 1;
  if (const auto* version = file.table.get("version")) {
    pack.version = static_cast<int>(version->value_or(std::int64_t{1}));
  }
  const auto* rules = file.table.get("rules");
  if (rules == nullptr) {
    return;
  }
  if (!rules->is_table()) {
    file.refuse_value(*rules, {"packs.wrong_type", {"rules", "[rules.…]"}});
    return;
  }
  for (const auto& [id, node] : *rules->as_table()) {
    if (node.is_table()) {
      read_settings(file, *node.as_table(),
                    pack.rules.try_emplace(std::string(id.str())).first->second);
    } else {
      file.refuse_value(node, {"packs.wrong_type", {std::string(id.str()), "[rules.…]"}});
    }
  }
}

/// Two frames of one id would hide each other.
void note_twin(const TomlFile& file, const FrameData& frame, const std::vector<FrameData>& before) {
  const auto twin = std::ranges::find(before, frame.id, &FrameData::id);
  if (frame.id.empty()) {
    file.refuse(file.table, {"packs.no_id"});
  } else if (twin != before.end()) {
    file.refuse(*file.table.get("id"), {"packs.id_twice", {frame.id, twin->where}});
  }
}

CategoryData category_of(const TomlFile& file, const toml::table& table, const FrameData& frame) {
  only_keys(file, table, {"level1", "level2", "role", "aliases"});
  CategoryData category{.level1 = text_of(file, table, "level1"),
                        .level2 = text_of(file, table, "level2"),
                        .role = text_of(file, table, "role"),
                        .aliases = words_of(file, table, "aliases"),
                        .where = where(file, table)};
  if (category.level1.empty() || category.level2.empty()) {
    file.refuse(table, {"packs.category_incomplete"});
  } else if (std::ranges::find(frame.level1, category.level1) == frame.level1.end()) {
    file.refuse(table, {"packs.unknown_level1", {category.level1}});
  }
  return category;
}

}  // namespace

void read_measures(const TomlFile& file, Library& library) {
  only_keys(file, file.table, {"measure", "grade"});
  for (const auto* table : tables_of(file, "measure")) {
    library.measures.push_back(measure_of(file, *table));
  }
  for (const auto* table : tables_of(file, "grade")) {
    only_keys(file, *table, {"canonical", "aliases"});
    const auto canonical = text_of(file, *table, "canonical");
    if (canonical.empty()) {
      file.refuse(*table, {"packs.grade_incomplete"});
    }
    library.grades.emplace_back(canonical, canonical);
    for (const auto& alias : words_of(file, *table, "aliases")) {
      library.grades.emplace_back(alias, canonical);
    }
  }
}

void read_frame(const TomlFile& file, Library& library) {
  only_keys(file, file.table, {"id", "title", "source", "verified", "level1", "category"});
  FrameData frame{.id = text_of(file, file.table, "id"),
                  .title = text_of(file, file.table, "title"),
                  .source = text_of(file, file.table, "source"),
                  .verified = flag_of(file, file.table, "verified", false),
                  .level1 = words_of(file, file.table, "level1"),
                  .where = where(file, file.table, "id")};
  note_twin(file, frame, library.frames);
  for (const auto* table : tables_of(file, "category")) {
    frame.categories.push_back(category_of(file, *table, frame));
  }
  library.frames.push_back(std::move(frame));
}

std::vector<RulePack> read_rule_packs(const std::vector<TomlFile>& files, PackProblems& problems) {
  constexpr auto nothing_more = [](const RulePack& /*pack*/, PackProblems& /*problems*/) {};
  return InheritedPacks<RulePack>(files, read_rule_keys, nothing_more, problems).run();
}

}  // namespace jiheng::packs
