#include "http/library_json.h"

#include <algorithm>

#include "base/date.h"

namespace jiheng::http {
namespace {

// A name that every project has is told by some of its rows.
constexpr std::size_t kShownRows = 20;

Json indicator_members(const LibraryIndicator& indicator, const Frames& frames) {
  const auto levels = app::levels_of(indicator, frames);
  Json json{{"code", indicator.code},
            {"name", indicator.name},
            {"aliases", indicator.aliases},
            {"layer", word(layer_of(indicator))},
            {"sector", indicator.sector},
            {"agency", indicator.agency},
            {"role", word(indicator.role)},
            {"level1", levels.level1},
            {"level2", levels.level2},
            {"measure", indicator.measured.filed},
            {"direction", word(indicator.direction)},
            {"bounded", indicator.bounded},
            {"common", indicator.common},
            {"meaning", indicator.meaning},
            {"formula", indicator.formula},
            {"source", indicator.source},
            {"evidence", indicator.evidence},
            {"method", indicator.method},
            {"scoring", word(indicator.scoring)},
            {"targets", Json::array()},
            {"retired", indicator.retired}};
  for (const auto& target : indicator.targets) {
    json["targets"].push_back(to_string(target));
  }
  return json;
}

void add_version(Json& json, std::int64_t version, const std::string& document_name,
                 const std::string& author, std::int64_t at_ms) {
  json["version"] = version;
  json["document_name"] = document_name;
  json["author"] = author;
  json["at"] = version == 0 ? Json(nullptr) : Json(iso_time(at_ms));
}

Json candidate_json(const app::MatchCandidate& candidate) {
  return {{"code", candidate.code},
          {"name", candidate.name},
          {"confidence", candidate.match.confidence},
          {"by", word(candidate.match.by)},
          {"spelling", candidate.match.spelling},
          {"role", word(candidate.match.role)},
          {"measure", word(candidate.match.measure)}};
}

Json decision_or_null(const std::optional<store::LibraryDecision>& decision) {
  return decision ? library_decision_json(*decision) : Json(nullptr);
}

Json count_json(const app::MatchCount& count) {
  return {{"names", count.names}, {"rows", count.rows}};
}

Json matched_row_json(const app::MatchedRow& matched) {
  const auto& row = matched.row;
  return {{"indicator_id", id_json(row.indicator_id)},
          {"project_id", id_json(row.project_id)},
          {"agency", row.agency},
          {"project", row.project},
          {"level1", row.level1},
          {"level2", row.level2},
          {"measure", row.measured.filed},
          {"decision", decision_or_null(matched.own)}};
}

}  // namespace

Json library_entry_json(const app::LibraryEntry& entry, const Frames& frames) {
  auto json = indicator_members(entry.indicator, frames);
  json["learned"] = entry.indicator.learned;
  json["builtin"] = entry.builtin;
  add_version(json, entry.version, entry.document_name, entry.author, entry.at_ms);
  json["may"] = {{"edit", true}, {"retire", !entry.indicator.retired}};
  return json;
}

Json library_entry_page_json(const app::LibraryEntryPage& page, const Frames& frames) {
  Json json{{"entry", library_entry_json(page.entry, frames)},
            {"versions", Json::array()},
            {"learned", Json::array()}};
  for (const auto& version : page.versions) {
    auto one = indicator_members(version.indicator, frames);
    add_version(one, version.version, version.document_name, version.author, version.at_ms);
    json["versions"].push_back(std::move(one));
  }
  for (const auto& decision : page.learned) {
    json["learned"].push_back(library_decision_json(decision));
  }
  return json;
}

Json library_decision_json(const store::LibraryDecision& decision) {
  const auto& said = decision.said;
  return {{"id", id_json(decision.id)},
          {"name", said.name},
          {"code", said.code.empty() ? Json(nullptr) : Json(said.code)},
          {"version", said.version},
          {"confidence", said.confidence},
          {"indicator_id", said.indicator_id == 0 ? Json(nullptr) : id_json(said.indicator_id)},
          {"from_indicator", id_json(said.from_indicator)},
          {"agency", said.agency},
          {"project", said.project},
          {"year", said.year},
          {"author", said.author},
          {"at", iso_time(decision.at_ms)},
          {"may", {{"take_back", true}}}};
}

Json library_import_json(const app::LibraryImport& import, bool dry_run, const Speech& say) {
  using app::ImportFate;
  Json json{{"name", import.name},
            {"dry_run", dry_run},
            {"region", import.region},
            {"added", import.count(ImportFate::added)},
            {"changed", import.count(ImportFate::changed)},
            {"unchanged", import.count(ImportFate::unchanged)},
            {"refused", import.count(ImportFate::refused)},
            {"ignored_columns", import.ignored},
            {"entries", Json::array()}};
  for (const auto& entry : import.entries) {
    Json one{{"fate", app::word(entry.fate)},
             {"code", entry.code},
             {"name", entry.name},
             {"place", entry.where},
             {"changes", Json::array()},
             {"reason", entry.reason.key.empty() ? "" : say(entry.reason)},
             {"reason_place", entry.reason_where}};
    for (const auto& change : entry.changes) {
      one["changes"].push_back(
          {{"member", change.member}, {"before", change.before}, {"after", change.after}});
    }
    json["entries"].push_back(std::move(one));
  }
  return json;
}

Json matched_name_json(const app::MatchedName& name) {
  Json json{{"id", id_json(name.rows.front().row.indicator_id)},
            {"name", name.name},
            {"state", app::word(name.state)},
            {"rows", name.rows.size()},
            {"some_rows", Json::array()},
            {"candidates", Json::array()},
            {"decision", decision_or_null(name.decision)},
            {"entry", name.entry}};
  for (std::size_t i = 0; i < std::min(name.rows.size(), kShownRows); ++i) {
    json["some_rows"].push_back(matched_row_json(name.rows[i]));
  }
  std::ranges::transform(name.candidates, std::back_inserter(json["candidates"]), candidate_json);
  return json;
}

Json match_page_json(const app::MatchPage& page) {
  Json json{{"items", Json::array()},
            {"next", page.next.empty() ? Json(nullptr) : Json(page.next)},
            {"total", page.total},
            {"total_is_exact", true},
            {"counts",
             {{"open", count_json(page.counts.open)},
              {"confirmed", count_json(page.counts.confirmed)},
              {"none", count_json(page.counts.none)}}}};
  std::ranges::transform(page.names, std::back_inserter(json["items"]), matched_name_json);
  return json;
}

Json bulk_matches_json(const app::BulkMatches& bulk) {
  Json json{{"token", bulk.token}, {"items", Json::array()}, {"decisions", Json::array()}};
  for (const auto& match : bulk.matches) {
    json["items"].push_back({{"name", match.name},
                             {"rows", match.rows},
                             {"candidate", candidate_json(match.candidate)}});
  }
  std::ranges::transform(bulk.decisions, std::back_inserter(json["decisions"]), id_json);
  return json;
}

}  // namespace jiheng::http
