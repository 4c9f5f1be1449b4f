#include "store/project_rows.h"

#include <unordered_map>

#include "store/query.h"
#include "store/rows.h"

namespace jiheng::store {
namespace {

// PostgreSQL takes 65,535 parameters, SQLite 32,766.
constexpr std::size_t kIdsAtOnce = 2000;

using ById = std::unordered_map<std::int64_t, ProjectRows>;

Result<void> load(sql::Connection& connection, std::string_view region,
                  const std::vector<std::int64_t>& ids, ById& by_id) {
  Query query("SELECT project_id, agency_id, year FROM project WHERE region_code = ?");
  query.add("", region).add_in(" AND project_id IN", ids);
  JH_TRY(const auto found, query.run(connection));
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    by_id.insert_or_assign(row.integer(0), ProjectRows{.id = row.integer(0),
                                                       .agency_id = row.integer(1),
                                                       .year = static_cast<int>(row.integer(2))});
  }));
  JH_TRY(auto rows, rows_of_projects(connection, region, ids));
  for (auto& row : rows) {
    by_id[row.stored.project_id].rows.push_back(std::move(row.stored));
  }
  return {};
}

}  // namespace

Result<std::vector<ProjectRows>> project_rows(Store& store, std::string_view region,
                                              const std::vector<std::int64_t>& projects) {
  JH_TRY(const auto lease, store.parts().pool.lease());
  ById by_id;
  for (std::size_t start = 0; start < projects.size(); start += kIdsAtOnce) {
    const auto end = std::min(projects.size(), start + kIdsAtOnce);
    const std::vector<std::int64_t> ids(projects.begin() + static_cast<std::ptrdiff_t>(start),
                                        projects.begin() + static_cast<std::ptrdiff_t>(end));
    JH_TRY_DO(load(*lease, region, ids, by_id));
  }
  std::vector<ProjectRows> loaded;
  loaded.reserve(projects.size());
  for (const auto id : projects) {
    auto found = by_id.find(id);
    if (found != by_id.end() && !found->second.rows.empty()) {
      loaded.push_back(std::move(found->second));
      by_id.erase(found);
    }
  }
  return loaded;
}

}  // namespace jiheng::store
