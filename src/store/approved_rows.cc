#include "store/approved_rows.h"

#include <array>
#include <string>

#include "store/query.h"
#include "store/row_text.h"

namespace jiheng::store {
namespace {

constexpr std::array<std::string_view, 4> kColumns{"region_code", "project_id", "version_id",
                                                   "position"};
constexpr std::string_view kSelect =
    "SELECT g.name, r.project, r.level2, r.name, r.comparator, r.target, r.measure, r.typed, "
    "r.measured FROM project p JOIN agency g ON g.region_code = p.region_code AND g.agency_id = "
    "p.agency_id JOIN approved_row a ON a.region_code = p.region_code AND a.project_id = "
    "p.project_id JOIN filed_row r ON r.region_code = a.region_code AND r.version_id = "
    "a.version_id AND r.position = a.position WHERE ";
constexpr std::string_view kNewest =
    " AND a.version_id = (SELECT MAX(n.version_id) FROM approved_row n WHERE n.region_code = "
    "a.region_code AND n.project_id = a.project_id) ORDER BY a.version_id, a.position";
constexpr std::string_view kCarry =
    "INSERT INTO approved_row (region_code, project_id, version_id, position) SELECT "
    "a.region_code, ?, a.version_id, a.position FROM approved_row a JOIN project p ON "
    "p.region_code = a.region_code AND p.project_id = a.project_id WHERE p.region_code = ? AND "
    "p.agency_id = ? AND p.year = ? AND p.identity = ? AND NOT EXISTS (SELECT 1 FROM approved_row "
    "k WHERE k.region_code = p.region_code AND k.project_id = ?)";

}  // namespace

Result<void> load_approved(sql::Connection& connection, std::string_view region,
                           std::optional<std::int64_t> agency_id, std::int64_t year,
                           std::vector<ApprovedRow>& rows) {
  Query query(kSelect);
  query.add("p.region_code = ?", region);
  if (agency_id) {
    query.add(" AND p.agency_id = ?", *agency_id);
  }
  query.add(" AND p.year = ?", year);
  query.add(kNewest);
  JH_TRY(const auto found, query.run(connection));
  return for_each_row(*found, [&](const sql::Statement& row) {
    rows.push_back({.agency = std::string(row.text(0)),
                    .project = std::string(row.text(1)),
                    .level2 = std::string(row.text(2)),
                    .name = std::string(row.text(3)),
                    .comparator = comparator_from_symbol(row.text(4)),
                    .target = std::string(row.text(5)),
                    .measure = std::string(row.text(6)),
                    .typed = typed_target(row.text(7)),
                    .measured = measure(row.text(8))});
  });
}

Result<void> keep_approved(sql::Connection& connection, std::string_view region,
                           std::int64_t version_id, std::span<const std::int64_t> projects) {
  JH_TRY(const auto bulk, connection.bulk("approved_row", kColumns));
  for (std::size_t i = 0; i < projects.size(); ++i) {
    JH_TRY_DO(bulk->row({region, projects[i], version_id, static_cast<std::int64_t>(i)}));
  }
  return bulk->finish();
}

Result<void> carry_approved(sql::Connection& connection, std::string_view region,
                            const CarriedProject& project) {
  JH_TRY_DO(connection.execute(kCarry, {project.project_now, region, project.agency_before,
                                        project.year, project.identity, project.project_now}));
  return {};
}

}  // namespace jiheng::store
