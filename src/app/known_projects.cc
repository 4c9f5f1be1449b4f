#include "app/known_projects.h"

#include <utility>

#include "base/text.h"

namespace jiheng::app {

Result<KnownProjects> KnownProjects::load(const Workspace& workspace, const std::string& region,
                                          int year) {
  constexpr std::int64_t kPage = 2000;
  KnownProjects known;
  store::Stretch<store::ProjectSort> stretch{.cursor = {}, .limit = kPage};
  do {
    JH_TRY(auto page, workspace.store.list_projects({.region = region, .year = year}, stretch));
    for (auto& project : page.items) {
      known.add(std::move(project));
    }
    stretch.cursor = page.next;
  } while (!stretch.cursor.empty());
  return known;
}

void KnownProjects::add(store::ProjectSummary project) {
  whole_.emplace(search_key(project.name), projects_.size());
  if (!project.title.empty() && project.title != project.name) {
    title_.emplace(search_key(project.title), projects_.size());
  }
  projects_.push_back(std::move(project));
}

std::vector<const store::ProjectSummary*> KnownProjects::named(const ByKey& by_key,
                                                               std::string_view agency,
                                                               std::string_view project) const {
  std::vector<const store::ProjectSummary*> all;
  std::vector<const store::ProjectSummary*> of_agency;
  const auto [first, last] = by_key.equal_range(search_key(project));
  for (auto at = first; at != last; ++at) {
    const auto* found = &projects_[at->second];
    all.push_back(found);
    if (search_key(found->agency) == search_key(agency)) {
      of_agency.push_back(found);
    }
  }
  return all.size() > 1 && !agency.empty() ? of_agency : all;
}

std::vector<const store::ProjectSummary*> KnownProjects::find(std::string_view agency,
                                                              std::string_view project) const {
  auto found = named(whole_, agency, project);
  return found.empty() ? named(title_, agency, project) : found;
}

}  // namespace jiheng::app
