#include "app/ambition.h"
#include "http/json.h"
#include "http/parameters.h"
#include "http/routes.h"

namespace jiheng::http {
namespace {

Json text_or_null(const std::optional<Decimal>& value) {
  return value ? Json(value->to_shortest_string()) : Json();
}

Json peer_json(const app::Peer& peer) {
  return {{"indicator_id", id_json(peer.indicator_id)},
          {"project_id", id_json(peer.project_id)},
          {"agency", peer.agency},
          {"project", peer.project},
          {"name", peer.name},
          {"value", peer.value.to_shortest_string()}};
}

Json lies_json(const std::optional<Distribution>& lies) {
  if (!lies) {
    return {};
  }
  return {{"lowest", lies->lowest.to_shortest_string()},
          {"first_quarter", lies->first_quarter.to_shortest_string()},
          {"median", lies->median.to_shortest_string()},
          {"third_quarter", lies->third_quarter.to_shortest_string()},
          {"highest", lies->highest.to_shortest_string()}};
}

Json ambition_json(const app::Ambition& ambition) {
  const auto& row = ambition.row.row;
  Json json{{"indicator_id", id_json(ambition.row.id)},
            {"year", ambition.year},
            {"name", row.name},
            {"comparator", row.comparator ? std::string(symbol(*row.comparator)) : std::string()},
            {"target", row.target},
            {"measure", row.measure},
            {"value", text_or_null(ambition.value)},
            {"ceiling", ambition.ceiling},
            {"entry", Json()},
            {"past", Json::array()},
            {"peers", Json::array()},
            {"least", ambition.least},
            {"lies", lies_json(ambition.lies)},
            {"percentile", ambition.percentile ? Json(*ambition.percentile) : Json()}};
  if (!ambition.entry.empty()) {
    json["entry"] = {{"code", ambition.entry}, {"name", ambition.entry_name}};
  }
  for (const auto& one : ambition.past) {
    json["past"].push_back({{"year", one.year},
                            {"target", text_or_null(one.target)},
                            {"actual", text_or_null(one.actual)}});
  }
  for (const auto& peer : ambition.peers) {
    json["peers"].push_back(peer_json(peer));
  }
  return json;
}

Result<Response> get(const Request& request, const Services& services) {
  JH_TRY(const auto id, path_id(request));
  JH_TRY(const auto ambition, app::ambition_of(services.workspace, id));
  return answer(ambition_json(ambition));
}

}  // namespace

void add_ambition_routes(Router& router, const Services& services) {
  router.add(Method::get, "/api/v1/indicators/{id}/ambition",
             [services](const Request& request) { return get(request, services); });
}

}  // namespace jiheng::http
