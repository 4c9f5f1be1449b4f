#include <algorithm>
#include <array>

#include "app/score_list_file.h"
#include "http/attachment.h"
#include "http/parameters.h"
#include "http/routes.h"
#include "http/scoring_json.h"
#include "packs/scoring_profile_text.h"

namespace jiheng::http {
namespace {

constexpr std::array<std::string_view, 2> kListFormats{"json", "csv"};

Result<Response> list(const Request& request, const Services& services) {
  JH_TRY(const auto format, choice_parameter(request, "format", kListFormats));
  if (format != 0) {
    return attachment("scoring-profiles.csv", "text/csv; charset=utf-8",
                      app::scoring_profiles_csv(services.workspace));
  }
  Json json{{"items", Json::array()}};
  for (const auto& profile : services.workspace.library.scoring_profiles) {
    json["items"].push_back(profile_summary_json(profile));
  }
  return answer(json);
}

Json sections_json(const std::vector<app::ProfileSection>& sections) {
  auto json = Json::array();
  for (const auto& section : sections) {
    json.push_back({{"id", section.id},
                    {"title", section.title},
                    {"sentences", section.sentences},
                    {"clause", section.clause},
                    {"clause_verified", section.clause_verified}});
  }
  return json;
}

/// The kinds of indicators an example may be of.
Json roles_json(const app::Workspace& workspace, const Speech& say) {
  auto json = Json::array();
  for (const auto role : {CategoryRole::quantity, CategoryRole::quality, CategoryRole::timeliness,
                          CategoryRole::cost, CategoryRole::economic_benefit,
                          CategoryRole::social_benefit, CategoryRole::ecological_benefit,
                          CategoryRole::sustained_benefit, CategoryRole::satisfaction}) {
    if (workspace.vocabulary.frames.category(role)) {
      json.push_back(
          {{"id", word(role)}, {"title", say({"profile.role." + std::string(word(role))})}});
    }
  }
  return json;
}

Json settings_json(const packs::ScoringProfile& profile) {
  auto json = Json::array();
  for (const auto& setting : packs::settings_of(profile)) {
    json.push_back({{"key", setting.key}, {"value", setting.value}});
  }
  return json;
}

/// The caller's own example; null where no target and no actual value are given.
Result<Json> asked_json(const Request& request, const app::Workspace& workspace,
                        const packs::ScoringProfile& profile, const Speech& say) {
  app::ExampleCells cells{.role = text_parameter(request, "role"),
                          .comparator = text_parameter(request, "comparator"),
                          .target = text_parameter(request, "target"),
                          .measure = text_parameter(request, "measure"),
                          .actual = text_parameter(request, "actual"),
                          .score = text_parameter(request, "score")};
  if (auto points = text_parameter(request, "points"); !points.empty()) {
    cells.points = std::move(points);
  }
  if (cells.target.empty() && cells.actual.empty()) {
    return Json();
  }
  JH_TRY(const auto example, app::asked_example(workspace, profile, cells));
  return example_json(example, say);
}

Result<Response> get(const Request& request, const Services& services) {
  const auto& workspace = services.workspace;
  const Speech say{workspace.library.catalogue, request.language};
  JH_TRY(const auto profile,
         workspace.library.scoring_profile(request.parameters.get("profile").value_or("")));
  JH_TRY(const auto examples, app::profile_examples(workspace, profile));
  JH_TRY(auto asked, asked_json(request, workspace, profile, say));
  auto json = profile_summary_json(profile);
  json["sections"] = sections_json(app::profile_sections(profile, say.catalogue, request.language));
  json["settings"] = settings_json(profile);
  json["roles"] = roles_json(workspace, say);
  json["examples"] = examples_json(examples, say);
  json["asked"] = std::move(asked);
  return answer(json);
}

}  // namespace

void add_scoring_profile_routes(Router& router, const Services& services) {
  router.add(Method::get, "/api/v1/scoring/profiles",
             [services](const Request& request) { return list(request, services); });
  router.add(Method::get, "/api/v1/scoring/profiles/{profile}",
             [services](const Request& request) { return get(request, services); });
}

}  // namespace jiheng::http
