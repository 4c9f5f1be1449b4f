#include "report/monitoring_form.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "report/csv.h"
#include "report/row_text.h"

namespace jiheng::report {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 24> kColumns{
    "year",   "month",         "agency",   "project",  "level1",      "level2",
    "level3", "comparator",    "target",   "measure",  "actual",      "light",
    "rate",   "due_share",     "forecast", "expected", "possibility", "reasons",
    "words",  "measure_taken", "note",     "budget",   "executed",    "derivation"};

std::string spelled(const std::optional<Decimal>& value) {
  return value ? value->to_shortest_string() : "";
}

std::string light_word(const std::optional<packs::Light>& light,
                       const std::optional<Unscored>& unlit) {
  if (light) {
    return std::string(packs::word(*light));
  }
  return unlit == Unscored::no_actual ? "not_reported" : "none";
}

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
  std::string text;
  for (const auto& word : words) {
    text.append(text.empty() ? "" : separator).append(word);
  }
  return text;
}

std::vector<std::string> sentences(const MonitoringForms& forms, const LightDerivation& derivation,
                                   const std::optional<Unscored>& unlit) {
  std::vector<std::string> said;
  for (const auto& step : derivation.steps) {
    said.push_back(forms.catalogue.render(forms.language, step));
  }
  if (unlit) {
    said.push_back(forms.catalogue.render(forms.language, text_of(*unlit)));
  }
  return said;
}

std::string money_line(const MonitoringForms& forms, const MonitoringForm& form) {
  const auto& watch = form.execution;
  const auto money = form.money.empty() ? ProjectMoney{} : form.money.front();
  std::array<std::string, kColumns.size()> cells{};
  cells[0] = std::to_string(form.year);
  cells[1] = std::to_string(form.month);
  cells[2] = form.agency;
  cells[3] = form.project;
  cells[11] = light_word(watch.light, watch.unlit);
  cells[12] = spelled(watch.pace);
  cells[14] = spelled(watch.forecast);
  cells[15] = spelled(money.expected);
  cells[21] = spelled(money.budget());
  cells[22] = spelled(money.executed);
  cells[23] = joined(sentences(forms, watch.derivation, watch.unlit), "；");
  for (auto& cell : cells) {
    cell = safe_cell(cell);
  }
  return csv_line(std::span<const std::string>(cells));
}

std::string indicator_line(const MonitoringForms& forms, const MonitoringForm& form,
                           const MonitoringFormRow& said) {
  const auto& row = said.row;
  const auto& watch = said.watch;
  std::array<std::string, kColumns.size()> cells{
      std::to_string(form.year),
      std::to_string(form.month),
      form.agency,
      form.project,
      row.level1,
      row.level2,
      row.name,
      row.comparator ? std::string(symbol(*row.comparator)) : "",
      row.target,
      row.measure,
      said.actual,
      light_word(watch.light, watch.unlit),
      spelled(watch.rate),
      spelled(watch.due_share),
      spelled(watch.forecast),
      said.expected,
      said.possibility,
      joined(said.reasons, " "),
      said.words,
      said.measure,
      said.note,
      "",
      "",
      joined(sentences(forms, watch.derivation, watch.unlit), "；")};
  for (auto& cell : cells) {
    cell = safe_cell(cell);
  }
  return csv_line(std::span<const std::string>(cells));
}

Json light_json(const MonitoringForms& forms, const std::optional<packs::Light>& light,
                const std::optional<Unscored>& unlit, const LightDerivation& derivation) {
  return {{"light", light_word(light, unlit)},
          {"derivation", sentences(forms, derivation, unlit)},
          {"clause", derivation.clause},
          {"clause_verified", derivation.clause_verified}};
}

Json row_json(const MonitoringForms& forms, const MonitoringFormRow& said) {
  const auto& row = said.row;
  auto json = light_json(forms, said.watch.light, said.watch.unlit, said.watch.derivation);
  json["level1"] = row.level1;
  json["level2"] = row.level2;
  json["level3"] = row.name;
  json["comparator"] = row.comparator ? std::string(symbol(*row.comparator)) : "";
  json["target"] = row.target;
  json["measure"] = row.measure;
  json["actual"] = said.actual;
  json["rate"] = spelled(said.watch.rate);
  json["due_share"] = spelled(said.watch.due_share);
  json["forecast"] = spelled(said.watch.forecast);
  json["expected"] = said.expected;
  json["possibility"] = said.possibility;
  json["reasons"] = said.reasons;
  json["words"] = said.words;
  json["measure_taken"] = said.measure;
  json["note"] = said.note;
  return json;
}

Json money_json(const ProjectMoney& money) {
  return {{"source", money.source},
          {"as_of", iso(money.as_of)},
          {"initial", spelled(money.initial)},
          {"adjusted", spelled(money.adjusted)},
          {"executed", spelled(money.executed)},
          {"expected", spelled(money.expected)}};
}

}  // namespace

std::string monitoring_csv(const MonitoringForms& forms) {
  std::string text(kBom);
  text += csv_line(kColumns);
  for (const auto& form : forms.forms) {
    text += money_line(forms, form);
    for (const auto& row : form.rows) {
      text += indicator_line(forms, form, row);
    }
  }
  return text;
}

std::string monitoring_json(const MonitoringForms& forms) {
  Json json{{"form", "monitoring"}, {"pack", forms.pack.id}, {"projects", Json::array()}};
  for (const auto& form : forms.forms) {
    Json one{{"year", form.year},
             {"month", form.month},
             {"agency", form.agency},
             {"project", form.project},
             {"light", light_word(form.light, {})},
             {"money", Json::array()},
             {"execution", light_json(forms, form.execution.light, form.execution.unlit,
                                      form.execution.derivation)},
             {"indicators", Json::array()}};
    one["execution"]["rate"] = spelled(form.execution.rate);
    one["execution"]["pace"] = spelled(form.execution.pace);
    one["execution"]["forecast"] = spelled(form.execution.forecast);
    for (const auto& money : form.money) {
      one["money"].push_back(money_json(money));
    }
    for (const auto& row : form.rows) {
      one["indicators"].push_back(row_json(forms, row));
    }
    json["projects"].push_back(std::move(one));
  }
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace jiheng::report
