#include "app/rule_list.h"

#include "app/judging.h"
#include "base/resource.h"
#include "rules/rule.h"

namespace jiheng::app {
namespace {

// docs/rules pages hold both languages, Chinese first; the English part has this heading.
constexpr std::string_view kEnglishPart = "\n## English: ";

RuleView view_of(const rules::Rule& rule, const packs::RulePack& pack) {
  RuleView view{.id = std::string(rule.id),
                .number = rule.number,
                .severity = rule.severity,
                .aspect = std::string(rules::word(rule.aspect)),
                .on = true};
  if (const auto said = pack.rules.find(rule.id); said != pack.rules.end()) {
    const auto& settings = said->second;
    view.on = settings.on && settings.severity != "off";
    view.severity = severity_from_word(settings.severity).value_or(rule.severity);
    view.clause = settings.clause;
    view.clause_verified = settings.verified;
  }
  return view;
}

/// What persons and rules said in a year.
struct YearCounts {
  std::vector<store::RuleCount> findings{};
  std::vector<store::WaiverCount> waivers{};

  void put_on(RuleView& view) const {
    // A pack that was changed meanwhile can have left findings of two severities.
    for (const auto& count : findings) {
      view.findings += count.rule == view.id ? count.findings : 0;
    }
    for (const auto& count : waivers) {
      view.waived += count.rule == view.id ? count.waived : 0;
      view.false_alarms += count.rule == view.id ? count.false_alarms : 0;
      if (count.rule == view.id) {
        view.set_aside_by.push_back(count);
      }
    }
  }
};

Result<YearCounts> count_year(const Workspace& workspace, std::optional<int> year) {
  YearCounts counts;
  if (year) {
    JH_TRY(const auto region, region_of(workspace));
    JH_TRY(auto numbers, workspace.store.overview(region, *year));
    counts.findings = std::move(numbers.by_rule);
    JH_TRY(counts.waivers, workspace.store.count_waivers(region, *year));
  }
  return counts;
}

Result<YearPack> judged_by_of(const Workspace& workspace, std::optional<int> year) {
  if (!year) {
    return YearPack{.pack = workspace.pack};
  }
  JH_TRY(const auto region, region_of(workspace));
  return pack_of(workspace, region, *year);
}

}  // namespace

Result<RuleList> list_rules(const Workspace& workspace, std::optional<int> year) {
  JH_TRY(const auto counts, count_year(workspace, year));
  JH_TRY(auto judged_by, judged_by_of(workspace, year));
  RuleList list{.pack = std::move(judged_by.pack), .judged = std::move(judged_by.run)};
  if (year) {
    JH_TRY(const auto region, region_of(workspace));
    JH_TRY(list.filed_since,
           workspace.store.filed_since(region, *year, list.judged ? list.judged->at_ms : 0));
  }
  for (const auto* rule : rules::catalogue()) {
    list.rules.push_back(view_of(*rule, list.pack));
    counts.put_on(list.rules.back());
  }
  return list;
}

Result<RuleView> rule(const Workspace& workspace, std::string_view id, std::optional<int> year) {
  const auto* found = rules::find_rule(id);
  if (found == nullptr) {
    return fail(ErrorCode::not_found, {"browse.no_rule", {std::string(id)}});
  }
  JH_TRY(const auto counts, count_year(workspace, year));
  JH_TRY(const auto judged_by, judged_by_of(workspace, year));
  auto view = view_of(*found, judged_by.pack);
  counts.put_on(view);
  if (year) {
    JH_TRY(const auto region, region_of(workspace));
    JH_TRY(view.suggestions, workspace.store.count_suggestions(region, *year, id));
  }
  return view;
}

std::string rule_page(std::string_view id, packs::Language language) {
  const auto page =
      find_resource(builtin_resources(), "docs/rules/" + std::string(id) + ".md").value_or("");
  const auto english = page.find(kEnglishPart);
  if (language == packs::Language::zh || english == std::string_view::npos) {
    return std::string(page.substr(0, english));
  }
  return "# " + std::string(page.substr(english + kEnglishPart.size()));
}

}  // namespace jiheng::app
