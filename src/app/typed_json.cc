#include "app/typed_json.h"

#include <string>

namespace jiheng::app {
namespace {

using Json = nlohmann::ordered_json;

/// Adds a member when there is something to say.
void add(Json& json, const char* name, const std::string& text) {
  if (!text.empty()) {
    json[name] = text;
  }
}

void add(Json& json, const char* name, const std::optional<int>& number) {
  if (number) {
    json[name] = *number;
  }
}

void add_flag(Json& json, const char* name, bool flag) {
  if (flag) {
    json[name] = true;
  }
}

const std::string& canonical(const Measure& measure) {
  return measure.canonical.empty() ? measure.filed : measure.canonical;
}

/// Writes the members of one kind of target.
struct Members {
  Json& json;

  void operator()(const TextTarget& target) const {
    json["reason"] = word(target.reason);
  }

  void operator()(const NumberTarget& target) const {
    json["value"] = target.value.to_string();
    add_flag(json, "approximate", target.approximate);
  }

  void operator()(const RangeTarget& target) const {
    json["low"] = target.low.to_string();
    json["high"] = target.high.to_string();
  }

  void operator()(const DateTarget& target) const {
    add(json, "year", target.year);
    add(json, "quarter", target.quarter);
    add(json, "half", target.half);
    add(json, "month", target.month);
    add(json, "day", target.day);
    if (target.part != DatePart::whole) {
      json["part"] = word(target.part);
    }
    json["bound"] = word(target.bound);
  }

  void operator()(const DurationTarget& target) const {
    json["value"] = target.value.to_string();
    json["unit"] = canonical(target.unit);
    add_flag(json, "within", target.within);
    add(json, "after", target.after);
    add_flag(json, "approximate", target.approximate);
  }

  void operator()(const FrequencyTarget& target) const {
    json["times"] = target.times.to_string();
    add(json, "counted", target.counted);
    json["period_count"] = target.period_count.to_string();
    json["period"] = target.period;
    if (target.hours_per_day) {
      json["hours_per_day"] = target.hours_per_day->to_string();
    }
  }

  void operator()(const GradeTarget& target) const {
    json["grade"] = target.grade;
  }
};

}  // namespace

Json typed_json(const Indicator& row) {
  Json json{{"kind", word(kind(row.typed))}};
  std::visit(Members{json}, row.typed);
  add(json, "measure", canonical(row.measured));
  return json;
}

}  // namespace jiheng::app
