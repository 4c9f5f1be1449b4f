#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/text.h"
#include "store/filing_plan.h"
#include "store/identity.h"
#include "store/query.h"

namespace jiheng::store {

namespace {

constexpr std::string_view kFindAgency =
    "SELECT agency_id FROM agency WHERE region_code = ? AND identity = ?";
constexpr std::string_view kFindProject =
    "SELECT project_id FROM project WHERE region_code = ? AND agency_id = ? AND year = ? AND "
    "identity = ?";
constexpr std::string_view kSelectHoldings =
    "SELECT agency_id, version_id FROM holding WHERE region_code = ? AND year = ? AND form = ?";
constexpr std::string_view kSelectProjects =
    "SELECT identity FROM project WHERE region_code = ? AND agency_id = ? AND year = ? AND "
    "indicators > 0";
constexpr std::string_view kFindFiling =
    "SELECT filing_id FROM filing WHERE region_code = ? AND year = ? AND form = ? AND agencies = ?";
constexpr std::string_view kNewestVersion =
    "SELECT MAX(version) FROM filing_version WHERE region_code = ? AND filing_id = ?";

using Holdings = std::map<std::int64_t, std::int64_t>;  // agency → version
using Identities = std::set<std::string, std::less<>>;

/// What the request knows of an agency besides its name.
Agency known_agency(const FilingRequest& request, std::string_view name) {
  const auto key = search_key(name);
  const auto known = std::ranges::find_if(
      request.agencies, [&](const Agency& agency) { return search_key(agency.name) == key; });
  Agency agency = known == request.agencies.end() ? Agency{.region = {}, .name = {}} : *known;
  agency.region = request.region;
  agency.name = name;
  return agency;
}

/// Gathers agencies and projects in document order and says of each row where it belongs.
class Gathering {
 public:
  explicit Gathering(const Planning& planning) : request_(planning.request), plan_(planning.plan) {}

  void add(const Indicator& row) {
    const auto agency = agency_of(row.agency.empty() ? request_.agency : row.agency);
    plan_.rows.push_back({.project = project_of(agency, row.project), .identity = {}});
  }

 private:
  std::size_t agency_of(const std::string& name) {
    const auto [it, is_new] = agencies_.try_emplace(name, plan_.agencies.size());
    if (is_new) {
      it->second = agency_by_identity(known_agency(request_, name));
    }
    return it->second;
  }

  /// Two spellings may be one agency.
  std::size_t agency_by_identity(Agency agency) {
    auto identity = agency_identity(agency.code, agency.name);
    const auto known = std::ranges::find(plan_.agencies, identity, &PlannedAgency::identity);
    if (known != plan_.agencies.end()) {
      return static_cast<std::size_t>(known - plan_.agencies.begin());
    }
    plan_.agencies.push_back({std::move(agency), std::move(identity)});
    return plan_.agencies.size() - 1;
  }

  std::size_t project_of(std::size_t agency, const std::string& name) {
    const auto [it, is_new] = names_.try_emplace({agency, name}, 0);
    if (!is_new) {
      return it->second;
    }
    auto identity = project_identity(name);
    const auto [known, is_other] = projects_.try_emplace({agency, identity}, plan_.projects.size());
    if (is_other) {
      plan_.projects.push_back({.agency = agency,
                                .name = name,
                                .identity = std::move(identity),
                                .first_row = plan_.rows.size()});
    }
    it->second = known->second;
    return it->second;
  }

  using Key = std::pair<std::size_t, std::string>;

  const FilingRequest& request_;
  FilingPlan& plan_;
  std::map<std::string, std::size_t, std::less<>> agencies_{};
  std::map<Key, std::size_t> names_{};
  std::map<Key, std::size_t> projects_{};
};

Result<void> find_agencies(const Planning& planning) {
  JH_TRY(const auto find_agency, planning.connection.prepare(kFindAgency));
  for (auto& agency : planning.plan.agencies) {
    JH_TRY_DO(find_agency->run({planning.request.region, agency.identity}));
    JH_TRY(const bool found, find_agency->next());
    agency.id = found ? find_agency->integer(0) : 0;
  }
  return {};
}

Result<void> find_projects(const Planning& planning) {
  auto& plan = planning.plan;
  const auto& region = planning.request.region;
  JH_TRY(const auto find_project, planning.connection.prepare(kFindProject));
  for (auto& project : plan.projects) {
    const auto agency = plan.agencies[project.agency].id;
    if (agency != 0) {
      JH_TRY_DO(find_project->run(
          {region, agency, std::int64_t{planning.request.year}, project.identity}));
      JH_TRY(const bool found, find_project->next());
      project.id = found ? find_project->integer(0) : 0;
    }
  }
  return {};
}

Result<Holdings> load_holdings(const Planning& planning) {
  const auto& request = planning.request;
  JH_TRY(const auto found, planning.connection.prepare(kSelectHoldings));
  JH_TRY_DO(found->run({request.region, std::int64_t{request.year}, request.form}));
  Holdings holdings;
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    holdings.emplace(row.integer(0), row.integer(1));
  }));
  return holdings;
}

/// Agencies of the versions the document continues that the document does not name.
std::vector<std::int64_t> missing_agencies(const FilingPlan& plan, const Holdings& holdings) {
  std::set<std::int64_t> named;
  std::set<std::int64_t> continued;
  for (const auto& agency : plan.agencies) {
    if (const auto it = holdings.find(agency.id); it != holdings.end()) {
      named.insert(it->first);
      continued.insert(it->second);
    }
  }
  std::vector<std::int64_t> missing;
  for (const auto& [agency, version] : holdings) {
    if (continued.contains(version) && !named.contains(agency)) {
      missing.push_back(agency);
    }
  }
  return missing;
}

Identities projects_in_document(const FilingPlan& plan, std::size_t agency) {
  Identities identities;
  for (const auto& project : plan.projects) {
    if (project.agency == agency) {
      identities.insert(project.identity);
    }
  }
  return identities;
}

Result<Identities> stored_projects(const Planning& planning, std::int64_t agency) {
  JH_TRY(const auto found, planning.connection.prepare(kSelectProjects));
  JH_TRY_DO(found->run({planning.request.region, agency, std::int64_t{planning.request.year}}));
  Identities identities;
  JH_TRY_DO(
      for_each_row(*found, [&](const sql::Statement& row) { identities.emplace(row.text(0)); }));
  return identities;
}

/// The one agency of `newcomers` whose document rows hold all projects of `stored`; none when
/// there is no such agency or more than one.
std::optional<std::size_t> successor(const FilingPlan& plan,
                                     const std::vector<std::size_t>& newcomers,
                                     const Identities& stored) {
  std::optional<std::size_t> found;
  for (const auto newcomer : newcomers) {
    if (!stored.empty() && std::ranges::includes(projects_in_document(plan, newcomer), stored)) {
      if (found) {
        return std::nullopt;
      }
      found = newcomer;
    }
  }
  return found;
}

Result<void> find_renamed(const Planning& planning, const Holdings& holdings) {
  auto& plan = planning.plan;
  std::vector<std::size_t> newcomers;
  for (std::size_t i = 0; i < plan.agencies.size(); ++i) {
    if (!holdings.contains(plan.agencies[i].id)) {
      newcomers.push_back(i);
    }
  }
  if (newcomers.empty()) {
    return {};
  }
  std::map<std::size_t, std::vector<std::int64_t>> candidates;
  for (const auto agency : missing_agencies(plan, holdings)) {
    JH_TRY(const auto stored, stored_projects(planning, agency));
    if (const auto found = successor(plan, newcomers, stored)) {
      candidates[*found].push_back(agency);
    }
  }
  for (const auto& [newcomer, old_agencies] : candidates) {
    if (old_agencies.size() == 1) {
      plan.agencies[newcomer].renamed_from = old_agencies.front();
    }
  }
  return {};
}

Result<void> find_filing(const Planning& planning) {
  auto& plan = planning.plan;
  const auto& request = planning.request;
  std::vector<std::int64_t> ids;
  for (const auto& agency : plan.agencies) {
    ids.push_back(agency.renamed_from != 0 ? agency.renamed_from : agency.id);
  }
  const auto agencies = set_identity(ids);
  JH_TRY(plan.filing_id,
         planning.connection.number(
             kFindFiling, {request.region, std::int64_t{request.year}, request.form, agencies}));
  if (plan.filing_id != 0) {
    JH_TRY(const auto newest,
           planning.connection.number(kNewestVersion, {request.region, plan.filing_id}));
    plan.result.outcome = FilingOutcome::new_version;
    plan.result.version = static_cast<int>(newest) + 1;
  }
  return {};
}

}  // namespace

Result<void> plan_agencies(const Planning& planning) {
  Gathering gathering(planning);
  for (const auto& row : planning.request.indicators) {
    gathering.add(row);
  }
  JH_TRY_DO(find_agencies(planning));
  JH_TRY_DO(find_projects(planning));
  JH_TRY(const auto holdings, load_holdings(planning));
  JH_TRY_DO(find_renamed(planning, holdings));
  return find_filing(planning);
}

}  // namespace jiheng::store
