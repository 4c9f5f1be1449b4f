#include <array>

#include "app/corrections.h"
#include "http/json.h"
#include "http/json_body.h"
#include "http/parameters.h"
#include "http/routes.h"

namespace jiheng::http {
namespace {

constexpr std::size_t kMostReadings = 200;

tl::unexpected<Error> wrong(const char* key, std::string_view member) {
  return fail(ErrorCode::invalid_input, {key, {std::string(member)}}, std::string(member));
}

Result<RowReading> reading_of(const JsonBody& body) {
  RowReading reading;
  JH_TRY(reading.agency, body.text("agency"));
  JH_TRY(reading.project, body.text("project"));
  JH_TRY(reading.level1, body.text("level1"));
  JH_TRY(reading.level2, body.text("level2"));
  JH_TRY(reading.name, body.text("level3"));
  JH_TRY(const auto comparator, body.text("comparator"));
  reading.comparator = comparator_from_symbol(comparator);
  if (!comparator.empty() && !reading.comparator) {
    return wrong("http.member_wrong", "comparator");
  }
  JH_TRY(reading.target, body.text("target"));
  JH_TRY(reading.measure, body.text("measure"));
  JH_TRY(reading.points, body.text("points"));
  return reading;
}

Result<std::vector<RowReading>> readings_of(const JsonBody& body, std::string_view name) {
  std::vector<RowReading> readings;
  if (!body.has(name)) {
    return readings;
  }
  JH_TRY(const auto items, body.objects(name, {"agency", "project", "level1", "level2", "level3",
                                               "comparator", "target", "measure", "points"}));
  if (items.size() > kMostReadings) {
    return wrong("http.member_wrong", name);
  }
  for (const auto& item : items) {
    JH_TRY(auto reading, reading_of(item));
    readings.push_back(std::move(reading));
  }
  return readings;
}

Result<app::SeenIn> seen_in(const JsonBody& body) {
  app::SeenIn in;
  if (!body.has("document")) {
    return in;
  }
  JH_TRY(const auto document, body.object("document", {"name", "hash", "place", "text"}));
  JH_TRY(in.document_name, document.optional_text("name"));
  JH_TRY(in.document_hash, document.optional_text("hash"));
  JH_TRY(in.place, document.optional_text("place"));
  JH_TRY(in.text, document.optional_text("text"));
  return in;
}

Result<Column> role_of(const JsonBody& body, std::string_view name) {
  JH_TRY(const auto text, body.text(name));
  const auto role = column_from_word(text);
  return role ? Result<Column>(*role) : wrong("http.member_wrong", name);
}

Result<store::Correction> map(const JsonBody& body, const Services& services) {
  app::ColumnDecision decision;
  JH_TRY(decision.region, body.optional_text("region"));
  JH_TRY(decision.layout, body.text("layout"));
  JH_TRY(decision.column, body.number("column"));
  JH_TRY(decision.head, body.optional_text("head"));
  JH_TRY(decision.role, role_of(body, "role"));
  if (body.has("role_before")) {
    JH_TRY(decision.before, role_of(body, "role_before"));
  }
  JH_TRY(decision.in, seen_in(body));
  return app::map_column(services.workspace, decision);
}

Result<store::Correction> decide(const JsonBody& body, Verdict verdict, const Services& services) {
  app::RowDecision decision{.verdict = verdict};
  JH_TRY(decision.region, body.optional_text("region"));
  JH_TRY(decision.key, body.text("row"));
  JH_TRY(decision.seen, readings_of(body, "seen"));
  JH_TRY(decision.readings, readings_of(body, "readings"));
  JH_TRY(decision.in, seen_in(body));
  return app::decide_row(services.workspace, decision);
}

Result<Response> remember(const Request& request, const Services& services) {
  JH_TRY(const auto body,
         JsonBody::parse(request, {"region", "verdict", "row", "seen", "readings", "layout",
                                   "column", "head", "role", "role_before", "document"}));
  JH_TRY(const auto word, body.text("verdict"));
  const auto verdict = verdict_from_word(word);
  if (!verdict) {
    return wrong("http.member_wrong", "verdict");
  }
  JH_TRY(const auto correction,
         *verdict == Verdict::mapped ? map(body, services) : decide(body, *verdict, services));
  return answer(correction_json(correction));
}

constexpr std::array<std::string_view, 5> kVerdicts{"", "mapped", "confirmed", "corrected",
                                                    "rejected"};
constexpr std::array<std::string_view, 3> kStates{"", "living", "ended"};

Result<Response> list(const Request& request, const Services& services) {
  JH_TRY(const auto verdict, choice_parameter(request, "verdict", kVerdicts));
  JH_TRY(const auto state, choice_parameter(request, "state", kStates));
  JH_TRY(const auto limit, limit_parameter(request));
  store::CorrectionFilter filter{.region = text_parameter(request, "region"),
                                 .verdict = verdict_from_word(kVerdicts.at(verdict)),
                                 .words = text_parameter(request, "q")};
  if (state != 0) {
    filter.living = state == 1;
  }
  JH_TRY(const auto page, app::list_corrections(services.workspace, filter,
                                                text_parameter(request, "cursor"), limit));
  return answer(page_json(page, correction_json));
}

Result<Response> take_back(const Request& request, const Services& services) {
  JH_TRY(const auto id, path_id(request));
  JH_TRY(const auto body, JsonBody::parse(request, {"region"}));
  JH_TRY(const auto region, body.optional_text("region"));
  JH_TRY(const auto correction, app::take_back(services.workspace, region, id));
  return answer(correction_json(correction));
}

}  // namespace

void add_correction_routes(Router& router, const Services& services) {
  router.add(Method::get, "/api/v1/corrections",
             [services](const Request& request) { return list(request, services); });
  router.add(Method::post, "/api/v1/corrections",
             [services](const Request& request) { return remember(request, services); });
  router.add(Method::post, "/api/v1/corrections/{id}/take-back",
             [services](const Request& request) { return take_back(request, services); });
}

}  // namespace jiheng::http
