#include "app/year_comparison.h"

#include <algorithm>

#include "app/library.h"

namespace jiheng::app {
namespace {

/// Costs of projects as what is said of each: how it lies among those with the same output.
std::vector<OutputCosts> settled(const std::vector<rules::ProjectCost>& costs) {
  std::map<std::pair<std::string_view, std::string_view>, std::vector<Decimal>> outputs;
  for (const auto& one : costs) {
    outputs[{one.name, one.base}].push_back(one.cost);
  }
  std::map<std::pair<std::string_view, std::string_view>, Distribution> lies;
  for (auto& [output, values] : outputs) {
    std::ranges::sort(values);
    if (const auto known = distribution_of(values); known && values.size() > 1) {
      lies.emplace(output, *known);
    }
  }
  std::vector<OutputCosts> said;
  said.reserve(costs.size());
  for (const auto& one : costs) {
    if (const auto found = lies.find({one.name, one.base}); found != lies.end()) {
      said.push_back({one.of, one.name, one.base, found->second});
    }
  }
  return said;
}

}  // namespace

Result<YearComparison> YearComparison::make(const JudgingMeans& means) {
  JH_TRY(const auto library, load_library("", means.vocabulary));
  return YearComparison(means, library);
}

void YearComparison::add(std::span<const Indicator> rows, const ReviewFacts& facts) {
  for (const auto& row : rows) {
    finder_.add(row);
    const auto [project, is_new] =
        numbers_.try_emplace({row.agency, row.project}, projects_.size());
    if (is_new) {
      projects_.push_back(project->first);
    }
    rows_.push_back({project->second, row.name, row.target});
  }
  auto costs = rules::project_costs(rows, facts, means_.pack, means_.vocabulary);
  std::ranges::move(costs, std::back_inserter(costs_));
}

ReviewFacts YearComparison::found() && {
  ReviewFacts found{.costs = settled(costs_)};
  for (const auto& group : std::move(finder_).groups()) {
    for (const auto here : group.rows) {
      const auto& row = rows_[here];
      const auto there = std::ranges::find_if(
          group.rows, [&](std::size_t other) { return rows_[other].project != row.project; });
      if (there != group.rows.end()) {
        found.copies.push_back({.of = projects_[row.project],
                                .name = row.name,
                                .others = group.rows.size() - 1,
                                .elsewhere = projects_[rows_[*there].project],
                                .target = row.target});
      }
    }
  }
  return found;
}

std::vector<OutputCosts> costs_within(std::span<const Indicator> rows, const ReviewFacts& facts,
                                      const packs::RulePack& pack, const Vocabulary& vocabulary) {
  return settled(rules::project_costs(rows, facts, pack, vocabulary));
}

FoundComparisons::FoundComparisons(ReviewFacts found) {
  for (auto& copy : found.copies) {
    auto& copies = by_agency_[copy.of.agency].copies;
    copies.push_back(std::move(copy));
  }
  for (auto& one : found.costs) {
    auto& costs = by_agency_[one.of.agency].costs;
    costs.push_back(std::move(one));
  }
}

void FoundComparisons::put_on(ReviewFacts& facts, const std::string& agency) const {
  facts.copies.clear();
  facts.costs.clear();
  if (const auto found = by_agency_.find(agency); found != by_agency_.end()) {
    facts.copies = found->second.copies;
    facts.costs = found->second.costs;
  }
}

}  // namespace jiheng::app
