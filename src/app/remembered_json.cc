#include "app/remembered_json.h"

namespace jiheng::app {

using Json = nlohmann::ordered_json;

Json kept_json(const std::vector<ReportLayout>& layouts) {
  auto json = Json::array();
  for (const auto& layout : layouts) {
    Json entry{{"layout", layout.layout},
               {"table", layout.table},
               {"place", layout.place},
               {"columns", Json::array()}};
    for (const auto& column : layout.columns) {
      entry["columns"].push_back(
          {{"head", column.head}, {"role", word(column.role)}, {"correction", column.correction}});
    }
    json.push_back(std::move(entry));
  }
  return json;
}

Json kept_json(const std::vector<ReportRemembered>& rows) {
  auto json = Json::array();
  for (const auto& row : rows) {
    json.push_back({{"correction", row.correction},
                    {"verdict", word(row.verdict)},
                    {"place", row.place},
                    {"text", row.text}});
  }
  return json;
}

void read_kept(const Json& report, std::vector<ReportLayout>& layouts) {
  const auto kept = report.find("layouts");
  if (kept == report.end()) {
    return;
  }
  for (const auto& entry : *kept) {
    auto& layout = layouts.emplace_back(ReportLayout{
        .layout = entry.at("layout"), .table = entry.at("table"), .place = entry.at("place")});
    for (const auto& column : entry.at("columns")) {
      layout.columns.push_back(
          {.head = column.at("head"),
           .role = column_from_word(column.at("role").get<std::string>()).value_or(Column::other),
           .correction = column.at("correction")});
    }
  }
}

void read_kept(const Json& report, std::vector<ReportRemembered>& rows) {
  const auto kept = report.find("remembered_rows");
  if (kept == report.end()) {
    return;
  }
  for (const auto& entry : *kept) {
    const auto verdict = verdict_from_word(entry.at("verdict").get<std::string>());
    rows.push_back({.correction = entry.at("correction"),
                    .verdict = verdict.value_or(Verdict::confirmed),
                    .place = entry.at("place"),
                    .text = entry.at("text")});
  }
}

}  // namespace jiheng::app
