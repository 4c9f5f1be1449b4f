#include <algorithm>
#include <memory>

#include "app/applying_rule.h"
#include "app/rule_list.h"
#include "app/running_judgements.h"
#include "base/date.h"
#include "http/json.h"
#include "http/json_body.h"
#include "http/parameters.h"
#include "http/routes.h"

namespace jiheng::http {
namespace {

Result<Response> list(const Request& request, const Services& services) {
  JH_TRY(const int year, optional_year_parameter(request));
  JH_TRY(const auto listed,
         app::list_rules(services.workspace, year == 0 ? std::nullopt : std::optional(year)));
  Json json{{"pack", pack_json(listed.pack)}, {"packs", Json::array()}, {"items", Json::array()}};
  json["judged_at"] = listed.judged ? Json(iso_time(listed.judged->at_ms)) : Json();
  json["filed_since"] = listed.filed_since;
  json["judged_version"] = listed.judged ? Json(listed.judged->run.pack_version) : Json();
  for (const auto& pack : services.workspace.library.rule_packs) {
    json["packs"].push_back(pack_json(pack));
  }
  const Speech say{services.workspace.library.catalogue, request.language};
  for (const auto& rule : listed.rules) {
    json["items"].push_back(rule_json(rule, "", say));
  }
  return answer(json);
}

Result<Response> get(const Request& request, const Services& services) {
  const auto id = request.parameters.get("rule").value_or("");
  JH_TRY(const int year, optional_year_parameter(request));
  JH_TRY(const auto rule,
         app::rule(services.workspace, id, year == 0 ? std::nullopt : std::optional(year)));
  const Speech say{services.workspace.library.catalogue, request.language};
  return answer(rule_json(rule, app::rule_page(id, request.language), say));
}

constexpr std::size_t kShownChanges = 200;

/// The filter of a list of projects with the rule of the path.
Result<store::ProjectFilter> filter_of(const Request& request) {
  JH_TRY(auto filter, project_filter(request));
  filter.rule = request.parameters.get("rule").value_or("");
  return filter;
}

Json suggested_json(const app::SuggestedChange& row) {
  Json changes = Json::array();
  for (std::size_t i = 0; i < row.after.size(); ++i) {
    changes.push_back({{"field", word(row.after[i].field)},
                       {"before", row.before[i].after},
                       {"after", row.after[i].after}});
  }
  return {{"indicator_id", id_json(row.indicator)},
          {"project_id", id_json(row.project_id)},
          {"agency", row.agency},
          {"project", row.project},
          {"indicator", row.name},
          {"changes", std::move(changes)}};
}

Json laid_json(const std::vector<app::LaidEdit>& edits) {
  Json items = Json::array();
  for (const auto& edit : edits) {
    items.push_back({{"id", id_json(edit.overlay)}, {"revision", edit.revision}});
  }
  return items;
}

Result<Response> suggested(const Request& request, const Services& services) {
  JH_TRY(const auto filter, filter_of(request));
  JH_TRY(const auto changes, app::suggested_changes(services.workspace, filter));
  Json json{{"total", changes.rows.size()}, {"seen", changes.seen}, {"items", Json::array()}};
  const auto shown = std::min(changes.rows.size(), kShownChanges);
  for (std::size_t i = 0; i < shown; ++i) {
    json["items"].push_back(suggested_json(changes.rows[i]));
  }
  return answer(json);
}

Result<Response> apply(const Request& request, const Services& services) {
  JH_TRY(const auto filter, filter_of(request));
  JH_TRY(const auto body, JsonBody::parse(request, {"seen"}));
  JH_TRY(const auto seen, body.text("seen"));
  JH_TRY(const auto laid, app::apply_rule(services.workspace, filter, seen));
  return answer({{"items", laid_json(laid)}});
}

Result<Response> take_back(const Request& request, const Services& services) {
  JH_TRY(const auto body, JsonBody::parse(request, {"items"}));
  JH_TRY(const auto items, body.objects("items", {"id", "revision"}));
  std::vector<app::LaidEdit> edits;
  edits.reserve(items.size());
  for (const auto& item : items) {
    app::LaidEdit edit;
    JH_TRY(edit.overlay, item.id("id"));
    JH_TRY(edit.revision, item.number("revision"));
    edits.push_back(edit);
  }
  JH_TRY(const auto taken, app::take_back_edits(services.workspace, edits));
  return answer({{"undone", taken.undone}, {"left", taken.left}});
}

Result<Response> applied(const Request& request, const Services& services) {
  JH_TRY(const int year, year_parameter(request));
  JH_TRY(const auto last,
         app::last_applied(services.workspace, request.parameters.get("rule").value_or(""), year));
  Json json{{"author", nullptr}, {"at", nullptr}, {"items", Json::array()}};
  if (last) {
    json["author"] = last->author;
    json["at"] = iso_time(last->at_ms);
    json["items"] = laid_json(last->edits);
  }
  return answer(json);
}

Result<int> year_of(const JsonBody& body) {
  JH_TRY(const auto year, body.number("year"));
  if (year < 1990 || year > 2100) {
    return fail(ErrorCode::invalid_input, {"http.member_wrong", {"year"}}, "year");
  }
  return static_cast<int>(year);
}

Result<Response> judge(const Request& request, const Services& services,
                       app::RunningJudgements& running) {
  JH_TRY(const auto body, JsonBody::parse(request, {"year", "pack"}));
  JH_TRY(const auto year, year_of(body));
  JH_TRY(const auto pack, body.optional_text("pack"));
  JH_TRY(const auto judged, running.judge(services.workspace, year, pack, request.gone));
  return answer({{"pack", pack_json(judged.pack)}, {"findings", counts_json(judged.findings)}});
}

Result<Response> running_share(const Request& request, const app::RunningJudgements& running) {
  JH_TRY(const int year, year_parameter(request));
  const auto share = running.share(year);
  return answer({{"year", year},
                 {"running", share.has_value()},
                 {"done", share ? share->done : 0},
                 {"all", share ? share->all : 0}});
}

Result<Response> cancel(const Request& request, app::RunningJudgements& running) {
  JH_TRY(const auto body, JsonBody::parse(request, {"year"}));
  JH_TRY(const auto year, year_of(body));
  return answer({{"year", year}, {"stopped", running.cancel(year)}});
}

}  // namespace

void add_rule_routes(Router& router, const Services& services) {
  router.add(Method::get, "/api/v1/rules",
             [services](const Request& request) { return list(request, services); });
  router.add(Method::get, "/api/v1/rules/{rule}",
             [services](const Request& request) { return get(request, services); });
  router.add(Method::get, "/api/v1/rules/{rule}/suggestions",
             [services](const Request& request) { return suggested(request, services); });
  router.add(Method::post, "/api/v1/rules/{rule}/suggestions",
             [services](const Request& request) { return apply(request, services); });
  router.add(Method::get, "/api/v1/rules/{rule}/applied",
             [services](const Request& request) { return applied(request, services); });
  router.add(Method::post, "/api/v1/overlays/undo",
             [services](const Request& request) { return take_back(request, services); });
  const auto running = std::make_shared<app::RunningJudgements>();  // by all three
  router.add(Method::post, "/api/v1/reviews", [services, running](const Request& request) {
    return judge(request, services, *running);
  });
  router.add(Method::get, "/api/v1/reviews/running",
             [running](const Request& request) { return running_share(request, *running); });
  router.add(Method::post, "/api/v1/reviews/cancel",
             [running](const Request& request) { return cancel(request, *running); });
}

}  // namespace jiheng::http
