#include "app/listed_projects.h"

#include "app/browse.h"

namespace jiheng::app {

Result<std::unordered_set<std::int64_t>> listed_projects(const Workspace& workspace,
                                                         const store::ProjectFilter& filter) {
  std::unordered_set<std::int64_t> ids;
  store::Stretch<store::ProjectSort> stretch{.limit = 200};
  do {
    JH_TRY(const auto page, list_projects(workspace, filter, stretch));
    for (const auto& project : page.items) {
      ids.insert(project.id);
    }
    stretch.cursor = page.next;
  } while (!stretch.cursor.empty());
  return ids;
}

}  // namespace jiheng::app
