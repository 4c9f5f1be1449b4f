#include "figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "rules/rule.h"

namespace jiheng::labelled {
namespace {

bool is_of(Part part, const Label& label) {
  return part == Part::all || label.apart == (part == Part::apart);
}

/// Thousandths, half up.
std::optional<std::int64_t> permille(std::size_t part, std::size_t whole) {
  if (whole == 0) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>((2000 * part + whole) / (2 * whole));
}

/// Puts what was found beside what was labelled, a row or a project at a time.
class Comparison {
 public:
  explicit Comparison(Part part) : part_(part) {}

  void take(const std::string& document, const Label& label, const std::set<std::string>& found) {
    if (!is_of(part_, label)) {
      return;
    }
    for (const auto& rule : label.arguable) {
      ++counts_[rule].arguable;
    }
    for (const auto& rule : label.rules) {
      if (label.arguable.contains(rule)) {
        continue;
      }
      ++counts_[rule].labelled;
      if (found.contains(rule)) {
        ++counts_[rule].hits;
      } else {
        differences_.push_back({document, label.place, rule, true});
      }
    }
    for (const auto& rule : found) {
      if (label.arguable.contains(rule)) {
        continue;
      }
      ++counts_[rule].found;
      if (!label.rules.contains(rule)) {
        differences_.push_back({document, label.place, rule, false});
      }
    }
  }

  [[nodiscard]] Figures figures() && {
    Figures figures;
    for (const auto* rule : rules::catalogue()) {
      if (const auto count = counts_.find(std::string(rule->id)); count != counts_.end()) {
        figures.rules.push_back({.rule = count->first, .built = true, .count = count->second});
        figures.total.add(count->second);
      }
    }
    for (const auto& [rule, count] : counts_) {
      if (rules::find_rule(rule) == nullptr) {
        figures.rules.push_back({.rule = rule, .count = count});
      }
    }
    std::erase_if(differences_, [](const Difference& difference) {
      return rules::find_rule(difference.rule) == nullptr;
    });
    std::ranges::stable_sort(differences_, {}, [](const Difference& difference) {
      return std::tie(difference.document, difference.rule);
    });
    figures.differences = std::move(differences_);
    return figures;
  }

 private:
  Part part_;
  std::map<std::string, Count> counts_{};
  std::vector<Difference> differences_{};
};

Result<void> same_rows(const Reviewed& reviewed) {
  const auto& rows = reviewed.labels.rows;
  const auto& places = reviewed.places;
  for (std::size_t i = 0; i < std::max(rows.size(), places.size()); ++i) {
    if (i >= rows.size() || i >= places.size() || rows[i].place != places[i]) {
      return fail(ErrorCode::conflict, {"labelled.rows_differ"},
                  fmt::format("{} row {}: labelled {}, read {}", reviewed.labels.document, i + 1,
                              i < rows.size() ? rows[i].place : "none",
                              i < places.size() ? places[i] : "none"));
    }
  }
  return {};
}

/// What is found on the rows first … last - 1, of rules that speak of projects or of the others.
std::set<std::string> found_on(const Reviewed& reviewed, std::size_t first, std::size_t last,
                               const auto& takes) {
  std::set<std::string> found;
  for (const auto& finding : reviewed.findings) {
    if (finding.row >= first && finding.row < last && takes(finding.rule)) {
      found.insert(finding.rule);
    }
  }
  return found;
}

void compare_one(const Reviewed& reviewed, const std::set<std::string>& of_projects,
                 Comparison& comparison) {
  const auto speaks_of_projects = [&](const std::string& rule) {
    return of_projects.contains(rule);
  };
  const auto& [document, rows, projects] = reviewed.labels;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    comparison.take(document, rows[i],
                    found_on(reviewed, i, i + 1, std::not_fn(speaks_of_projects)));
  }
  for (std::size_t i = 0; i < projects.size(); ++i) {
    const auto first = projects[i].first - 1;
    const auto last = i + 1 < projects.size() ? projects[i + 1].first - 1 : rows.size();
    auto label = projects[i].label;
    label.place = rows[first].place;
    comparison.take(document, label, found_on(reviewed, first, last, speaks_of_projects));
  }
}

std::string percent(std::optional<std::int64_t> permille) {
  return permille ? fmt::format("{}.{} %", *permille / 10, *permille % 10) : "-";
}

std::string line_of(std::string_view rule, const Count& count) {
  return fmt::format("{:<32}{:>9}{:>7}{:>6}{:>11}{:>9}{:>10}\n", rule, count.labelled, count.found,
                     count.hits, percent(precision(count)), percent(recall(count)), count.arguable);
}

std::string csv_line_of(std::string_view rule, bool built, const Count& count) {
  const auto said = [](std::optional<std::int64_t> permille) {
    return permille ? std::to_string(*permille) : std::string();
  };
  return fmt::format("{},{},{},{},{},{},{},{}\n", rule, built ? 1 : 0, count.labelled, count.found,
                     count.hits, said(precision(count)), said(recall(count)), count.arguable);
}

}  // namespace

std::string_view word(Part part) {
  switch (part) {
    case Part::tuned:
      return "tuned";
    case Part::apart:
      return "apart";
    case Part::all:
      break;
  }
  return "all";
}

std::optional<Part> part_from_word(std::string_view text) {
  for (const auto part : {Part::tuned, Part::apart, Part::all}) {
    if (word(part) == text) {
      return part;
    }
  }
  return std::nullopt;
}

void Count::add(const Count& other) {
  labelled += other.labelled;
  found += other.found;
  hits += other.hits;
  arguable += other.arguable;
}

std::optional<std::int64_t> precision(const Count& count) {
  return permille(count.hits, count.found);
}

std::optional<std::int64_t> recall(const Count& count) {
  return permille(count.hits, count.labelled);
}

Result<Figures> compare(const std::vector<Reviewed>& documents, Part part) {
  std::vector<Labels> all;
  for (const auto& reviewed : documents) {
    JH_TRY_DO(same_rows(reviewed));
    all.push_back(reviewed.labels);
  }
  const auto of_projects = project_rules(all);
  Comparison comparison(part);
  for (const auto& reviewed : documents) {
    compare_one(reviewed, of_projects, comparison);
  }
  return std::move(comparison).figures();
}

std::string as_table(const Figures& figures) {
  std::string text = fmt::format("{:<32}{:>9}{:>7}{:>6}{:>11}{:>9}{:>10}\n", "rule", "labelled",
                                 "found", "hits", "precision", "recall", "arguable");
  std::string not_built;
  for (const auto& [rule, built, count] : figures.rules) {
    if (built) {
      text += line_of(rule, count);
    } else {
      not_built += fmt::format("{:<32}{:>9}   not built\n", rule, count.labelled);
    }
  }
  return text + line_of("total", figures.total) + not_built;
}

std::string as_csv(const Figures& figures) {
  std::string text = "rule,built,labelled,found,hits,precision,recall,arguable\n";
  for (const auto& [rule, built, count] : figures.rules) {
    text += csv_line_of(rule, built, count);
  }
  return text + csv_line_of("total", true, figures.total);
}

}  // namespace jiheng::labelled
