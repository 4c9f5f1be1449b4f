#include "packs/scoring_profile_keys.h"

#include "packs/toml_keys.h"

namespace jiheng::packs {
namespace {

Result<void> read_band(const Keys& keys, ShareBand& band) {
  JH_TRY_DO(keys.only({"from", "to", "share"}));
  JH_TRY_DO(keys.set("from", band.from));
  JH_TRY_DO(keys.set("to", band.to));
  return keys.set("share", band.share);
}

Result<void> read_level(const Keys& keys, LevelSettings& level) {
  JH_TRY_DO(keys.only({"name", "words", "from", "to", "takes"}));
  JH_TRY_DO(keys.set("name", level.name));
  JH_TRY_DO(keys.set("words", level.words));
  JH_TRY_DO(keys.set("from", level.from));
  JH_TRY_DO(keys.set("to", level.to));
  return keys.set("takes", level.takes);
}

Result<void> read_grade(const Keys& keys, GradeBand& grade) {
  JH_TRY_DO(keys.only({"name", "from", "to"}));
  JH_TRY_DO(keys.set("name", grade.name));
  JH_TRY_DO(keys.set("from", grade.from));
  return keys.set("to", grade.to);
}

Result<void> read_cap(const Keys& keys, ExecutionCap& cap) {
  JH_TRY_DO(keys.only({"from", "to", "total"}));
  JH_TRY_DO(keys.set("from", cap.from));
  JH_TRY_DO(keys.set("to", cap.to));
  return keys.set("total", cap.total);
}

Result<void> read_late(const Keys& keys, LateBand& late) {
  JH_TRY_DO(keys.only({"days", "share"}));
  JH_TRY_DO(keys.set("days", late.days));
  return keys.set("share", late.share);
}

Result<void> read_assignment(const Keys& keys, Assignment& assignment) {
  JH_TRY_DO(keys.only({"method", "roles", "kinds", "comparators", "endings"}));
  JH_TRY_DO(keys.set_word("method", assignment.method, method_from_word));
  JH_TRY_DO(keys.set("roles", assignment.roles));
  JH_TRY_DO(keys.set("kinds", assignment.kinds));
  JH_TRY_DO(keys.set("comparators", assignment.comparators));
  return keys.set("endings", assignment.endings);
}

Result<void> read_kinds(const Keys& keys, KindPoints& points) {
  JH_TRY_DO(keys.only({"cost", "output", "benefit", "satisfaction"}));
  JH_TRY_DO(keys.set("cost", points.cost));
  JH_TRY_DO(keys.set("output", points.output));
  JH_TRY_DO(keys.set("benefit", points.benefit));
  return keys.set("satisfaction", points.satisfaction);
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

Result<void> read_proportion(const Keys& keys, ProportionSettings& settings) {
  JH_TRY_DO(keys.only({"clause", "verified", "ceiling", "equal", "tolerance", "pass", "strict"}));
  JH_TRY_DO(keys.set_clause(settings.clause));
  JH_TRY_DO(keys.set_word("ceiling", settings.ceiling, ceiling_from_word));
  JH_TRY_DO(keys.set_word("equal", settings.equal, equal_from_word));
  JH_TRY_DO(keys.set("tolerance", settings.tolerance));
  JH_TRY_DO(keys.set("pass", settings.pass));
  return keys.set("strict", settings.strict);
}

Result<void> read_caps(const Keys& keys, ExecutionSettings& settings) {
  JH_TRY_DO(keys.only({"clause", "verified", "cap"}));
  JH_TRY_DO(keys.set_clause(settings.cap_clause));
  return keys.list("cap", settings.caps, read_cap);
}

Result<void> read_execution(const Keys& keys, ExecutionSettings& settings) {
  JH_TRY_DO(keys.only({"clause", "verified", "points", "band", "caps"}));
  JH_TRY_DO(keys.set_clause(settings.clause));
  JH_TRY_DO(keys.set("points", settings.points));
  JH_TRY_DO(keys.list("band", settings.bands, read_band));
  return keys.section("caps", settings, read_caps);
}

Result<void> read_over(const Keys& keys, OverSettings& settings) {
  JH_TRY_DO(keys.only({"clause", "verified", "from", "points", "share", "per"}));
  JH_TRY_DO(keys.set_clause(settings.clause));
  JH_TRY_DO(keys.set("from", settings.from));
  JH_TRY_DO(keys.set("points", settings.points));
  JH_TRY_DO(keys.set("share", settings.share));
  return keys.set("per", settings.per);
}

Result<void> read_direct(const Keys& keys, ClauseSettings& clause) {
  JH_TRY_DO(keys.only({"clause", "verified"}));
  return keys.set_clause(clause);
}

Result<void> read_graded(const Keys& keys, GradedSettings& settings) {
  JH_TRY_DO(keys.only({"clause", "verified", "level"}));
  JH_TRY_DO(keys.set_clause(settings.clause));
  return keys.list("level", settings.levels, read_level);
}

Result<void> read_satisfaction(const Keys& keys, SatisfactionSettings& settings) {
  JH_TRY_DO(keys.only({"clause", "verified", "met_is_full", "band"}));
  JH_TRY_DO(keys.set_clause(settings.clause));
  JH_TRY_DO(keys.set("met_is_full", settings.met_is_full));
  return keys.list("band", settings.bands, read_band);
}

Result<void> read_stepped(const Keys& keys, SteppedSettings& settings) {
  JH_TRY_DO(keys.only({"clause", "verified", "band"}));
  JH_TRY_DO(keys.set_clause(settings.clause));
  return keys.list("band", settings.bands, read_band);
}

Result<void> read_deduction(const Keys& keys, DeductionSettings& settings) {
  JH_TRY_DO(keys.only({"clause", "verified", "per", "off"}));
  JH_TRY_DO(keys.set_clause(settings.clause));
  JH_TRY_DO(keys.set("per", settings.per));
  return keys.set("off", settings.off);
}

Result<void> read_grades(const Keys& keys, ScoringProfile& profile) {
  JH_TRY_DO(keys.only({"clause", "verified", "grade"}));
  JH_TRY_DO(keys.set_clause(profile.grade_clause));
  return keys.list("grade", profile.grades, read_grade);
}

Result<void> read_points(const Keys& keys, ScoringProfile& profile) {
  JH_TRY_DO(keys.only({"clause", "verified", "kinds"}));
  JH_TRY_DO(keys.set_clause(profile.kind_clause));
  return keys.list("kinds", profile.kinds, read_kinds);
}

Result<void> read_head(const Keys& keys, ScoringProfile& profile) {
  JH_TRY_DO(keys.set("title", profile.title));
  JH_TRY_DO(keys.set("version", profile.version, kLastVersion));
  JH_TRY_DO(keys.set_clause(profile.clause));
  JH_TRY_DO(keys.set("places", profile.places, Decimal::kMaxScale));
  JH_TRY_DO(keys.set("total", profile.total));
  JH_TRY_DO(keys.set("fraction_from", profile.fraction_from));
  return keys.set("difference", profile.difference);
}

}  // namespace

Result<void> read_profile_keys(const TomlFile& file, ScoringProfile& profile) {
  const Keys keys(file, file.table);
  JH_TRY_DO(
      keys.only({"id",     "title",      "version",       "inherits",     "clause",  "verified",
                 "places", "total",      "fraction_from", "difference",   "assign",  "execution",
                 "direct", "proportion", "graded",        "satisfaction", "stepped", "deduction",
                 "late",   "over",       "grades",        "points"}));
  JH_TRY_DO(read_head(keys, profile));
  JH_TRY_DO(keys.list("assign", profile.assignments, read_assignment));
  JH_TRY_DO(keys.list("late", profile.late, read_late));
  JH_TRY_DO(keys.section("direct", profile.direct, read_direct));
  JH_TRY_DO(keys.section("proportion", profile.proportion, read_proportion));
  JH_TRY_DO(keys.section("graded", profile.graded, read_graded));
  JH_TRY_DO(keys.section("satisfaction", profile.satisfaction, read_satisfaction));
  JH_TRY_DO(keys.section("stepped", profile.stepped, read_stepped));
  JH_TRY_DO(keys.section("deduction", profile.deduction, read_deduction));
  JH_TRY_DO(keys.section("over", profile.over, read_over));
  JH_TRY_DO(keys.section("execution", profile.execution, read_execution));
  JH_TRY_DO(keys.section("grades", profile, read_grades));
  return keys.section("points", profile, read_points);
}

}  // namespace jiheng::packs
