#include "packs/monitoring_pack_keys.h"

#include "packs/toml_keys.h"

namespace jiheng::packs {
namespace {

Result<void> read_band(const Keys& keys, LightBand& band) {
  JH_TRY_DO(keys.only({"light", "from", "to"}));
  JH_TRY_DO(keys.set_word("light", band.light, light_from_word));
  JH_TRY_DO(keys.set("from", band.from));
  return keys.set("to", band.to);
}

Result<void> read_progress(const Keys& keys, ProgressSettings& settings) {
  JH_TRY_DO(keys.only({"clause", "verified", "band"}));
  JH_TRY_DO(keys.set_clause(settings.clause));
  return keys.list("band", settings.bands, read_band);
}

Result<void> read_execution(const Keys& keys, ExecutionWatchSettings& settings) {
  JH_TRY_DO(keys.only({"clause", "verified", "band", "over"}));
  JH_TRY_DO(keys.set_clause(settings.clause));
  const auto light = [](std::string_view word) {
    const auto known = light_from_word(word);
    return known ? std::optional(std::optional(*known)) : std::nullopt;
  };
  JH_TRY_DO(keys.set_word("over", settings.over, light));
  return keys.list("band", settings.bands, read_band);
}

Result<void> set_met(const Keys& keys, MetSettings& settings) {
  JH_TRY_DO(keys.set_clause(settings.clause));
  JH_TRY_DO(keys.set_word("met", settings.met, light_from_word));
  return keys.set_word("missed", settings.missed, light_from_word);
}

Result<void> read_met(const Keys& keys, MetSettings& settings) {
  JH_TRY_DO(keys.only({"clause", "verified", "met", "missed"}));
  return set_met(keys, settings);
}

std::optional<EqualWatch> equal_watch_from_word(std::string_view word) {
  return word == "progress" ? std::optional(EqualWatch::progress)
         : word == "met"    ? std::optional(EqualWatch::met)
                            : std::nullopt;
}

Result<void> read_equal(const Keys& keys, EqualSettings& settings) {
  JH_TRY_DO(keys.only({"clause", "verified", "by", "met", "missed"}));
  JH_TRY_DO(keys.set_word("by", settings.by, equal_watch_from_word));
  return set_met(keys, settings.met);
}

Result<void> read_level(const Keys& keys, WatchLevel& level) {
  JH_TRY_DO(keys.only({"name", "light", "rate", "words"}));
  JH_TRY_DO(keys.set("name", level.name));
  JH_TRY_DO(keys.set_word("light", level.light, light_from_word));
  JH_TRY_DO(keys.set("rate", level.rate));
  return keys.set("words", level.words);
}

Result<void> read_qualitative(const Keys& keys, QualitativeSettings& settings) {
  JH_TRY_DO(keys.only({"clause", "verified", "level"}));
  JH_TRY_DO(keys.set_clause(settings.clause));
  return keys.list("level", settings.levels, read_level);
}

Result<void> read_periods(const Keys& keys, PeriodSettings& settings) {
  JH_TRY_DO(keys.only({"clause", "verified", "months", "key"}));
  settings.where = keys.place();
  JH_TRY_DO(keys.set_clause(settings.clause));
  JH_TRY_DO(keys.set("months", settings.months));
  return keys.set("key", settings.key, kMonths);
}

Result<void> read_quadrant(const Keys& keys, QuadrantSettings& settings) {
  JH_TRY_DO(keys.only({"clause", "verified", "goals", "money", "cap"}));
  JH_TRY_DO(keys.set_clause(settings.clause));
  JH_TRY_DO(keys.set("goals", settings.goals));
  JH_TRY_DO(keys.set("money", settings.money));
  return keys.set("cap", settings.cap);
}

Result<void> read_forecast(const Keys& keys, ForecastSettings& settings) {
  JH_TRY_DO(keys.only({"clause", "verified", "from"}));
  JH_TRY_DO(keys.set_clause(settings.clause));
  return keys.set("from", settings.from);
}

Result<void> read_default_curve(const Keys& keys, DefaultCurve& settings) {
  JH_TRY_DO(keys.only({"kinds", "comparators", "measures", "shape", "milestones", "quarters"}));
  JH_TRY_DO(keys.set("kinds", settings.kinds));
  JH_TRY_DO(keys.set("comparators", settings.comparators));
  JH_TRY_DO(keys.set("measures", settings.measures));
  JH_TRY_DO(keys.set_word("shape", settings.curve.shape, curve_shape_from_word));
  std::vector<std::string> points;
  JH_TRY_DO(
      keys.set(settings.curve.shape == CurveShape::quarters ? "quarters" : "milestones", points));
  auto curve = make_curve(settings.curve.shape, points);
  if (!curve) {
    curve.error().where = keys.place();
    return tl::unexpected(std::move(curve.error()));
  }
  settings.curve = *std::move(curve);
  return {};
}

Result<void> read_curves(const Keys& keys, CurvesSettings& settings) {
  JH_TRY_DO(keys.only({"clause", "verified", "default"}));
  JH_TRY_DO(keys.set_clause(settings.clause));
  return keys.list("default", settings.defaults, read_default_curve);
}

Result<void> read_reason(const Keys& keys, DeviationReason& reason) {
  JH_TRY_DO(keys.only({"id", "name"}));
  JH_TRY_DO(keys.set("id", reason.id));
  return keys.set("name", reason.name);
}

Result<void> read_possibility(const Keys& keys, Possibility& possibility) {
  JH_TRY_DO(keys.only({"id", "name", "explain"}));
  JH_TRY_DO(keys.set("id", possibility.id));
  JH_TRY_DO(keys.set("name", possibility.name));
  return keys.set("explain", possibility.explain);
}

Result<void> read_opinions(const Keys& keys, OpinionSettings& settings) {
  JH_TRY_DO(keys.only({"clause", "verified", "explain_lights"}));
  JH_TRY_DO(keys.set_clause(settings.clause));
  return keys.set("explain_lights", settings.explain_lights);
}

Result<void> read_head(const Keys& keys, MonitoringPack& pack) {
  JH_TRY_DO(keys.only({"id",        "title",    "version",     "inherits",      "clause",
                       "verified",  "places",   "worst_first", "fraction_from", "periods",
                       "positive",  "at_most",  "less_than",   "equal",         "day",
                       "execution", "quadrant", "qualitative", "forecast",      "curves",
                       "reason",    "opinions", "possibility"}));
  JH_TRY_DO(keys.set("title", pack.title));
  JH_TRY_DO(keys.set("version", pack.version, kLastVersion));
  JH_TRY_DO(keys.set_clause(pack.clause));
  JH_TRY_DO(keys.set("places", pack.places, Decimal::kMaxScale));
  JH_TRY_DO(keys.set("fraction_from", pack.fraction_from));
  return keys.set_words("worst_first", pack.worst_first, light_from_word);
}

}  // namespace

Result<void> read_monitoring_keys(const TomlFile& file, MonitoringPack& pack) {
  const Keys keys(file, file.table);
  JH_TRY_DO(read_head(keys, pack));
  JH_TRY_DO(keys.section("periods", pack.periods, read_periods));
  JH_TRY_DO(keys.section("positive", pack.positive, read_progress));
  JH_TRY_DO(keys.section("at_most", pack.at_most, read_met));
  JH_TRY_DO(keys.section("less_than", pack.less_than, read_met));
  JH_TRY_DO(keys.section("equal", pack.equal, read_equal));
  JH_TRY_DO(keys.section("day", pack.day, read_met));
  JH_TRY_DO(keys.section("qualitative", pack.qualitative, read_qualitative));
  JH_TRY_DO(keys.section("execution", pack.execution, read_execution));
  JH_TRY_DO(keys.section("quadrant", pack.quadrant, read_quadrant));
  JH_TRY_DO(keys.section("forecast", pack.forecast, read_forecast));
  JH_TRY_DO(keys.section("curves", pack.curves, read_curves));
  JH_TRY_DO(keys.section("opinions", pack.opinions, read_opinions));
  JH_TRY_DO(keys.list("reason", pack.reasons, read_reason));
  return keys.list("possibility", pack.possibilities, read_possibility);
}

}  // namespace jiheng::packs
