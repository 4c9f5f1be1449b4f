#include <algorithm>

#include "rules/grouped.h"
#include "rules/rule.h"

namespace jiheng::rules {
namespace {

/// A rule as this pack wants it run.
struct Active {
  const Rule* rule;
  Severity severity;
  std::string clause;
  bool verified;
  Parameters parameters;
};

class Collector final : public Sink {
 public:
  void begin(std::size_t rule) {
    rule_ = rule;
  }

  void report(Defect defect) override {
    found_.emplace_back(rule_, std::move(defect));
  }

  [[nodiscard]] bool fired(const Active& active, const std::vector<Active>& actives) const {
    return std::ranges::any_of(found_, [&](const auto& found) {
      return std::ranges::find(active.rule->silenced_by, actives[found.first].rule->id) !=
             active.rule->silenced_by.end();
    });
  }

  std::vector<std::pair<std::size_t, Defect>>& found() {
    return found_;
  }

 private:
  std::size_t rule_{};
  std::vector<std::pair<std::size_t, Defect>> found_;
};

std::vector<Active> active_rules(const packs::RulePack& pack) {
  std::vector<Active> actives;
  for (const auto* rule : catalogue()) {
    const auto said = pack.rules.find(rule->id);
    const auto settings = said == pack.rules.end() ? packs::RuleSettings{} : said->second;
    if (!settings.on || settings.severity == "off") {
      continue;
    }
    actives.push_back({rule, severity_from_word(settings.severity).value_or(rule->severity),
                       settings.clause, settings.verified, Parameters(settings)});
  }
  return actives;
}

Finding finding_of(const Active& active, std::size_t row, Defect defect) {
  std::string key = "rule." + std::string(active.rule->id) + ".message";
  if (!defect.variant.empty()) {
    key += "." + defect.variant;
  }
  const auto* frame = defect.cites;
  return {.rule = std::string(active.rule->id),
          .severity = active.severity,
          .row = row,
          .column = defect.column,
          .message = {std::move(key), std::move(defect.args)},
          .place = std::move(defect.place),
          .clause = frame != nullptr ? frame->source : active.clause,
          .clause_verified = frame != nullptr ? frame->verified : active.verified,
          .suggestion = std::move(defect.suggestion)};
}

/// Runs rules over the rows and keeps what they say.
class Reviewing {
 public:
  Reviewing(const Grouped& grouped, const std::vector<Active>& actives)
      : grouped_(grouped), actives_(actives) {}

  std::vector<Finding> run() {
    run_all();
    std::size_t first = 0;
    for (const auto& project : grouped_.projects()) {
      run_project(project, first);
      for (std::size_t i = 0; i < project.rows.size(); ++i) {
        run_row(project.rows[i], first + i);
      }
      first += project.rows.size();
    }
    const auto order = [](const auto& one, const auto& other) { return one.key < other.key; };
    if (!std::ranges::is_sorted(found_, order)) {
      std::ranges::stable_sort(found_, order);
    }
    std::vector<Finding> findings;
    findings.reserve(found_.size());
    for (auto& found : found_) {
      findings.push_back(std::move(found.finding));
    }
    return findings;
  }

 private:
  struct Key {
    std::size_t row{};
    bool of_row{};  // what is about the project comes first
    int number{};

    friend auto operator<=>(const Key&, const Key&) = default;
  };

  struct Found {
    Key key;
    Finding finding;
  };

  void keep(const Active& active, std::size_t row, Defect defect) {
    auto finding = finding_of(active, grouped_.place(row), std::move(defect));
    const Key key{finding.row, !is_of_project(finding), active.rule->number};
    found_.push_back({key, std::move(finding)});
  }

  template <typename Check>
  void run_rules(std::size_t first, Check check) {
    collector_.found().clear();
    for (std::size_t r = 0; r < actives_.size(); ++r) {
      collector_.begin(r);
      check(*actives_[r].rule, actives_[r].parameters);
    }
    for (auto& [rule, defect] : collector_.found()) {
      if (!collector_.fired(actives_[rule], actives_)) {
        const auto row = first + defect.row;
        keep(actives_[rule], row, std::move(defect));
      }
    }
  }

  void run_row(const Row& row, std::size_t place) {
    run_rules(place, [&](const Rule& rule, const Parameters& parameters) {
      if (rule.check != nullptr) {
        rule.check(row, parameters, collector_);
      }
    });
  }

  void run_project(const ProjectView& project, std::size_t first) {
    run_rules(first, [&](const Rule& rule, const Parameters& parameters) {
      if (rule.check_project != nullptr) {
        rule.check_project(project, parameters, collector_);
      }
    });
  }

  void run_all() {
    run_rules(0, [&](const Rule& rule, const Parameters& parameters) {
      if (rule.check_all != nullptr) {
        rule.check_all(grouped_.projects(), parameters, collector_);
      }
    });
  }

  const Grouped& grouped_;
  const std::vector<Active>& actives_;
  Collector collector_;
  std::vector<Found> found_;
};

}  // namespace

std::vector<Finding> review(std::span<const Indicator> rows, const ReviewFacts& facts,
                            const packs::RulePack& pack, const Vocabulary& vocabulary) {
  const auto actives = active_rules(pack);
  const Grouped grouped(rows, facts, vocabulary);
  return Reviewing(grouped, actives).run();
}

}  // namespace jiheng::rules
