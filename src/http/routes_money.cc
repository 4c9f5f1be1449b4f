#include <map>

#include "http/json_body.h"
#include "http/monitoring_json.h"
#include "http/routes.h"
#include "http/sent_document.h"

namespace jiheng::http {
namespace {

tl::unexpected<Error> wrong(const char* member) {
  return fail(ErrorCode::invalid_input, {"http.member_wrong", {member}}, member);
}

Result<std::optional<Date>> day_member(const JsonBody& body) {
  JH_TRY(const auto said, body.optional_text("as_of"));
  const auto day = parse_iso_date(said);
  if (!said.empty() && !day) {
    return wrong("as_of");
  }
  return day;
}

Result<std::optional<intake::MoneyUnit>> unit_member(const JsonBody& body) {
  JH_TRY(const auto said, body.optional_text("unit"));
  const auto unit = intake::money_unit_from_word(said);
  if (!said.empty() && !unit) {
    return wrong("unit");
  }
  return unit;
}

Result<std::optional<std::vector<intake::MoneyColumn>>> columns_member(const JsonBody& body) {
  if (!body.has("columns")) {
    return std::nullopt;
  }
  JH_TRY(const auto words, body.texts("columns"));
  std::vector<intake::MoneyColumn> columns;
  for (const auto& said : words) {
    const auto column = intake::money_column_from_word(said);
    if (!column) {
      return wrong("columns");
    }
    columns.push_back(*column);
  }
  return columns;
}

/// The projects a person chose, by the place of the row.
Result<std::map<std::string, std::int64_t>> projects_member(const JsonBody& body) {
  std::map<std::string, std::int64_t> projects;
  if (!body.has("projects")) {
    return projects;
  }
  JH_TRY(const auto chosen, body.objects("projects", {"place", "project_id"}));
  for (const auto& one : chosen) {
    JH_TRY(const auto place, one.text("place"));
    JH_TRY(projects[place], one.id("project_id"));
  }
  return projects;
}

Result<Response> import(const Request& request, const Services& services) {
  JH_TRY(const auto body, JsonBody::parse(request, {"name", "content", "year", "as_of", "unit",
                                                    "columns", "projects", "dry_run"}));
  JH_TRY(const auto sent, sent_document(body));
  JH_TRY(const auto year, body.number("year"));
  if (year < 1990 || year > 2100) {
    return wrong("year");
  }
  app::MoneyRequest wanted{
      .name = sent.name, .bytes = sent.bytes, .year = static_cast<int>(year), .stop = request.gone};
  JH_TRY(wanted.as_of, day_member(body));
  JH_TRY(wanted.unit, unit_member(body));
  JH_TRY(wanted.columns, columns_member(body));
  JH_TRY(wanted.projects, projects_member(body));
  JH_TRY(wanted.dry_run, body.flag("dry_run"));
  JH_TRY(const auto report, app::import_money(services.workspace, wanted));
  return answer(
      money_report_json(report, {services.workspace.library.catalogue, request.language}));
}

}  // namespace

void add_money_routes(Router& router, const Services& services) {
  router.add(Method::post, "/api/v1/money",
             [services](const Request& request) { return import(request, services); });
}

}  // namespace jiheng::http
