#include "store/comparisons.h"

#include <array>

#include "store/items.h"
#include "store/query.h"
#include "store/store.h"
#include "store/writing.h"

namespace jiheng::store {
namespace {

constexpr std::array<std::string_view, 6> kColumns{"region_code", "year", "number",
                                                   "project_id",  "kind", "body"};
constexpr std::string_view kProjectsOfYear =
    "SELECT DISTINCT agency, project, project_id FROM indicator WHERE region_code = ? AND year = ? "
    "AND is_current = 1";
constexpr std::string_view kForget = "DELETE FROM comparison WHERE region_code = ? AND year = ?";
constexpr std::string_view kLast =
    "SELECT COALESCE(MAX(number), 0) FROM comparison WHERE region_code = ? AND year = ?";
constexpr std::string_view kHasCost =
    "SELECT COUNT(*) FROM comparison WHERE region_code = ? AND project_id = ? AND kind = 'cost'";
constexpr std::string_view kOfAgencyRows =
    "SELECT kind, body FROM comparison WHERE region_code = ? AND project_id IN (SELECT project_id "
    "FROM project WHERE region_code = ? AND agency_id = ? AND year = ?) ORDER BY number";

constexpr std::string_view kCopyKind = "copy";
constexpr std::string_view kCostKind = "cost";

std::string body_of(const CopiedRow& copy) {
  Items items;
  items.add_some("agency", copy.of.agency);
  items.add_some("project", copy.of.project);
  items.add_some("name", copy.name);
  items.add_some("target", copy.target);
  items.add("others", std::to_string(copy.others));
  items.add_some("there_agency", copy.elsewhere.agency);
  items.add_some("there_project", copy.elsewhere.project);
  return items.text();
}

std::string body_of(const OutputCosts& costs) {
  Items items;
  items.add_some("agency", costs.of.agency);
  items.add_some("project", costs.of.project);
  items.add_some("name", costs.name);
  items.add_some("base", costs.base);
  items.add("n", std::to_string(costs.lies.n));
  items.add("lowest", costs.lies.lowest.to_string());
  items.add("first_quarter", costs.lies.first_quarter.to_string());
  items.add("median", costs.lies.median.to_string());
  items.add("third_quarter", costs.lies.third_quarter.to_string());
  items.add("highest", costs.lies.highest.to_string());
  return items.text();
}

std::string text(const Items& items, std::string_view key) {
  return std::string(items.get(key));
}

CopiedRow copied_row(const Items& items) {
  return {.of = {text(items, "agency"), text(items, "project")},
          .name = text(items, "name"),
          .others = static_cast<std::size_t>(items.number("others")),
          .elsewhere = {text(items, "there_agency"), text(items, "there_project")},
          .target = text(items, "target")};
}

OutputCosts output_costs(const Items& items) {
  const auto number = [&](std::string_view key) {
    return Decimal::parse(items.get(key)).value_or(Decimal{});
  };
  return {.of = {text(items, "agency"), text(items, "project")},
          .name = text(items, "name"),
          .base = text(items, "base"),
          .lies = {.n = static_cast<std::size_t>(items.number("n")),
                   .lowest = number("lowest"),
                   .first_quarter = number("first_quarter"),
                   .median = number("median"),
                   .third_quarter = number("third_quarter"),
                   .highest = number("highest")}};
}

/// Writes what is said of known projects, numbered on from `number`.
class Keeping {
 public:
  Keeping(sql::Bulk& bulk, std::string_view region, std::int64_t year, std::int64_t number)
      : bulk_(bulk), region_(region), year_(year), number_(number) {}

  template <typename Said>
  Result<void> keep(const ProjectIds& projects, std::string_view kind, const Said& said) {
    const auto found = projects.find({said.of.agency, said.of.project});
    if (found == projects.end()) {
      return {};
    }
    const auto body = body_of(said);
    return bulk_.row({region_, year_, ++number_, found->second, kind, std::string_view(body)});
  }

 private:
  sql::Bulk& bulk_;
  std::string_view region_;
  std::int64_t year_;
  std::int64_t number_;
};

}  // namespace

Result<ProjectIds> project_ids(sql::Connection& connection, std::string_view region,
                               std::int64_t year) {
  JH_TRY(const auto found, connection.prepare(kProjectsOfYear));
  JH_TRY_DO(found->run({region, year}));
  ProjectIds ids;
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    ids.emplace(std::pair(std::string(row.text(0)), std::string(row.text(1))), row.integer(2));
  }));
  return ids;
}

Result<void> replace_comparisons(sql::Connection& connection, std::string_view region,
                                 std::int64_t year, const ReviewFacts& found) {
  JH_TRY(const auto projects, project_ids(connection, region, year));
  JH_TRY_DO(connection.execute(kForget, {region, year}));
  JH_TRY(const auto bulk, connection.bulk("comparison", kColumns));
  Keeping keeping(*bulk, region, year, 0);
  for (const auto& copy : found.copies) {
    JH_TRY_DO(keeping.keep(projects, kCopyKind, copy));
  }
  for (const auto& costs : found.costs) {
    JH_TRY_DO(keeping.keep(projects, kCostKind, costs));
  }
  return bulk->finish();
}

Result<void> add_costs(sql::Connection& connection, std::string_view region, std::int64_t year,
                       const ProjectIds& projects, const std::vector<OutputCosts>& costs) {
  ProjectIds unknown;
  for (const auto& one : costs) {
    const auto found = projects.find({one.of.agency, one.of.project});
    if (found != projects.end()) {
      JH_TRY(const auto known, connection.number(kHasCost, {region, found->second}));
      if (known == 0) {
        unknown.insert(*found);
      }
    }
  }
  if (unknown.empty()) {
    return {};
  }
  JH_TRY(const auto last, connection.number(kLast, {region, year}));
  JH_TRY(const auto bulk, connection.bulk("comparison", kColumns));
  Keeping keeping(*bulk, region, year, last);
  for (const auto& one : costs) {
    JH_TRY_DO(keeping.keep(unknown, kCostKind, one));
  }
  return bulk->finish();
}

Result<void> load_comparisons(sql::Connection& connection, std::string_view region,
                              std::int64_t agency, std::int64_t year, ReviewFacts& facts) {
  JH_TRY(const auto found, connection.prepare(kOfAgencyRows));
  JH_TRY_DO(found->run({region, region, agency, year}));
  return for_each_row(*found, [&](const sql::Statement& row) {
    const Items items(row.text(1));
    if (row.text(0) == kCopyKind) {
      facts.copies.push_back(copied_row(items));
    } else {
      facts.costs.push_back(output_costs(items));
    }
  });
}

Result<void> Store::keep_comparisons(std::string_view region, int year, const ReviewFacts& found) {
  JH_TRY(auto writing, Writing::begin(*pool_, region));
  JH_TRY_DO(replace_comparisons(*writing, region, year, found));
  return writing.commit();
}

}  // namespace jiheng::store
