#include "app/naming.h"

#include "base/text.h"

namespace jiheng::app {

Result<std::int64_t> agency_named(const Workspace& workspace, int year, const std::string& name) {
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(const auto agencies, workspace.store.agencies(region, year));
  const auto key = search_key(name);
  for (const auto& agency : agencies) {
    if (search_key(agency.name) == key || (!agency.code.empty() && agency.code == trim(name))) {
      return agency.id;
    }
  }
  return fail(ErrorCode::not_found, {"exporting.no_such_agency", {std::to_string(year), name}});
}

Result<std::int64_t> project_named(const Workspace& workspace, int year,
                                   std::optional<std::int64_t> agency, const std::string& name) {
  constexpr std::int64_t kPage = 200;
  JH_TRY(const auto region, region_of(workspace));
  const auto key = search_key(name);
  store::Stretch<store::ProjectSort> stretch{.cursor = {}, .limit = kPage};
  do {
    JH_TRY(const auto page, workspace.store.list_projects(
                                {.region = region, .year = year, .agency = agency}, stretch));
    for (const auto& project : page.items) {
      if (search_key(project.name) == key) {
        return project.id;
      }
    }
    stretch.cursor = page.next;
  } while (!stretch.cursor.empty());
  return fail(ErrorCode::not_found, {"exporting.no_such_project", {std::to_string(year), name}});
}

}  // namespace jiheng::app
