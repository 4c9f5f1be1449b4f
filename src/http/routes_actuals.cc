#include "app/entering_actuals.h"
#include "app/reported_documents.h"
#include "http/attachment.h"
#include "http/evaluation_json.h"
#include "http/json_body.h"
#include "http/parameters.h"
#include "http/routes.h"
#include "http/sent_document.h"

namespace jiheng::http {
namespace {

tl::unexpected<Error> wrong(const char* member) {
  return fail(ErrorCode::invalid_input, {"http.member_wrong", {member}}, member);
}

Result<Date> day_member(const JsonBody& body) {
  JH_TRY(const auto text, body.text("as_of"));
  const auto day = parse_iso_date(text);
  if (!day) {
    return fail(ErrorCode::invalid_input, {"actuals.bad_day", {text}}, "as_of");
  }
  return *day;
}

Result<Response> actuals(const Request& request, const Services& services) {
  JH_TRY(const auto id, path_id(request));
  JH_TRY(const auto ended, flag_parameter(request, "ended"));
  JH_TRY(const auto all, app::actuals_of(services.workspace, id, ended.value_or(false)));
  Json json{{"items", Json::array()}};
  for (const auto& one : all) {
    json["items"].push_back(actual_json(one));
  }
  return answer(json);
}

Result<app::EnteredActual> entered(const JsonBody& value, Date day) {
  app::EnteredActual actual{.said = {.as_of = day}};
  JH_TRY(actual.indicator_id, value.id("indicator_id"));
  JH_TRY(actual.said.unit, value.optional_text("unit"));
  JH_TRY(actual.said.value, value.optional_text("value"));
  JH_TRY(actual.said.numerator, value.optional_text("numerator"));
  JH_TRY(actual.said.denominator, value.optional_text("denominator"));
  JH_TRY(actual.note, value.optional_text("note"));
  JH_TRY(const auto amount, value.optional_text("amount"));
  if (!amount.empty()) {
    const auto number = Decimal::parse(amount);
    if (!number) {
      return wrong("amount");
    }
    actual.said.amount = *number;
  }
  return actual;
}

Result<Response> enter(const Request& request, const Services& services) {
  JH_TRY(const auto id, path_id(request));
  JH_TRY(const auto body, JsonBody::parse(request, {"as_of", "values"}));
  JH_TRY(const auto day, day_member(body));
  JH_TRY(const auto values, body.objects("values", {"indicator_id", "unit", "value", "numerator",
                                                    "denominator", "amount", "note"}));
  std::vector<app::EnteredActual> all;
  for (const auto& value : values) {
    JH_TRY(auto actual, entered(value, day));
    all.push_back(std::move(actual));
  }
  JH_TRY(const auto ids, app::enter_actuals(services.workspace, id, all));
  Json json{{"ids", Json::array()}};
  for (const auto one : ids) {
    json["ids"].push_back(id_json(one));
  }
  return answer(json);
}

Result<Response> take_back(const Request& request, const Services& services) {
  JH_TRY(const auto id, path_id(request));
  JH_TRY(const auto indicator, app::take_back_actual(services.workspace, id));
  return answer({{"id", id_json(id)}, {"indicator_id", id_json(indicator)}});
}

Result<Response> paste(const Request& request, const Services& services) {
  app::PasteRequest pasted;
  JH_TRY(pasted.project_id, path_id(request));
  JH_TRY(const auto body, JsonBody::parse(request, {"as_of", "text", "dry_run"}));
  JH_TRY(pasted.day, day_member(body));
  JH_TRY(pasted.text, body.text("text"));
  JH_TRY(pasted.dry_run, body.flag("dry_run"));
  JH_TRY(const auto lines, app::paste_actuals(services.workspace, pasted));
  return answer(pasted_json(lines, pasted.dry_run));
}

Result<Response> report(const Request& request, const Services& services) {
  JH_TRY(const auto body, JsonBody::parse(request, {"name", "content", "year", "as_of", "agency",
                                                    "project", "profile", "filed", "dry_run"}));
  JH_TRY(const auto sent, sent_document(body));
  app::ReportedRequest wanted{.name = sent.name, .bytes = sent.bytes, .stop = request.gone};
  JH_TRY(const auto year, body.number("year"));
  if (year < 1990 || year > 2100) {
    return wrong("year");
  }
  wanted.year = static_cast<int>(year);
  if (body.has("as_of")) {
    JH_TRY(wanted.day, day_member(body));
  }
  if (body.has("project")) {
    JH_TRY(wanted.project, body.id("project"));
  }
  JH_TRY(wanted.agency, body.optional_text("agency"));
  JH_TRY(wanted.profile, body.optional_text("profile"));
  JH_TRY(wanted.filed, body.optional_flag("filed"));
  JH_TRY(wanted.dry_run, body.flag("dry_run"));
  JH_TRY(const auto document, app::report_document(services.workspace, wanted));
  return answer(reported_document_json(document));
}

Result<Response> evidence(const Request& request, const Services& services) {
  JH_TRY(const auto id, path_id(request));
  JH_TRY(const auto ended, flag_parameter(request, "ended"));
  JH_TRY(const auto all, app::evidence_of(services.workspace, id, ended.value_or(false)));
  Json json{{"items", Json::array()}};
  for (const auto& one : all) {
    json["items"].push_back(evidence_json(one));
  }
  return answer(json);
}

Result<Response> attach(const Request& request, const Services& services) {
  app::SentEvidence given;
  JH_TRY(given.actual_id, path_id(request));
  JH_TRY(const auto body, JsonBody::parse(request, {"name", "content", "kind", "sample", "note"}));
  JH_TRY(auto sent, sent_document(body));
  given.name = std::move(sent.name);
  given.bytes = std::move(sent.bytes);
  JH_TRY(const auto kind, body.text("kind"));
  const auto known = evidence_kind_from_word(kind);
  if (!known) {
    return wrong("kind");
  }
  given.kind = *known;
  if (body.has("sample")) {
    JH_TRY(given.sample, body.number("sample"));
  }
  JH_TRY(given.note, body.optional_text("note"));
  JH_TRY(const auto id, app::attach_evidence(services.workspace, given));
  return answer({{"id", id_json(id)}});
}

Result<Response> take_back_evidence(const Request& request, const Services& services) {
  JH_TRY(const auto id, path_id(request));
  JH_TRY(const auto project, app::take_back_evidence(services.workspace, id));
  return answer({{"id", id_json(id)}, {"project_id", id_json(project)}});
}

/// Never shown in a page of ours: whatever is in it is a download.
Result<Response> evidence_file(const Request& request, const Services& services) {
  JH_TRY(const auto id, path_id(request));
  JH_TRY(auto file, app::evidence_file(services.workspace, id));
  return attachment(file.name, "application/octet-stream", std::move(file.bytes));
}

}  // namespace

void add_actual_routes(Router& router, const Services& services) {
  router.add(Method::get, "/api/v1/projects/{id}/actuals",
             [services](const Request& request) { return actuals(request, services); });
  router.add(Method::post, "/api/v1/projects/{id}/actuals",
             [services](const Request& request) { return enter(request, services); });
  router.add(Method::post, "/api/v1/projects/{id}/actuals/pasted",
             [services](const Request& request) { return paste(request, services); });
  router.add(Method::post, "/api/v1/actuals/{id}/take-back",
             [services](const Request& request) { return take_back(request, services); });
  router.add(Method::post, "/api/v1/actual-documents",
             [services](const Request& request) { return report(request, services); });
  router.add(Method::get, "/api/v1/projects/{id}/evidence",
             [services](const Request& request) { return evidence(request, services); });
  router.add(Method::post, "/api/v1/actuals/{id}/evidence",
             [services](const Request& request) { return attach(request, services); });
  router.add(Method::post, "/api/v1/evidence/{id}/take-back",
             [services](const Request& request) { return take_back_evidence(request, services); });
  router.add(Method::get, "/api/v1/evidence/{id}/file",
             [services](const Request& request) { return evidence_file(request, services); });
}

}  // namespace jiheng::http
