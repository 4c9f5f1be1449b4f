#include <algorithm>
#include <string>
#include <vector>

#include "base/grams.h"
#include "base/text.h"
#include "base/utf8.h"
#include "rules/catalogue.h"
#include "rules/project_reading.h"

namespace jiheng::rules {
namespace {

using Grams = std::vector<std::string>;

/// The clauses of a goal: what stands between the pack's breaks.
std::vector<std::string_view> clauses_of(std::string_view text, const Parameters& parameters) {
  std::vector<std::string_view> clauses;
  while (!text.empty()) {
    const auto mark = parameters.containing("breaks", text);
    const auto end =
        mark.empty() ? text.size() : static_cast<std::size_t>(mark.data() - text.data());
    if (end > 0) {
      clauses.push_back(text.substr(0, end));
    }
    text.remove_prefix(end + mark.size());
  }
  return clauses;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// What a clause promises a number of: 结案率 in 结案率达到95%; "" where it promises none.
std::string_view promised_in(std::string_view clause, const Parameters& parameters) {
  const auto* digit = std::ranges::find_if(clause, is_digit);
  const auto* behind =
      std::find_if_not(digit, clause.end(), [](char c) { return is_digit(c) || c == '.'; });
  const auto unit = parameters.containing("units", {behind, clause.end()});
  if (digit == clause.begin() || unit.empty() || unit.data() != behind) {
    return {};
  }
  auto thing = trim(std::string_view(clause.begin(), digit));
  for (auto verb = parameters.ending("verbs", thing); !verb.empty();
       verb = parameters.ending("verbs", thing)) {
    thing = trim(thing.substr(0, thing.size() - verb.size()));
  }
  return thing;
}

/// True when an indicator's name shares half of the shorter one's two-character grams.
bool is_measured(std::string_view thing, const std::vector<Grams>& names) {
  const auto wanted = grams(thing);
  return std::ranges::any_of(names, [&](const Grams& name) {
    std::vector<std::string> shared;
    std::ranges::set_intersection(wanted, name, std::back_inserter(shared));
    return !shared.empty() && 2 * shared.size() >= std::min(wanted.size(), name.size());
  });
}

/// A goal that says a number of something which no indicator counts.
void check(const ProjectView& project, const Parameters& parameters, Sink& sink) {
  constexpr std::size_t kShortest = 3;  // characters: less names no thing
  std::vector<Grams> names;
  for (const auto& row : project.rows) {
    names.push_back(grams(row.indicator.name));
  }
  std::vector<std::string_view> without;
  for (const auto* goal : goals_of(project)) {
    for (const auto clause : clauses_of(goal->text, parameters)) {
      const auto thing = promised_in(clause, parameters);
      if (length(thing) >= kShortest && !is_measured(thing, names)) {
        without.push_back(clause);
      }
    }
  }
  if (!without.empty()) {
    sink.report(of_project({std::string(without.front()), std::to_string(without.size())}));
  }
}

}  // namespace

const Rule kGoalWithoutIndicator{.id = "goal_without_indicator",
                                 .number = 10,
                                 .severity = Severity::warning,
                                 .aspect = Aspect::relevance,
                                 .check_project = check};

}  // namespace jiheng::rules
