#include "app/profile_words.h"

#include <algorithm>
#include <utility>

namespace jiheng::app {
namespace {

using Profile = packs::ScoringProfile;
using Words = std::vector<std::string>;

std::string spelled(const Decimal& number) {
  return number.to_shortest_string();
}

/// Puts sections together in one language.
class Speaker {
 public:
  Speaker(const packs::Catalogue& catalogue, packs::Language language)
      : catalogue_(catalogue), language_(language) {}

  /// A section of its own; what `add` says from then on belongs to it.
  void begin(const std::string& id, const packs::ClauseSettings& clause) {
    sections_.push_back({.id = id,
                         .title = say("section." + id),
                         .clause = clause.text,
                         .clause_verified = clause.verified});
  }

  void add(const std::string& key, Words args = {}) {
    sections_.back().sentences.push_back(say(key, std::move(args)));
  }

  [[nodiscard]] std::string say(const std::string& key, Words args = {}) const {
    return catalogue_.render(language_, {"profile." + key, std::move(args)});
  }

  [[nodiscard]] std::string method(packs::Method method) const {
    return catalogue_.render(language_, {"scoring.method." + std::string(packs::word(method))});
  }

  /// "role.quantity" by its text.
  [[nodiscard]] std::string worded(std::string key, std::string_view word) const {
    key += '.';
    key += word;
    return say(key);
  }

  /// The words of a list, each by its text.
  [[nodiscard]] std::string listed(const std::string& kind, const Words& words) const {
    std::string all;
    for (const auto& word : words) {
      all += all.empty() ? "" : say("between");
      all += kind.empty() ? word : worded(kind, word);
    }
    return all;
  }

  /// "60（含）到 80", or from 80 on; `unit` is "band" of points, "percent" of rates.
  [[nodiscard]] std::string band(const std::string& unit, const Decimal& from,
                                 const std::optional<Decimal>& to) const {
    return to ? say(unit, {spelled(from), spelled(*to)}) : say(unit + "_open", {spelled(from)});
  }

  [[nodiscard]] std::vector<ProfileSection> take() {
    std::erase_if(sections_, [](const auto& section) { return section.sentences.empty(); });
    return std::move(sections_);
  }

 private:
  const packs::Catalogue& catalogue_;
  packs::Language language_;
  std::vector<ProfileSection> sections_{};
};

bool uses(const Profile& profile, packs::Method method) {
  return std::ranges::find(profile.assignments, method, &packs::Assignment::method) !=
         profile.assignments.end();
}

void say_bands(Speaker& speaker, const std::string& key,
               const std::vector<packs::ShareBand>& bands) {
  for (const auto& band : bands) {
    speaker.add(key, {speaker.band("percent", band.from, band.to), spelled(band.share)});
  }
}

void say_head(Speaker& speaker, const Profile& profile) {
  speaker.begin("head", profile.clause);
  speaker.add("total", {spelled(profile.total)});
  speaker.add("places", {std::to_string(profile.places)});
  speaker.add("fraction_from", {spelled(profile.fraction_from)});
  speaker.add("difference", {spelled(profile.difference)});
}

void say_points(Speaker& speaker, const Profile& profile) {
  speaker.begin("points", profile.kind_clause);
  for (const auto& kinds : profile.kinds) {
    std::string all;
    const auto add = [&](const std::string& kind, const std::optional<Decimal>& points) {
      if (points) {
        all += (all.empty() ? "" : speaker.say("between")) +
               speaker.say("kind_points", {speaker.say("level1." + kind), spelled(*points)});
      }
    };
    add("cost", kinds.cost);
    add("output", kinds.output);
    add("benefit", kinds.benefit);
    add("satisfaction", kinds.satisfaction);
    speaker.add("kinds", {all});
  }
}

/// 满意度类、目标为数值的指标, each condition that is said.
std::string conditions(const Speaker& speaker, const packs::Assignment& assignment) {
  Words said;
  const auto add = [&](const std::string& key, const std::string& list) {
    if (!list.empty()) {
      said.push_back(speaker.say(key, {list}));
    }
  };
  add("of_roles", speaker.listed("role", assignment.roles));
  add("of_kinds", speaker.listed("target", assignment.kinds));
  add("of_comparators", speaker.listed("", assignment.comparators));
  add("of_endings", speaker.listed("", assignment.endings));
  return said.empty() ? speaker.say("of_all") : speaker.listed("", said);
}

void say_assignments(Speaker& speaker, const Profile& profile) {
  speaker.begin("assign", profile.clause);
  std::size_t number = 0;
  for (const auto& assignment : profile.assignments) {
    speaker.add("assign", {std::to_string(++number), conditions(speaker, assignment),
                           speaker.method(assignment.method)});
  }
  speaker.add("assign_rest", {speaker.method(packs::Method::proportion)});
}

void say_proportion(Speaker& speaker, const Profile& profile) {
  const auto& settings = profile.proportion;
  auto clause = settings.clause;
  if (!settings.above_clause.text.empty()) {
    clause.text += "；" + settings.above_clause.text;
    clause.verified = clause.verified && settings.above_clause.verified;
  }
  speaker.begin("proportion", clause);
  speaker.add("floor");
  speaker.add(settings.ceiling == packs::CeilingForm::ratio ? "ceiling_ratio" : "ceiling_linear");
  switch (settings.equal) {
    case packs::EqualForm::at_least:
      speaker.add("equal_at_least");
      break;
    case packs::EqualForm::exact:
      speaker.add("equal_exact");
      break;
    case packs::EqualForm::tolerance:
      speaker.add("equal_tolerance", {spelled(settings.tolerance)});
      break;
  }
  speaker.add(settings.strict ? "strict" : "not_strict");
  if (settings.pass > Decimal{}) {
    speaker.add("pass", {spelled(settings.pass)});
  }
  speaker.add("zero");
  for (const auto& late : profile.late) {
    speaker.add("late", {spelled(late.days), spelled(late.share)});
  }
  speaker.add(profile.late.empty() ? "late_none" : "late_beyond");
}

void say_graded(Speaker& speaker, const Profile& profile) {
  speaker.begin("graded", profile.graded.clause);
  for (const auto& level : profile.graded.levels) {
    speaker.add(level.to == Decimal::whole(100) ? "level_top" : "level",
                {level.name, spelled(level.from), spelled(level.to), spelled(level.takes)});
  }
  speaker.add("level_by_person");
}

void say_methods(Speaker& speaker, const Profile& profile) {
  if (uses(profile, packs::Method::direct)) {
    speaker.begin("direct", profile.direct);
    speaker.add("direct");
  }
  say_graded(speaker, profile);
  if (uses(profile, packs::Method::satisfaction)) {
    speaker.begin("satisfaction", profile.satisfaction.clause);
    if (profile.satisfaction.met_is_full) {
      speaker.add("met_is_full");
    }
    say_bands(speaker, "satisfaction_band", profile.satisfaction.bands);
  }
  if (uses(profile, packs::Method::stepped)) {
    speaker.begin("stepped", profile.stepped.clause);
    say_bands(speaker, "stepped_band", profile.stepped.bands);
  }
  if (uses(profile, packs::Method::deduction)) {
    speaker.begin("deduction", profile.deduction.clause);
    speaker.add("deduction", {spelled(profile.deduction.per), spelled(profile.deduction.off)});
  }
}

void say_over(Speaker& speaker, const Profile& profile) {
  const auto& over = profile.over;
  if (!over.from) {
    return;
  }
  speaker.begin("over", over.clause);
  if (over.points > Decimal{}) {
    speaker.add("over_points", {spelled(*over.from), spelled(over.points)});
  }
  if (over.share > Decimal{}) {
    speaker.add("over_share", {spelled(*over.from), spelled(over.share)});
  }
  if (over.per) {
    speaker.add("over_per", {spelled(*over.per)});
  }
}

void say_execution(Speaker& speaker, const Profile& profile) {
  const auto& execution = profile.execution;
  speaker.begin("execution", execution.clause);
  speaker.add("execution_points", {spelled(execution.points)});
  if (execution.bands.empty()) {
    speaker.add("execution_rate");
  }
  say_bands(speaker, "execution_band", execution.bands);
  speaker.begin("execution.caps", execution.cap_clause);
  for (const auto& cap : execution.caps) {
    speaker.add("cap", {speaker.band("percent", cap.from, cap.to), spelled(cap.total)});
  }
}

void say_grades(Speaker& speaker, const Profile& profile) {
  speaker.begin("grades", profile.grade_clause);
  for (const auto& grade : profile.grades) {
    speaker.add("grade", {speaker.band("band", grade.from, grade.to), grade.name});
  }
  speaker.add("grade_none");
}

}  // namespace

std::vector<ProfileSection> profile_sections(const packs::ScoringProfile& profile,
                                             const packs::Catalogue& catalogue,
                                             packs::Language language) {
  Speaker speaker(catalogue, language);
  say_head(speaker, profile);
  say_points(speaker, profile);
  say_assignments(speaker, profile);
  say_proportion(speaker, profile);
  say_methods(speaker, profile);
  say_over(speaker, profile);
  say_execution(speaker, profile);
  say_grades(speaker, profile);
  return speaker.take();
}

}  // namespace jiheng::app
