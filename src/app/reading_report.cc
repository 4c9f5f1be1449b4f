#include "app/reading_report.h"

#include <nlohmann/json.hpp>
#include <numeric>

namespace jiheng::app {
namespace {

using Json = nlohmann::ordered_json;

/// Texts of a document may hold bytes its encoding could not say; they were replaced already.
std::string line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json table_json(const intake::TableNote& table) {
  return {{"table", "t" + std::to_string(table.number)},
          {"first", to_string(table.first)},
          {"last", to_string(table.last)},
          {"columns", table.columns},
          {"indicators", table.indicators}};
}

/// Those of all tables, also where they were written as they were read.
std::size_t indicators_of(const intake::IntakeReport& report) {
  return std::accumulate(report.tables.begin(), report.tables.end(), std::size_t{},
                         [](std::size_t sum, const auto& table) { return sum + table.indicators; });
}

}  // namespace

std::string reading_report(const Reading& reading, const packs::Catalogue& catalogue,
                           packs::Language language) {
  const auto& report = reading.intake.report;
  Json json{{"source", reading.source},
            {"format", document::word(reading.format)},
            {"encoding", jiheng::word(reading.encoding)},
            {"sha256", reading.hash},
            {"pages", reading.pages},
            {"title", reading.intake.title},
            {"year", nullptr},
            {"form", reading.intake.form},
            {"rows", report.rows},
            {"indicators", indicators_of(report)},
            {"repeated", report.repeated},
            {"doubtful", report.doubtful},
            {"unread", report.unread},
            {"repairs", Json::object()},
            {"tables", Json::array()},
            {"notes", Json::array()},
            {"notices", Json::array()}};
  if (reading.intake.year) {
    json["year"] = *reading.intake.year;
  }
  for (const auto& [repair, rows] : report.repairs) {
    json["repairs"][std::string(word(repair))] = rows;
  }
  for (const auto& table : report.tables) {
    json["tables"].push_back(table_json(table));
  }
  for (const auto& note : report.notes) {
    json["notes"].push_back({{"place", to_string(note.place)},
                             {"fate", intake::word(note.fate)},
                             {"reason", note.reason.key},
                             {"sentence", catalogue.render(language, note.reason)},
                             {"text", note.text}});
  }
  for (const auto& notice : report.notices) {
    json["notices"].push_back({{"place", to_string(notice.place)},
                               {"reason", notice.message.key},
                               {"sentence", catalogue.render(language, notice.message)}});
  }
  return line(json);
}

std::string reading_report(std::string_view source, const Error& error,
                           const packs::Catalogue& catalogue, packs::Language language) {
  return line(Json{{"source", source},
                   {"error", error.message.key},
                   {"where", error.where},
                   {"sentence", catalogue.render(language, error.message)}});
}

}  // namespace jiheng::app
