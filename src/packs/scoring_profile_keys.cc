#include "packs/scoring_profile_keys.h"

#include "packs/toml_keys.h"

namespace jiheng::packs {
namespace {

void read_band(const Keys& keys, ShareBand& band) {
  keys.only({"from", "to", "share"});
  keys.set("from", band.from);
  keys.set("to", band.to);
  keys.set("share", band.share);
}

void read_level(const Keys& keys, LevelSettings& level) {
  keys.only({"name", "words", "from", "to", "takes"});
  keys.set("name", level.name);
  keys.set("words", level.words);
  keys.set("from", level.from);
  keys.set("to", level.to);
  keys.set("takes", level.takes);
}

void read_grade(const Keys& keys, GradeBand& grade) {
  keys.only({"name", "from", "to"});
  keys.set("name", grade.name);
  keys.set("from", grade.from);
  keys.set("to", grade.to);
}

void read_cap(const Keys& keys, ExecutionCap& cap) {
  keys.only({"from", "to", "total"});
  keys.set("from", cap.from);
  keys.set("to", cap.to);
  keys.set("total", cap.total);
}

void read_late(const Keys& keys, LateBand& late) {
  keys.only({"days", "share"});
  keys.set("days", late.days);
  keys.set("share", late.share);
}

void read_assignment(const Keys& keys, Assignment& assignment) {
  keys.only({"method", "roles", "kinds", "comparators", "endings"});
  keys.set_word("method", assignment.method, method_from_word);
  keys.set("roles", assignment.roles);
  keys.set("kinds", assignment.kinds);
  keys.set("comparators", assignment.comparators);
  keys.set("endings", assignment.endings);
}

void read_kinds(const Keys& keys, KindPoints& points) {
  keys.only({"cost", "output", "benefit", "satisfaction"});
  keys.set("cost", points.cost);
  keys.set("output", points.output);
  keys.set("benefit", points.benefit);
  keys.set("satisfaction", points.satisfaction);
}

std::optional<CeilingForm> ceiling_from_word(std::string_view word) {
  return word == "ratio"    ? std::optional(CeilingForm::ratio)
         : word == "linear" ? std::optional(CeilingForm::linear)
                            : std::nullopt;
}

std::optional<EqualForm> equal_from_word(std::string_view word) {
  return word == "at_least"    ? std::optional(EqualForm::at_least)
         : word == "exact"     ? std::optional(EqualForm::exact)
         : word == "tolerance" ? std::optional(EqualForm::tolerance)
                               : std::nullopt;
}

void read_above(const Keys& keys, ClauseSettings& clause) {
  keys.only({"clause", "verified"});
  keys.set_clause(clause);
}

void read_proportion(const Keys& keys, ProportionSettings& settings) {
  keys.only({"clause", "verified", "ceiling", "equal", "tolerance", "pass", "strict", "above"});
  settings.where = keys.place();
  keys.set_clause(settings.clause);
  keys.set_word("ceiling", settings.ceiling, ceiling_from_word);
  keys.set_word("equal", settings.equal, equal_from_word);
  keys.set("tolerance", settings.tolerance);
  keys.set("pass", settings.pass);
  keys.set("strict", settings.strict);
  keys.section("above", settings.above_clause, read_above);
}

void read_caps(const Keys& keys, ExecutionSettings& settings) {
  keys.only({"clause", "verified", "cap"});
  keys.set_clause(settings.cap_clause);
  keys.list("cap", settings.caps, read_cap);
}

void read_execution(const Keys& keys, ExecutionSettings& settings) {
  keys.only({"clause", "verified", "points", "band", "caps"});
  settings.where = keys.place();
  keys.set_clause(settings.clause);
  keys.set("points", settings.points);
  keys.list("band", settings.bands, read_band);
  keys.section("caps", settings, read_caps);
}

void read_over(const Keys& keys, OverSettings& settings) {
  keys.only({"clause", "verified", "from", "points", "share", "per"});
  settings.where = keys.place();
  keys.set_clause(settings.clause);
  keys.set("from", settings.from);
  keys.set("points", settings.points);
  keys.set("share", settings.share);
  keys.set("per", settings.per);
}

void read_direct(const Keys& keys, ClauseSettings& clause) {
  keys.only({"clause", "verified"});
  keys.set_clause(clause);
}

void read_graded(const Keys& keys, GradedSettings& settings) {
  keys.only({"clause", "verified", "level"});
  keys.set_clause(settings.clause);
  keys.list("level", settings.levels, read_level);
}

void read_satisfaction(const Keys& keys, SatisfactionSettings& settings) {
  keys.only({"clause", "verified", "met_is_full", "band"});
  keys.set_clause(settings.clause);
  keys.set("met_is_full", settings.met_is_full);
  keys.list("band", settings.bands, read_band);
}

void read_stepped(const Keys& keys, SteppedSettings& settings) {
  keys.only({"clause", "verified", "band"});
  keys.set_clause(settings.clause);
  keys.list("band", settings.bands, read_band);
}

void read_deduction(const Keys& keys, DeductionSettings& settings) {
  keys.only({"clause", "verified", "per", "off"});
  settings.where = keys.place();
  keys.set_clause(settings.clause);
  keys.set("per", settings.per);
  keys.set("off", settings.off);
}

void read_grades(const Keys& keys, ScoringProfile& profile) {
  keys.only({"clause", "verified", "grade"});
  keys.set_clause(profile.grade_clause);
  keys.list("grade", profile.grades, read_grade);
}

void read_points(const Keys& keys, ScoringProfile& profile) {
  keys.only({"clause", "verified", "kinds"});
  keys.set_clause(profile.kind_clause);
  keys.list("kinds", profile.kinds, read_kinds);
}

void read_head(const Keys& keys, ScoringProfile& profile) {
  keys.set("title", profile.title);
  keys.set_version(profile.version);
  keys.set_clause(profile.clause);
  keys.set("places", profile.places, Decimal::kMaxScale);
  keys.set("total", profile.total);
  keys.set("fraction_from", profile.fraction_from);
  keys.set("difference", profile.difference);
}

}  // namespace

void read_profile_keys(const TomlFile& file, ScoringProfile& profile) {
  const Keys keys(file, file.table);
  keys.only({"id",     "title",      "version",       "inherits",     "clause",  "verified",
             "places", "total",      "fraction_from", "difference",   "assign",  "execution",
             "direct", "proportion", "graded",        "satisfaction", "stepped", "deduction",
             "late",   "over",       "grades",        "points"});
  read_head(keys, profile);
  keys.list("assign", profile.assignments, read_assignment);
  keys.list("late", profile.late, read_late);
  keys.section("direct", profile.direct, read_direct);
  keys.section("proportion", profile.proportion, read_proportion);
  keys.section("graded", profile.graded, read_graded);
  keys.section("satisfaction", profile.satisfaction, read_satisfaction);
  keys.section("stepped", profile.stepped, read_stepped);
  keys.section("deduction", profile.deduction, read_deduction);
  keys.section("over", profile.over, read_over);
  keys.section("execution", profile.execution, read_execution);
  keys.section("grades", profile, read_grades);
  keys.section("points", profile, read_points);
}

}  // namespace jiheng::packs
