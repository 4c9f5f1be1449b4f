#include "report/extract_rows.h"

#include <array>

#include "report/box_json.h"
#include "report/typed_json.h"

namespace jiheng::report {
namespace {

constexpr std::array<std::string_view, 17> kNames{
    "source", "place",      "agency",   "project",  "level1", "level2",
    "level3", "comparator", "target",   "measure",  "points", "actual",
    "score",  "reason",     "as_filed", "repaired", "doubt"};

template <typename Codes>
std::string joined(const Codes& codes) {
  std::string text;
  for (const auto code : codes) {
    text += (text.empty() ? "" : " ") + std::string(word(code));
  }
  return text;
}

/// The values in the order of `kNames`.
std::array<std::string, kNames.size()> values_of(std::string_view source, const Indicator& row) {
  return {std::string(source),
          to_string(row.place),
          row.agency,
          row.project,
          row.level1,
          row.level2,
          row.name,
          row.comparator ? std::string(symbol(*row.comparator)) : std::string(),
          row.target,
          row.measure,
          row.points,
          row.actual,
          row.score,
          row.reason,
          row.as_filed,
          joined(row.repaired),
          joined(row.doubt)};
}

template <typename Codes>
Json code_list(const Codes& codes) {
  auto list = Json::array();
  for (const auto code : codes) {
    list.push_back(word(code));
  }
  return list;
}

}  // namespace

std::string extract_csv_header() {
  return csv_line(kNames);
}

std::string extract_csv_line(std::string_view source, const Indicator& indicator, CsvFor reader) {
  const auto values = values_of(source, indicator);
  return csv_line({values.begin(), values.end()}, reader);
}

std::string extract_json_line(std::string_view source, const Indicator& indicator) {
  const auto values = values_of(source, indicator);
  Json json{{"record", "indicator"}};
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    json[std::string(kNames.at(i))] = values.at(i);
  }
  json["explanation"] = indicator.explanation;
  json["standard"] = indicator.standard;
  json["repaired"] = code_list(indicator.repaired);
  json["doubt"] = code_list(indicator.doubt);
  json["typed"] = typed_json(indicator.typed, indicator.measured);
  json["measurable"] = is_measurable(indicator);
  json["box"] = boxes_json(indicator.boxes);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace jiheng::report
