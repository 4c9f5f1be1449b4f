#include "packs/scoring_profile_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "packs/scoring_profile_files.h"
#include "packs/toml_file.h"

namespace jiheng::packs {
namespace {

/// A basic string of TOML.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      out += fmt::format("\\u{:04X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string spelled(std::string_view text) {
  return quoted(text);
}

std::string spelled(bool flag) {
  return flag ? "true" : "false";
}

std::string spelled(int number) {
  return std::to_string(number);
}

/// Bare where a reader of TOML gets the very number back: it may keep 15 digits only, and few
/// places before it writes an exponent.
std::string spelled(const Decimal& number) {
  constexpr std::size_t kExact = 15;
  constexpr std::size_t kPlaces = 4;
  auto text = number.to_shortest_string();
  const auto point = text.find('.');
  const auto places = point == std::string::npos ? 0 : text.size() - point - 1;
  return text.size() <= kExact && places <= kPlaces ? text : quoted(text);
}

std::string spelled(const std::optional<Decimal>& number) {
  return number ? spelled(*number) : std::string();
}

std::string spelled(const std::vector<std::string>& words) {
  std::string out = "[";
  for (const auto& word : words) {
    out += (out.size() > 1 ? ", " : "") + quoted(word);
  }
  return out + "]";
}

std::string_view word(CeilingForm form) {
  return form == CeilingForm::ratio ? "ratio" : "linear";
}

std::string_view word(EqualForm form) {
  switch (form) {
    case EqualForm::at_least:
      return "at_least";
    case EqualForm::exact:
      return "exact";
    case EqualForm::tolerance:
      return "tolerance";
  }
  return "";
}

/// An element of a list of tables, written in one line.
class InlineTable {
 public:
  template <typename Value>
  InlineTable& add(std::string_view key, const Value& value) {
    if (auto text = spelled(value); !text.empty() && text != "[]") {
      text_ += (text_.empty() ? "" : ", ") + std::string(key) + " = " + std::move(text);
    }
    return *this;
  }

  [[nodiscard]] std::string text() const {
    return "{" + text_ + "}";
  }

 private:
  std::string text_{};
};

InlineTable table_of(const ShareBand& band) {
  return InlineTable().add("from", band.from).add("to", band.to).add("share", band.share);
}

InlineTable table_of(const LevelSettings& level) {
  return InlineTable()
      .add("name", level.name)
      .add("words", level.words)
      .add("from", level.from)
      .add("to", level.to)
      .add("takes", level.takes);
}

InlineTable table_of(const GradeBand& grade) {
  return InlineTable().add("name", grade.name).add("from", grade.from).add("to", grade.to);
}

InlineTable table_of(const ExecutionCap& cap) {
  return InlineTable().add("from", cap.from).add("to", cap.to).add("total", cap.total);
}

InlineTable table_of(const LateBand& late) {
  return InlineTable().add("days", late.days).add("share", late.share);
}

InlineTable table_of(const Assignment& assignment) {
  return InlineTable()
      .add("method", word(assignment.method))
      .add("roles", assignment.roles)
      .add("kinds", assignment.kinds)
      .add("comparators", assignment.comparators)
      .add("endings", assignment.endings);
}

InlineTable table_of(const KindPoints& points) {
  return InlineTable()
      .add("cost", points.cost)
      .add("output", points.output)
      .add("benefit", points.benefit)
      .add("satisfaction", points.satisfaction);
}

/// Collects the keys of a profile, table by table.
class Settings {
 public:
  Settings& in(std::string table) {
    table_ = std::move(table);
    return *this;
  }

  template <typename Value>
  Settings& add(std::string_view key, const Value& value) {
    settings_.push_back({named(key), spelled(value)});
    return *this;
  }

  Settings& add_clause(const ClauseSettings& clause) {
    return add("clause", clause.text).add("verified", clause.verified);
  }

  template <typename Element>
  Settings& add_list(std::string_view key, const std::vector<Element>& elements) {
    std::string list;
    for (const auto& element : elements) {
      list += (list.empty() ? "[" : ", ") + table_of(element).text();
    }
    settings_.push_back({named(key), list.empty() ? "" : list + "]"});
    return *this;
  }

  [[nodiscard]] std::vector<Setting> take() {
    return std::move(settings_);
  }

 private:
  [[nodiscard]] std::string named(std::string_view key) const {
    return table_.empty() ? std::string(key) : table_ + "." + std::string(key);
  }

  std::string table_{};
  std::vector<Setting> settings_{};
};

void add_head(Settings& settings, const ScoringProfile& profile) {
  settings.add("id", profile.id)
      .add("title", profile.title)
      .add("version", profile.version)
      .add_clause(profile.clause)
      .add("places", profile.places)
      .add("total", profile.total)
      .add("fraction_from", profile.fraction_from)
      .add("difference", profile.difference)
      .add_list("assign", profile.assignments)
      .add_list("late", profile.late);
}

void add_methods(Settings& settings, const ScoringProfile& profile) {
  const auto& proportion = profile.proportion;
  settings.in("direct").add_clause(profile.direct);
  settings.in("proportion")
      .add_clause(proportion.clause)
      .add("ceiling", word(proportion.ceiling))
      .add("equal", word(proportion.equal))
      .add("tolerance", proportion.tolerance)
      .add("pass", proportion.pass)
      .add("strict", proportion.strict);
  // Said only where a profile says it, so that those that do not keep their text.
  if (!proportion.above_clause.text.empty()) {
    settings.in("proportion.above").add_clause(proportion.above_clause);
  }
  settings.in("graded").add_clause(profile.graded.clause).add_list("level", profile.graded.levels);
  settings.in("satisfaction")
      .add_clause(profile.satisfaction.clause)
      .add("met_is_full", profile.satisfaction.met_is_full)
      .add_list("band", profile.satisfaction.bands);
  settings.in("stepped").add_clause(profile.stepped.clause).add_list("band", profile.stepped.bands);
  settings.in("deduction")
      .add_clause(profile.deduction.clause)
      .add("per", profile.deduction.per)
      .add("off", profile.deduction.off);
  settings.in("over")
      .add_clause(profile.over.clause)
      .add("from", profile.over.from)
      .add("points", profile.over.points)
      .add("share", profile.over.share)
      .add("per", profile.over.per);
}

void add_project(Settings& settings, const ScoringProfile& profile) {
  const auto& execution = profile.execution;
  settings.in("execution")
      .add_clause(execution.clause)
      .add("points", execution.points)
      .add_list("band", execution.bands);
  settings.in("execution.caps").add_clause(execution.cap_clause).add_list("cap", execution.caps);
  settings.in("grades").add_clause(profile.grade_clause).add_list("grade", profile.grades);
  settings.in("points").add_clause(profile.kind_clause).add_list("kinds", profile.kinds);
}

std::string line_of(const Setting& setting) {
  return setting.key + " = " + setting.value + "\n";
}

std::string text_of(const std::vector<Setting>& settings) {
  std::string text;
  for (const auto& setting : settings) {
    text += setting.value.empty() ? "" : line_of(setting);
  }
  return text;
}

/// A value as it was typed, as TOML: what is none is a word.
std::string as_toml(std::string_view key, std::string value) {
  for (auto& c : value) {
    c = c == '\n' || c == '\r' ? ' ' : c;
  }
  PackProblems ignored;
  const auto written = parse_toml(key, line_of({std::string(key), value}), ignored);
  return value.empty() || written ? value : quoted(value);
}

/// The key that stands on the line "path:line" names; "" where no line is named.
std::string key_at(const std::vector<Setting>& settings, std::string_view where) {
  const auto colon = where.rfind(':');
  if (colon == std::string_view::npos) {
    return "";
  }
  std::size_t line = 0;
  std::from_chars(where.data() + colon + 1, where.data() + where.size(), line);
  for (const auto& setting : settings) {
    if (!setting.value.empty() && line-- == 1) {
      return setting.key;
    }
  }
  return "";
}

/// The error in terms of keys: its place, and places its sentence names.
Error by_key(Error error, const std::vector<Setting>& settings, const std::string& path,
             std::span<const Setting> changes) {
  for (auto& arg : error.message.args) {
    if (arg.starts_with(path + ":")) {
      arg = key_at(settings, arg);
    }
  }
  error.where = key_at(settings, error.where);
  if (error.where == "id") {  // where errors about the whole profile stand
    error.where.clear();
  }
  if (error.where.empty() && changes.size() == 1) {
    error.where = changes.front().key;
  }
  return error;
}

}  // namespace

std::vector<Setting> settings_of(const ScoringProfile& profile) {
  Settings settings;
  add_head(settings, profile);
  add_methods(settings, profile);
  add_project(settings, profile);
  return settings.take();
}

std::string profile_text(const ScoringProfile& profile) {
  return text_of(settings_of(profile));
}

Result<ScoringProfile> read_profile_text(std::string_view text, std::string_view path) {
  PackProblems problems;
  std::vector<TomlFile> files;
  if (auto file = parse_toml(path, text, problems)) {
    files.push_back(*std::move(file));  // a copy would forget its lines
  }
  auto profiles = read_scoring_profiles(files, problems);
  JH_TRY_DO(problems.result());
  return std::move(profiles.front());
}

Result<ScoringProfile> changed_profile(const ScoringProfile& profile,
                                       std::span<const Setting> changes) {
  auto settings = settings_of(profile);
  for (const auto& change : changes) {
    const auto setting = std::ranges::find(settings, change.key, &Setting::key);
    if (setting == settings.end() || change.key == "id") {
      return fail(ErrorCode::invalid_input, {"packs.unknown_key", {change.key}}, change.key);
    }
    setting->value = as_toml(change.key, change.value);
  }
  auto changed = read_profile_text(text_of(settings), profile.id);
  if (!changed) {
    return tl::unexpected(by_key(std::move(changed.error()), settings, profile.id, changes));
  }
  changed->inherits = profile.inherits;
  changed->path = profile.path;
  return changed;
}

}  // namespace jiheng::packs
