#include "app/known_projects.h"

#include <algorithm>
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

void KnownProjects::index_names() {
  similarity::NameIndexBuilder names;
  for (std::size_t i = 0; i < projects_.size(); ++i) {
    names.add(search_key(projects_[i].name));
    named_.push_back(i);
    if (!projects_[i].title.empty() && projects_[i].title != projects_[i].name) {
      names.add(search_key(projects_[i].title));
      named_.push_back(i);
    }
  }
  index_ = std::move(names).build();
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

std::vector<const store::ProjectSummary*> KnownProjects::like(std::string_view project,
                                                              std::size_t most) {
  if (!index_) {
    index_names();
  }
  constexpr std::int32_t kLeast = 300;  // thousandths: offered to a person, who decides
  std::vector<const store::ProjectSummary*> found;
  // A project may be found by both its names.
  for (const auto& match : index_->like(search_key(project), {2 * most, kLeast})) {
    const auto* is = &projects_[named_[match.name]];
    if (found.size() < most && std::ranges::find(found, is) == found.end()) {
      found.push_back(is);
    }
  }
  return found;
}

const store::ProjectSummary* KnownProjects::with_id(std::int64_t id) const {
  const auto found = std::ranges::find(projects_, id, &store::ProjectSummary::id);
  return found == projects_.end() ? nullptr : &*found;
}

}  // namespace jiheng::app
