// Doubtful rows, layouts and remembered corrections.
#include "app/box_json.h"
#include "base/date.h"
#include "http/json.h"

namespace jiheng::http {
namespace {

Json reading_json(const RowReading& reading) {
  return {{"agency", reading.agency},
          {"project", reading.project},
          {"level1", reading.level1},
          {"level2", reading.level2},
          {"level3", reading.name},
          {"comparator", reading.comparator ? symbol(*reading.comparator) : ""},
          {"target", reading.target},
          {"measure", reading.measure},
          {"points", reading.points}};
}

Json readings_json(const std::vector<RowReading>& readings) {
  auto json = Json::array();
  for (const auto& reading : readings) {
    json.push_back(reading_json(reading));
  }
  return json;
}

Json doubt_json(Doubt doubt, const Speech& say) {
  const std::string code(word(doubt));
  return {{"code", code}, {"sentence", say({"intake.doubt_" + code})}};
}

std::string_view state_of(const store::Correction& correction) {
  return correction.ended ? word(*correction.ended) : "living";
}

}  // namespace

Json doubtful_row_json(const DoubtfulRow& row, const Speech& say) {
  Json json{{"row", row.key},
            {"place", to_string(row.place)},
            {"line", row.place.line},
            {"page", row.place.page},
            {"doubt", Json::array()},
            {"filed",
             {{"level1", row.filed.level1},
              {"level2", row.filed.level2},
              {"level3", row.filed.name},
              {"comparator", row.filed.comparator},
              {"target", row.filed.target},
              {"measure", row.filed.measure}}},
            {"readings", readings_json(row.readings)},
            {"boxes", app::boxes_json(row.boxes)},
            {"may", {{"edit", true}}}};
  for (const auto doubt : row.doubt) {
    json["doubt"].push_back(doubt_json(doubt, say));
  }
  return json;
}

Json doubt_page_json(const app::DoubtPage& page, const Speech& say) {
  auto json = page_json(page.page, [&say](const store::StoredDoubt& doubt) {
    auto item = doubtful_row_json(doubt.row, say);
    item["document_id"] = id_json(doubt.document_id);
    item["document_name"] = doubt.document_name;
    item["import_id"] = id_json(doubt.version_id);
    item["indicator_id"] = id_json(doubt.indicator_id);
    item["project_id"] = id_json(doubt.project_id);
    return item;
  });
  json["reasons"] = Json::array();
  for (const auto& [doubt, rows] : page.counts.reasons) {
    auto reason = doubt_json(doubt, say);
    reason["rows"] = rows;
    json["reasons"].push_back(std::move(reason));
  }
  json["waiting"] = Json::array();
  for (const auto& document : page.counts.waiting) {
    json["waiting"].push_back({{"document_id", id_json(document.document_id)},
                               {"name", document.name},
                               {"rows", document.rows},
                               {"may", {{"edit", true}}}});
  }
  return json;
}

Json correction_json(const store::Correction& correction) {
  const auto& said = correction.said;
  const bool is_column = said.verdict == Verdict::mapped;
  Json json{{"id", id_json(correction.id)},
            {"verdict", word(said.verdict)},
            {"layout", said.layout},
            {"row", is_column ? Json(nullptr) : Json(said.subject)},
            {"column", nullptr},
            {"head", said.head},
            {"role_before", word(said.role_before)},
            {"role", word(said.role_after)},
            {"before", readings_json(said.before)},
            {"after", readings_json(said.after)},
            {"document_name", said.document_name},
            {"document_id", nullptr},
            {"place", said.place},
            {"text", said.row_text},
            {"author", said.author},
            {"at", iso_time(correction.at_ms)},
            {"state", state_of(correction)},
            {"ended_by", correction.ended_by},
            {"ended_at", nullptr},
            {"may", {{"undo", !correction.ended}}}};
  if (is_column) {
    json["column"] = store::column_of(said.subject);
  }
  if (correction.document_id != 0) {
    json["document_id"] = id_json(correction.document_id);
  }
  if (correction.ended) {
    json["ended_at"] = iso_time(correction.ended_at_ms);
  }
  return json;
}

void add_remembered(Json& json, const app::ImportReport& report) {
  json["layouts"] = Json::array();
  for (const auto& layout : report.layouts) {
    Json entry{{"layout", layout.layout},
               {"table", layout.table},
               {"place", layout.place},
               {"columns", Json::array()},
               {"may", {{"edit", true}}}};
    for (const auto& column : layout.columns) {
      entry["columns"].push_back(
          {{"head", column.head},
           {"role", word(column.role)},
           {"correction_id", column.correction == 0 ? Json(nullptr) : id_json(column.correction)}});
    }
    json["layouts"].push_back(std::move(entry));
  }
  json["remembered_rows"] = Json::array();
  for (const auto& row : report.remembered_rows) {
    json["remembered_rows"].push_back({{"correction_id", id_json(row.correction)},
                                       {"verdict", word(row.verdict)},
                                       {"place", row.place},
                                       {"text", row.text}});
  }
}

}  // namespace jiheng::http
