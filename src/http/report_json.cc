// What importing gave, and the numbers of a year.
#include <algorithm>
#include <limits>

#include "base/date.h"
#include "domain/place.h"
#include "http/json.h"

namespace jiheng::http {
namespace {

template <typename Words>
Json words_of(const Words& words) {
  auto json = Json::array();
  for (const auto item : words) {
    json.push_back(word(item));
  }
  return json;
}

Json id_or_null(const std::optional<std::int64_t>& id) {
  return id ? id_json(*id) : Json(nullptr);
}

Json preview_json(const Indicator& row) {
  return {{"place", to_string(row.place)},
          {"line", row.place.line},
          {"agency", row.agency},
          {"project", row.project},
          {"level1", row.level1},
          {"level2", row.level2},
          {"name", row.name},
          {"comparator", row.comparator ? symbol(*row.comparator) : ""},
          {"target", row.target},
          {"measure", row.measure},
          {"doubt", words_of(row.doubt)},
          {"repaired", words_of(row.repaired)}};
}

Json named_rows_json(const std::vector<app::NamedRow>& rows, std::size_t most) {
  auto json = Json::array();
  for (std::size_t i = 0; i < std::min(rows.size(), most); ++i) {
    const auto& row = rows[i];
    json.push_back(
        {{"agency", row.agency},
         {"project", row.project},
         {"name", row.name},
         {"place", row.place},
         {"document_id", row.document_id == 0 ? Json(nullptr) : id_json(row.document_id)}});
  }
  return json;
}

Json changes_json(const app::ReportChanges& changes, std::size_t most) {
  Json json{{"new", changes.added},     {"unchanged", changes.unchanged},
            {"gone", changes.gone},     {"carried", changes.carried},
            {"changed", Json::array()}, {"conflicts", Json::array()}};
  json["new_rows"] = named_rows_json(changes.added_rows, most);
  json["gone_rows"] = named_rows_json(changes.gone_rows, most);
  json["rows_cut"] = changes.added_rows.size() > most || changes.gone_rows.size() > most;
  for (const auto& cell : changes.changed) {
    json["changed"].push_back({{"agency", cell.agency},
                               {"project", cell.project},
                               {"name", cell.name},
                               {"field", word(cell.field)},
                               {"before", cell.before},
                               {"after", cell.after}});
  }
  for (const auto& cell : changes.conflicts) {
    json["conflicts"].push_back({{"agency", cell.agency},
                                 {"project", cell.project},
                                 {"name", cell.name},
                                 {"field", word(cell.field)},
                                 {"filed", cell.filed},
                                 {"edited", cell.edited}});
  }
  return json;
}

void add_reading(Json& json, const app::ImportReport& report, const Speech& say) {
  json["agencies"] = Json::array();
  for (const auto& agency : report.agencies) {
    json["agencies"].push_back(
        {{"name", agency.name}, {"projects", agency.projects}, {"indicators", agency.indicators}});
  }
  json["repairs"] = Json::array();
  for (const auto& [repair, rows] : report.repairs) {
    const std::string name(word(repair));
    json["repairs"].push_back(
        {{"repair", name}, {"title", say({"repair." + name})}, {"rows", rows}});
  }
  json["tables"] = Json::array();
  for (const auto& table : report.tables) {
    json["tables"].push_back({{"table", table.table},
                              {"first", table.first},
                              {"last", table.last},
                              {"columns", table.columns},
                              {"indicators", table.indicators}});
  }
  json["notes"] = Json::array();
  for (const auto& note : report.notes) {
    json["notes"].push_back({{"place", note.place},
                             {"line", note.line},
                             {"fate", note.fate},
                             {"reason", say(note.reason)},
                             {"text", note.text}});
  }
  json["notices"] = Json::array();
  for (const auto& notice : report.notices) {
    json["notices"].push_back(
        {{"code", notice.message.key}, {"message", say(notice.message)}, {"place", notice.place}});
  }
}

}  // namespace

Json import_json(const store::Import& import, const Speech& say) {
  return {{"id", id_json(import.id)},
          {"document_id", id_json(import.document_id)},
          {"name", import.name},
          {"year", import.year},
          {"region", import.region},
          {"form", import.form},
          {"version", import.version},
          {"at", iso_time(import.at_ms)},
          {"indicators", import.indicators},
          {"repeated", import.repeated},
          {"doubtful", import.doubtful},
          {"unread", import.unread},
          {"sentence", say(app::sentence_of(import))}};
}

Json import_report_json(const app::ImportReport& report, const Speech& say, bool all_rows) {
  Json json{{"id", id_or_null(report.id)}, {"document_id", id_or_null(report.document_id)},
            {"dry_run", report.dry_run},   {"outcome", app::word(report.outcome)},
            {"version", report.version},   {"sentence", say(app::sentence_of(report))},
            {"name", report.name},         {"format", report.format},
            {"encoding", report.encoding}, {"title", report.title},
            {"year", report.year},         {"region", report.region},
            {"form", report.form},         {"rows", report.rows},
            {"projects", report.projects}, {"indicators", report.indicators},
            {"repeated", report.repeated}, {"doubtful", report.doubtful},
            {"unread", report.unread}};
  json["hash"] = report.hash;
  json["frame"] = report.frame;
  json["remembered"] = report.remembered;
  add_reading(json, report, say);
  add_remembered(json, report);
  json["findings"] = counts_json(report.findings);
  if (!report.preview.empty()) {
    json["preview"] = Json::array();
    for (const auto& row : report.preview) {
      json["preview"].push_back(preview_json(row));
    }
  }
  if (report.dry_run) {
    json["doubts"] = Json::array();
    for (const auto& row : report.doubts) {
      json["doubts"].push_back(doubtful_row_json(row, say));
    }
  }
  json["changes"] =
      changes_json(report.changes, all_rows ? std::numeric_limits<std::size_t>::max() : kNamedRows);
  return json;
}

Json document_lines_json(const app::DocumentLines& lines) {
  Json json{{"document_id", id_json(lines.document_id)},
            {"name", lines.name},
            {"format", lines.format},
            {"total", lines.total},
            {"from", lines.from},
            {"lines", Json::array()}};
  for (const auto& line : lines.lines) {
    Json entry{{"line", line.line}, {"text", line.text}, {"indicators", Json::array()}};
    if (!line.fate.empty()) {
      entry["fate"] = line.fate;
    }
    for (const auto& row : line.indicators) {
      entry["indicators"].push_back({{"id", id_json(row.indicator_id)},
                                     {"project_id", id_json(row.project_id)},
                                     {"name", row.name}});
    }
    json["lines"].push_back(std::move(entry));
  }
  return json;
}

}  // namespace jiheng::http
