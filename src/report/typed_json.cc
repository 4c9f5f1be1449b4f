#include "report/typed_json.h"

namespace jiheng::report {
namespace {

/// `measure` is canonical, `scale` how many of `base` one of it is: 200 万人次 is 200 × 10000 人次.
void add_measure(Json& json, const Measure& measure) {
  if (measure.kind == MeasureKind::unknown && !measure.several) {
    return;
  }
  json["measure"] = measure.canonical.empty() ? measure.filed : measure.canonical;
  json["measure_kind"] = word(measure.kind);
  if (!(measure.scale == Decimal::whole(1))) {
    json["scale"] = measure.scale.to_string();
    json["base"] = measure.base.empty() ? measure.canonical : measure.base;
  }
}

void add_number(Json& json, const char* key, const std::optional<int>& value) {
  if (value) {
    json[key] = *value;
  }
}

/// One overload a kind of target; the visitor picks.
struct Writer {
  const Measure& measured;

  Json operator()(const TextTarget& text) const {
    return {{"reason", word(text.reason)}};
  }

  Json operator()(const NumberTarget& number) const {
    Json json{{"value", number.value.to_string()}};
    add_measure(json, measured);
    if (number.approximate) {
      json["approximate"] = true;
    }
    return json;
  }

  Json operator()(const RangeTarget& range) const {
    Json json{{"low", range.low.to_string()}, {"high", range.high.to_string()}};
    add_measure(json, measured);
    return json;
  }

  Json operator()(const DateTarget& date) const {
    Json json = Json::object();
    add_number(json, "year", date.year);
    add_number(json, "quarter", date.quarter);
    add_number(json, "half", date.half);
    add_number(json, "month", date.month);
    add_number(json, "day", date.day);
    if (date.part != DatePart::whole) {
      json["part"] = word(date.part);
    }
    json["bound"] = word(date.bound);
    return json;
  }

  Json operator()(const DurationTarget& duration) const {
    Json json{{"value", duration.value.to_string()}};
    add_measure(json, duration.unit);
    if (duration.within) {
      json["within"] = true;
    }
    if (!duration.after.empty()) {
      json["after"] = duration.after;
    }
    if (duration.approximate) {
      json["approximate"] = true;
    }
    return json;
  }

  Json operator()(const FrequencyTarget& frequency) const {
    Json json{{"times", frequency.times.to_string()}};
    if (!frequency.counted.empty()) {
      json["counted"] = frequency.counted;
    }
    json["period_count"] = frequency.period_count.to_string();
    json["period"] = frequency.period;
    if (frequency.hours_per_day) {
      json["hours_per_day"] = frequency.hours_per_day->to_string();
    }
    return json;
  }

  Json operator()(const GradeTarget& grade) const {
    return {{"grade", grade.grade}};
  }
};

}  // namespace

Json typed_json(const TypedTarget& typed, const Measure& measured) {
  Json json{{"kind", word(kind(typed))}};
  json.update(std::visit(Writer{measured}, typed));
  return json;
}

}  // namespace jiheng::report
