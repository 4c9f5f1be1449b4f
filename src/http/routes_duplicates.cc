#include "app/duplicates.h"
#include "http/attachment.h"
#include "http/json.h"
#include "http/parameters.h"
#include "http/routes.h"

namespace jiheng::http {
namespace {

constexpr std::int64_t kMostYears = 10;

Json row_json(const app::DuplicateRow& row) {
  const auto& stored = row.stored;
  return {{"year", row.year},
          {"indicator_id", id_json(stored.id)},
          {"project_id", id_json(stored.project_id)},
          {"agency", stored.row.agency},
          {"project", stored.row.project}};
}

Json group_json(const app::DuplicateRows& group) {
  const auto& row = group.rows.front().stored.row;
  Json json{{"level1", row.level1},
            {"level2", row.level2},
            {"name", row.name},
            {"comparator", row.comparator ? std::string(symbol(*row.comparator)) : std::string()},
            {"target", row.target},
            {"measure", row.measure},
            {"rows", Json::array()}};
  for (const auto& one : group.rows) {
    json["rows"].push_back(row_json(one));
  }
  return json;
}

Result<Response> list(const Request& request, const Services& services) {
  app::YearSpan years;
  JH_TRY(years.last, year_parameter(request));
  JH_TRY(const auto count, number_parameter(request, "years", {1, kMostYears}));
  years.count = static_cast<int>(count.value_or(1));
  if (text_parameter(request, "format") == "csv") {
    JH_TRY(auto csv, app::duplicates_csv(services.workspace, years));
    return attachment("duplicates-" + std::to_string(years.last) + ".csv",
                      "text/csv; charset=utf-8", std::move(csv));
  }
  JH_TRY(const auto groups, app::list_duplicates(services.workspace, years));
  JH_TRY(const auto limit, limit_parameter(request));
  Json json{{"total", groups.size()}, {"rows", 0}, {"items", Json::array()}};
  std::size_t rows = 0;
  for (const auto& group : groups) {
    rows += group.rows.size();
    if (json["items"].size() < static_cast<std::size_t>(limit)) {
      json["items"].push_back(group_json(group));
    }
  }
  json["rows"] = rows;
  return answer(json);
}

}  // namespace

void add_duplicate_routes(Router& router, const Services& services) {
  router.add(Method::get, "/api/v1/duplicates",
             [services](const Request& request) { return list(request, services); });
}

}  // namespace jiheng::http
