#include <map>
#include <tuple>

#include "rules/catalogue.h"

namespace jiheng::rules {
namespace {

using Key = std::tuple<std::string_view, std::string_view, std::string_view>;

bool says_the_same(const CopiedRow& copy, const Indicator& row) {
  return copy.target.empty() || copy.target == row.target;
}

void check(std::span<const ProjectView> projects, const Parameters& parameters, Sink& sink) {
  const auto least = parameters.number("least_others");
  if (projects.empty() || !least) {
    return;
  }
  std::map<Key, const CopiedRow*> copies;
  for (const auto& copy : projects.front().facts.copies) {
    copies.emplace(Key(copy.of.agency, copy.of.project, copy.name), &copy);
  }
  std::size_t place = 0;
  for (const auto& project : projects) {
    for (const auto& row : project.rows) {
      const auto found = copies.find(Key(project.agency, project.project, row.indicator.name));
      if (found != copies.end() && says_the_same(*found->second, row.indicator) &&
          Decimal::whole(static_cast<std::int64_t>(found->second->others)) >= *least) {
        const auto& [agency, title] = found->second->elsewhere;
        sink.report(
            {.column = Column::name,
             .args = {row.indicator.name, agency, title, std::to_string(found->second->others)},
             .row = place});
      }
      ++place;
    }
  }
}

}  // namespace

const Rule kNearDuplicate{.id = "near_duplicate",
                          .number = 72,
                          .severity = Severity::hint,
                          .aspect = Aspect::appropriateness,
                          .check_all = check};

}  // namespace jiheng::rules
