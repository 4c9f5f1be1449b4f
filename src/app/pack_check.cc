#include "app/pack_check.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>
#include <vector>

#include "domain/library_indicator.h"
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

Text unknown_rule(const std::string& id) {
  const auto nearest = nearest_rule(id);
  return nearest.empty() ? Text{"packs.unknown_rule", {id}}
                         : Text{"packs.unknown_rule_near", {id, nearest}};
}

/// A parameter nobody asks for is a typing error that would switch a limit off unnoticed.
void check_parameters(const std::string& rule, const packs::RuleSettings& settings,
                      const packs::RuleSettings& known, packs::PackProblems& problems) {
  for (const auto& [key, place] : settings.places) {
    const bool is_number = settings.numbers.contains(key);
    const bool number_known = known.numbers.contains(key);
    const bool words_known = known.words.contains(key);
    if (!number_known && !words_known) {
      problems.add({ErrorCode::invalid_input, {"packs.unknown_parameter", {rule, key}}, place});
    } else if (is_number != number_known) {
      problems.add({ErrorCode::invalid_input,
                    {"packs.wrong_type", {key, number_known ? "123.45" : "[\"…\", …]"}},
                    place});
    }
  }
}

/// A lower limit above its upper one finds something in every row.
void check_limits(const packs::RuleSettings& settings, packs::PackProblems& problems) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kPairs{
      {{"least", "most"}, {"lowest", "highest"}, {"from", "to"}}};
  for (const auto& [low, high] : kPairs) {
    const auto lower = settings.numbers.find(std::string(low));
    const auto upper = settings.numbers.find(std::string(high));
    if (lower == settings.numbers.end() || upper == settings.numbers.end() ||
        !(upper->second < lower->second)) {
      continue;
    }
    const auto place = settings.places.find(std::string(low));
    problems.add({ErrorCode::invalid_input,
                  {"packs.limits_crossed",
                   {std::string(low), lower->second.to_string(), std::string(high),
                    upper->second.to_string()}},
                  place == settings.places.end() ? settings.where : place->second});
  }
}

void check_rules(const packs::Library& library, packs::PackProblems& problems) {
  const auto root = library.rule_pack(kRoot);
  if (!root) {
    problems.add(root.error());
    return;
  }
  for (const auto& pack : library.rule_packs) {
    for (const auto& [id, settings] : pack.rules) {
      if (rules::find_rule(id) == nullptr) {
        problems.add({ErrorCode::invalid_input, unknown_rule(id), settings.where});
        continue;
      }
      const auto known = root->rules.find(id);
      check_parameters(id, settings,
                       known == root->rules.end() ? packs::RuleSettings{} : known->second,
                       problems);
      check_limits(settings, problems);
    }
  }
}

/// Each condition alone: one that is wrong does not hide the next.
void check_conditions(const packs::Library& library, const Vocabulary& vocabulary,
                      packs::PackProblems& problems) {
  const auto note = [&](const auto& made) {
    if (!made) {
      problems.add(made.error());
    }
  };
  for (auto profile : library.scoring_profiles) {
    const auto assignments = std::exchange(profile.assignments, {});
    for (const auto& assignment : assignments) {
      profile.assignments = {assignment};
      note(scoring::Scheme::make(profile, vocabulary));
    }
  }
  for (auto pack : library.monitoring_packs) {
    const auto curves = std::exchange(pack.curves.defaults, {});
    for (const auto& curve : curves) {
      pack.curves.defaults = {curve};
      note(scoring::WatchScheme::make(pack));
    }
  }
}

}  // namespace

void check_packs(packs::CheckedFolder& folder) {
  auto& problems = folder.problems;
  check_rules(folder.library, problems);
  for (auto& error : wrong_words(folder.library)) {
    problems.add(std::move(error));
  }
  const auto vocabulary = make_vocabulary(folder.library);
  if (!vocabulary) {
    return;  // what is made of its words would only repeat it
  }
  check_conditions(folder.library, *vocabulary, problems);
  for (const auto& indicator : folder.indicators) {
    problems.add(check_library_indicator(indicator, *vocabulary));
  }
}

}  // namespace jiheng::app
