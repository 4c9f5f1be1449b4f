// Rows and what hangs on them: findings, edits, projects.
#include "app/box_json.h"
#include "app/typed_json.h"
#include "base/date.h"
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

Json changes_json(const std::vector<Change>& changes) {
  auto json = Json::array();
  for (const auto& change : changes) {
    json.push_back(change_json(change));
  }
  return json;
}

Json filed_json(const FiledCells& filed) {
  return {{"level1", filed.level1},         {"level2", filed.level2}, {"level3", filed.name},
          {"comparator", filed.comparator}, {"target", filed.target}, {"measure", filed.measure}};
}

}  // namespace

Response answer(const Json& json) {
  return json_response(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Json id_json(std::int64_t id) {
  return std::to_string(id);
}

Json counts_json(const store::Counts& counts) {
  return {{"error", counts.error}, {"warning", counts.warning}, {"hint", counts.hint}};
}

Json pack_json(const packs::RulePack& pack) {
  return {{"id", pack.id}, {"title", pack.title}, {"version", pack.version}};
}

Json change_json(const Change& change) {
  return {{"field", word(change.field)}, {"after", change.after}};
}

Json waiver_json(const Waiver& waiver) {
  return {{"id", id_json(waiver.id)},
          {"kind", word(waiver.kind)},
          {"reason", waiver.reason},
          {"author", waiver.author},
          {"at", iso_time(waiver.at_ms)}};
}

Json finding_json(const Finding& finding, const Speech& say) {
  return {{"rule", finding.rule},
          {"severity", word(finding.severity)},
          {"title", say.rule_title(finding.rule)},
          {"message", say(finding.message)},
          {"field", word(finding.column)},
          {"clause", finding.clause},
          {"clause_verified", finding.clause_verified},
          {"fix", say.rule_fix(finding.rule)},
          {"suggestion", changes_json(finding.suggestion)},
          {"suggestion_text", describe(finding.suggestion)},
          {"waiver", finding.waiver ? waiver_json(*finding.waiver) : Json(nullptr)}};
}

Json overlay_json(const store::Overlay& overlay) {
  return {{"id", id_json(overlay.id)},
          {"changes", changes_json(overlay.changes)},
          {"before", changes_json(overlay.before)},
          {"author", overlay.author},
          {"at", iso_time(overlay.at_ms)},
          {"rule", overlay.rule},
          {"undone", overlay.undone},
          {"conflict", overlay.conflict},
          {"may", {{"undo", !overlay.undone}}}};
}

Json indicator_json(const store::StoredIndicator& indicator, const Speech& say) {
  const auto& row = indicator.row;
  Json json{{"id", id_json(indicator.id)},
            {"revision", indicator.revision},
            {"project_id", id_json(indicator.project_id)},
            {"agency_id", id_json(indicator.agency_id)},
            {"agency", row.agency},
            {"project", row.project},
            {"level1", row.level1},
            {"level2", row.level2},
            {"name", row.name},
            {"comparator", row.comparator ? symbol(*row.comparator) : ""},
            {"target", row.target},
            {"measure", row.measure},
            {"kind", word(kind(row.typed))},
            {"typed", app::typed_json(row)},
            {"measurable", is_measurable(row)},
            {"place", to_string(row.place)},
            {"line", row.place.line},
            {"page", row.place.page},
            {"boxes", app::boxes_json(row.boxes)},
            {"document_id", id_json(indicator.document_id)},
            {"doubt", words_of(row.doubt)},
            {"repaired", words_of(row.repaired)},
            {"edited", words_of(indicator.edited)},
            {"filed", filed_json(row.filed)},
            {"findings", Json::array()},
            {"overlays", Json::array()},
            {"may", {{"edit", true}}}};
  for (const auto& finding : indicator.findings) {
    json["findings"].push_back(finding_json(finding, say));
  }
  for (const auto& overlay : indicator.overlays) {
    json["overlays"].push_back(overlay_json(overlay));
  }
  return json;
}

Json project_summary_json(const store::ProjectSummary& project) {
  return {{"id", id_json(project.id)},        {"agency_id", id_json(project.agency_id)},
          {"agency", project.agency},         {"programme", project.programme},
          {"title", project.title},           {"name", project.name},
          {"indicators", project.indicators}, {"findings", counts_json(project.findings)}};
}

Json frame_json(const Frame& frame) {
  return {{"id", frame.id},
          {"title", frame.title},
          {"source", frame.source},
          {"verified", frame.verified}};
}

Json frame_view_json(const app::FrameView& view) {
  auto json = frame_json(*view.frame);
  json["kinds"] = Json::array();
  for (const auto* kind : view.kinds) {
    json["kinds"].push_back(
        kind == nullptr ? Json() : Json{{"level1", kind->level1}, {"level2", kind->level2}});
  }
  return json;
}

Json project_json(const store::StoredProject& project, const app::ProjectFrames& frames,
                  const packs::Library& library, const Speech& say) {
  auto json = project_summary_json(project.summary);
  json["year"] = project.summary.year;
  json["rows"] = Json::array();
  for (const auto& row : project.rows) {
    json["rows"].push_back(indicator_json(row, say));
  }
  const auto& source = project.source;
  json["source"] = nullptr;
  if (source.document_id != 0) {
    json["source"] = {{"document_id", id_json(source.document_id)},
                      {"name", source.name},
                      {"first_line", source.first_line},
                      {"version", source.version}};
  }
  // The pack the findings were made with; its title is known while the pack is still here.
  const auto pack = library.rule_pack(source.pack_id);
  json["pack"] = {{"id", source.pack_id},
                  {"title", pack ? pack->title : source.pack_id},
                  {"version", source.pack_version}};
  json["frame"] = frames.own == nullptr ? Json() : Json(frames.own->id);
  json["frames"] = Json::array();
  for (const auto& view : frames.all) {
    json["frames"].push_back(frame_view_json(view));
  }
  json["may"] = {{"edit", true}, {"export", true}};
  return json;
}

}  // namespace jiheng::http
