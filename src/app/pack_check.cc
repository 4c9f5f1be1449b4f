#include "app/pack_check.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

#include "domain/vocabulary.h"
#include "rules/rule.h"
#include "scoring/scheme.h"
#include "scoring/watch_scheme.h"

namespace jiheng::app {
namespace {

constexpr std::string_view kRoot = "national";

/// How many letters must change to make one word of the other.
std::size_t distance(std::string_view one, std::string_view other) {
  std::vector<std::size_t> costs(other.size() + 1);
  std::iota(costs.begin(), costs.end(), 0U);
  for (std::size_t i = 0; i < one.size(); ++i) {
    std::size_t diagonal = costs[0];
    costs[0] = i + 1;
    for (std::size_t j = 0; j < other.size(); ++j) {
      const auto swap = diagonal + (one[i] == other[j] ? 0U : 1U);
      diagonal = costs[j + 1];
      costs[j + 1] = std::min({costs[j] + 1, costs[j + 1] + 1, swap});
    }
  }
  return costs.back();
}

/// The rule a wrongly typed id most likely means; "" when none is near.
std::string nearest_rule(std::string_view id) {
  const auto all = rules::catalogue();
  const auto nearest = std::ranges::min_element(
      all, {}, [&](const rules::Rule* rule) { return distance(rule->id, id); });
  const bool near = nearest != all.end() && 3 * distance((*nearest)->id, id) <= id.size();
  return near ? std::string((*nearest)->id) : "";
}

/// A parameter nobody asks for is a typing error that would switch a limit off unnoticed.
Result<void> check_parameters(const std::string& rule, const packs::RuleSettings& settings,
                              const packs::RuleSettings* known) {
  const auto unknown = [&](const std::string& key) {
    return fail(ErrorCode::invalid_input, {"packs.unknown_parameter", {rule, key}}, settings.where);
  };
  for (const auto& [key, number] : settings.numbers) {
    if (known == nullptr || !known->numbers.contains(key)) {
      return unknown(key);
    }
  }
  for (const auto& [key, words] : settings.words) {
    if (known == nullptr || !known->words.contains(key)) {
      return unknown(key);
    }
  }
  return {};
}

}  // namespace

Result<void> check_packs(const packs::Library& library) {
  JH_TRY(const auto vocabulary, make_vocabulary(library));
  for (const auto& profile : library.scoring_profiles) {
    JH_TRY_DO(scoring::Scheme::make(profile, vocabulary));
  }
  for (const auto& pack : library.monitoring_packs) {
    JH_TRY_DO(scoring::WatchScheme::make(pack));
  }
  JH_TRY(const auto root, library.rule_pack(kRoot));
  for (const auto& pack : library.rule_packs) {
    for (const auto& [id, settings] : pack.rules) {
      if (rules::find_rule(id) == nullptr) {
        return fail(ErrorCode::invalid_input, {"packs.unknown_rule", {id, nearest_rule(id)}},
                    settings.where);
      }
      const auto known = root.rules.find(id);
      JH_TRY_DO(
          check_parameters(id, settings, known == root.rules.end() ? nullptr : &known->second));
    }
  }
  return {};
}

}  // namespace jiheng::app
