#include "packs/monitoring_pack_keys.h"

#include "packs/toml_keys.h"

namespace jiheng::packs {
namespace {

void read_band(const Keys& keys, LightBand& band) {
  keys.only({"light", "from", "to"});
  keys.set_word("light", band.light, light_from_word);
  keys.set("from", band.from);
  keys.set("to", band.to);
}

void read_progress(const Keys& keys, ProgressSettings& settings) {
  keys.only({"clause", "verified", "band"});
  keys.set_clause(settings.clause);
  keys.list("band", settings.bands, read_band);
}

void read_execution(const Keys& keys, ExecutionWatchSettings& settings) {
  keys.only({"clause", "verified", "band", "over"});
  keys.set_clause(settings.clause);
  keys.set_word("over", settings.over, [](std::string_view word) {
    const auto known = light_from_word(word);
    return known ? std::optional(std::optional(*known)) : std::nullopt;
  });
  keys.list("band", settings.bands, read_band);
}

void set_met(const Keys& keys, MetSettings& settings) {
  keys.set_clause(settings.clause);
  keys.set_word("met", settings.met, light_from_word);
  keys.set_word("missed", settings.missed, light_from_word);
}

void read_met(const Keys& keys, MetSettings& settings) {
  keys.only({"clause", "verified", "met", "missed"});
  set_met(keys, settings);
}

std::optional<EqualWatch> equal_watch_from_word(std::string_view word) {
  return word == "progress" ? std::optional(EqualWatch::progress)
         : word == "met"    ? std::optional(EqualWatch::met)
                            : std::nullopt;
}

void read_equal(const Keys& keys, EqualSettings& settings) {
  keys.only({"clause", "verified", "by", "met", "missed"});
  keys.set_word("by", settings.by, equal_watch_from_word);
  set_met(keys, settings.met);
}

void read_level(const Keys& keys, WatchLevel& level) {
  keys.only({"name", "light", "rate", "words"});
  keys.set("name", level.name);
  keys.set_word("light", level.light, light_from_word);
  keys.set("rate", level.rate);
  keys.set("words", level.words);
}

void read_qualitative(const Keys& keys, QualitativeSettings& settings) {
  keys.only({"clause", "verified", "level"});
  keys.set_clause(settings.clause);
  keys.list("level", settings.levels, read_level);
}

void read_periods(const Keys& keys, PeriodSettings& settings) {
  keys.only({"clause", "verified", "months", "key"});
  settings.where = keys.place();
  keys.set_clause(settings.clause);
  keys.set("months", settings.months);
  keys.set("key", settings.key, kMonths);
}

void read_quadrant(const Keys& keys, QuadrantSettings& settings) {
  keys.only({"clause", "verified", "goals", "money", "cap"});
  keys.set_clause(settings.clause);
  keys.set("goals", settings.goals);
  keys.set("money", settings.money);
  keys.set("cap", settings.cap);
}

void read_forecast(const Keys& keys, ForecastSettings& settings) {
  keys.only({"clause", "verified", "from"});
  keys.set_clause(settings.clause);
  keys.set("from", settings.from);
}

void read_default_curve(const Keys& keys, DefaultCurve& settings) {
  keys.only({"kinds", "comparators", "measures", "shape", "milestones", "quarters"});
  keys.set("kinds", settings.kinds);
  keys.set("comparators", settings.comparators);
  keys.set("measures", settings.measures);
  keys.set_word("shape", settings.curve.shape, curve_shape_from_word);
  std::vector<std::string> points;
  keys.set(settings.curve.shape == CurveShape::quarters ? "quarters" : "milestones", points);
  auto curve = make_curve(settings.curve.shape, points);
  if (curve) {
    settings.curve = *std::move(curve);
  } else {
    keys.refuse(std::move(curve.error().message));
  }
}

void read_curves(const Keys& keys, CurvesSettings& settings) {
  keys.only({"clause", "verified", "default"});
  keys.set_clause(settings.clause);
  keys.list("default", settings.defaults, read_default_curve);
}

void read_reason(const Keys& keys, DeviationReason& reason) {
  keys.only({"id", "name", "en"});
  keys.set("id", reason.id);
  keys.set("name", reason.name);
  keys.set("en", reason.en);
}

void read_possibility(const Keys& keys, Possibility& possibility) {
  keys.only({"id", "name", "en", "explain"});
  keys.set("id", possibility.id);
  keys.set("name", possibility.name);
  keys.set("en", possibility.en);
  keys.set("explain", possibility.explain);
}

void read_opinions(const Keys& keys, OpinionSettings& settings) {
  keys.only({"clause", "verified", "explain_lights"});
  keys.set_clause(settings.clause);
  keys.set("explain_lights", settings.explain_lights);
  settings.where = keys.place("explain_lights");
}

void read_head(const Keys& keys, MonitoringPack& pack) {
  keys.only({"id",        "title",       "version",       "inherits",  "clause",     "verified",
             "places",    "worst_first", "fraction_from", "periods",   "positive",   "at_most",
             "less_than", "equal",       "day",           "execution", "quadrant",   "qualitative",
             "forecast",  "curves",      "reason",        "opinions",  "possibility"});
  keys.set("title", pack.title);
  keys.set_version(pack.version);
  keys.set_clause(pack.clause);
  keys.set("places", pack.places, Decimal::kMaxScale);
  keys.set("fraction_from", pack.fraction_from);
  if (keys.has("worst_first")) {
    pack.order_where = keys.place("worst_first");
  }
  keys.set_words("worst_first", pack.worst_first, light_from_word);
}

}  // namespace

void read_monitoring_keys(const TomlFile& file, MonitoringPack& pack) {
  const Keys keys(file, file.table);
  read_head(keys, pack);
  keys.section("periods", pack.periods, read_periods);
  keys.section("positive", pack.positive, read_progress);
  keys.section("at_most", pack.at_most, read_met);
  keys.section("less_than", pack.less_than, read_met);
  keys.section("equal", pack.equal, read_equal);
  keys.section("day", pack.day, read_met);
  keys.section("qualitative", pack.qualitative, read_qualitative);
  keys.section("execution", pack.execution, read_execution);
  keys.section("quadrant", pack.quadrant, read_quadrant);
  keys.section("forecast", pack.forecast, read_forecast);
  keys.section("curves", pack.curves, read_curves);
  keys.section("opinions", pack.opinions, read_opinions);
  keys.list("reason", pack.reasons, read_reason);
  keys.list("possibility", pack.possibilities, read_possibility);
}

}  // namespace jiheng::packs
