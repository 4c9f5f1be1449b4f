#include <algorithm>

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

/// Roles by category words: a table has a dozen of them, over many rows.
class Roles {
 public:
  explicit Roles(const Frames& frames) : frames_(frames) {}

  CategoryRole of(const Indicator& row) {
    for (const auto& known : known_) {
      if (known.level2 == row.level2 && known.level1 == row.level1) {
        return known.role;
      }
    }
    auto role = frames_.role(row.level1, row.level2);
    if (role == CategoryRole::other) {
      // 质量指标 under 效益指标 is still one of quality (rule category_outside_frame says the
      // rest).
      role = frames_.role({}, row.level2);
    }
    if (known_.size() < kMost) {
      known_.push_back({row.level1, row.level2, role});
    }
    return role;
  }

 private:
  struct Known {
    std::string_view level1;
    std::string_view level2;
    CategoryRole role;
  };

  // Beyond this, looking costs more than asking the frames again.
  static constexpr std::size_t kMost = 64;

  const Frames& frames_;
  std::vector<Known> known_;
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
  return {.rule = std::string(active.rule->id),
          .severity = active.severity,
          .row = row,
          .field = defect.field,
          .message = {std::move(key), std::move(defect.args)},
          .clause = active.clause,
          .clause_verified = active.verified,
          .suggestion = std::move(defect.suggestion)};
}

}  // namespace

std::vector<Finding> review(std::span<const Indicator> rows, const packs::RulePack& pack,
                            const Vocabulary& vocabulary) {
  const auto actives = active_rules(pack);
  std::vector<Finding> findings;
  Collector collector;
  Roles roles(vocabulary.frames);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row row{rows[i], roles.of(rows[i]), vocabulary};
    collector.found().clear();
    for (std::size_t r = 0; r < actives.size(); ++r) {
      collector.begin(r);
      actives[r].rule->check(row, actives[r].parameters, collector);
    }
    for (auto& [rule, defect] : collector.found()) {
      if (!collector.fired(actives[rule], actives)) {
        findings.push_back(finding_of(actives[rule], i, std::move(defect)));
      }
    }
  }
  return findings;
}

}  // namespace jiheng::rules
