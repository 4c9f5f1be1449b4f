#include "rule_page.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

#include "packs/toml_file.h"
#include "rule_cases.h"

namespace jiheng::tools {
namespace {

/// One language's half of a page.
class Half {
 public:
  Half(const rules::Rule& rule, const packs::Library& library, packs::Language language)
      : rule_(rule), library_(library), language_(language) {}

  [[nodiscard]] std::string head(std::string_view level) const {
    const auto pack = library_.rule_pack(packs::kDefaultRulePack);
    const auto settings = pack ? pack->rules.find(rule_.id) : decltype(pack->rules.end()){};
    const bool said = pack && settings != pack->rules.end();
    const auto severity = said && !settings->second.severity.empty()
                              ? settings->second.severity
                              : std::string(word(rule_.severity));
    std::string page = std::string(level) + " " + own("title") + "\n\n" + own("why") + "\n\n";
    page += line("number", std::to_string(rule_.number));
    page += line("severity", say("rule.severity." + severity));
    page += line("aspect", say("rule.aspect." + std::string(rules::word(rule_.aspect))));
    if (said && !settings->second.clause.empty()) {
      page += line("clause", settings->second.clause +
                                 (settings->second.verified ? "" : say("rule.page.unverified")));
    }
    return page;
  }

  /// What a person changes, before the examples: who comes from a finding looks for this first.
  [[nodiscard]] std::string fix() const {
    return "\n**" + say("rule.page.fix") + "**\n\n" + own("fix") + "\n";
  }

  [[nodiscard]] std::string rows(const std::vector<test::RuleCase>& cases, bool hit) const {
    std::string page = "\n**" + say(hit ? "rule.page.hits" : "rule.page.near_misses") + "**\n\n";
    for (const auto& one : cases) {
      if (one.hit() == hit) {
        page += "- " + case_text(one);
        page += one.suggestion.empty()
                    ? ""
                    : " → " + say("rule.page.suggestion") + " " + in_words(one.suggestion);
        page += "\n";
      }
    }
    return page;
  }

 private:
  /// "measure 个; target 6" as the application says it.
  [[nodiscard]] std::string in_words(std::string_view suggestion) const {
    constexpr std::string_view kBetween = "; ";
    constexpr std::string_view kMove = "move to ";
    const auto render = [&](const Text& text) {
      return library_.catalogue.render(language_, text);
    };
    std::string text;
    while (!suggestion.empty()) {
      const auto part = suggestion.substr(0, suggestion.find(kBetween));
      suggestion.remove_prefix(std::min(suggestion.size(), part.size() + kBetween.size()));
      const auto blank = std::min(part.find(' '), part.size());
      const auto field = field_from_word(part.substr(0, blank));
      text += text.empty() ? "" : render({"report.between_changes"});
      if (part.starts_with(kMove)) {
        text += render({"report.move_to", {quoted(part.substr(kMove.size()))}});
      } else if (field) {
        const auto after = part.substr(std::min(part.size(), blank + 1));
        text += render(
            {"report.change_to", {say("field." + std::string(word(*field))), quoted(after)}});
      } else {
        text += quoted(part);
      }
    }
    return text;
  }

  static std::string quoted(std::string_view text) {
    return "`" + std::string(text) + "`";
  }

  /// One row stands on a line; what a form says beside rows, and the rows of a project, on more.
  [[nodiscard]] std::string case_text(const test::RuleCase& one) const {
    const auto& why = language_ == packs::Language::zh ? one.why.first : one.why.second;
    const bool one_row = one.rows.size() == 1 && one.rows.front().project.empty();
    if (one_row) {
      return why + (why.empty() ? "" : " ") + row_text(one.rows.front());
    }
    const bool several = std::ranges::any_of(one.rows, [&](const test::CaseRow& row) {
      return row.project != one.rows.front().project || row.agency != one.rows.front().agency;
    });
    if (several) {
      return (why.empty() ? say("rule.page.several") : why) + projects_text(one);
    }
    auto text = said_text(one.facts);
    for (const auto& total : one.facts.totals) {
      text += (text.empty() ? "" : " · ") + named("filed_total", total.total);
    }
    text += past_text(one.past);
    const auto approved = approved_text(one);
    text += (text.empty() || approved.empty() ? "" : " · ") + approved;
    const std::string* project = nullptr;
    for (const auto& row : one.rows) {
      if (project == nullptr || *project != row.project) {
        text += project == nullptr ? (text.empty() ? "" : " · ") : "\n- ";
        text += row.project.empty() ? say("rule.page.department") : named("project", row.project);
        project = &row.project;
      }
      text += "\n  - " + row_text(row);
    }
    return why + (why.empty() ? "" : " ") + text;
  }

  /// Each project with what its form says and its rows, one step below the case they make up.
  [[nodiscard]] std::string projects_text(const test::RuleCase& one) const {
    std::string text;
    const test::CaseRow* before = nullptr;
    for (const auto& row : one.rows) {
      if (before == nullptr || before->project != row.project || before->agency != row.agency) {
        const auto name = row.agency + (row.agency.empty() ? "" : " ") + row.project;
        text +=
            "\n  - " + (row.project.empty() ? say("rule.page.department") : named("project", name));
        const auto said = said_text(facts_of(one.facts, row));
        text += (said.empty() ? "" : " · ") + said;
      }
      text += "\n    - " + row_text(row);
      before = &row;
    }
    const auto approved = approved_text(one);
    return text + past_text(one.past) + (approved.empty() ? "" : " · ") + approved;
  }

  /// What the form of one project says.
  [[nodiscard]] static ReviewFacts facts_of(ReviewFacts facts, const test::CaseRow& row) {
    const auto of_other = [&](const auto& said) {
      return said.project != row.project || said.agency != row.agency;
    };
    std::erase_if(facts.projects, [&](const ProjectRecord& said) {
      return said.name != row.project || said.agency != row.agency;
    });
    std::erase_if(facts.goals, of_other);
    std::erase_if(facts.secrecy, of_other);
    std::erase_if(facts.funding, of_other);
    std::erase_if(facts.executions, of_other);
    std::erase_if(facts.copies, [&](const CopiedRow& said) { return of_other(said.of); });
    return facts;
  }

  [[nodiscard]] static std::string row_text(const test::CaseRow& row) {
    std::string text = row.level1 + " / " + row.level2 + "：`" + row.name + "`";
    for (const auto* cell : {&row.comparator, &row.target, &row.measure}) {
      text += " `" + *cell + "`";
    }
    for (const auto* cell :
         {&row.points, &row.actual, &row.score, &row.reason, &row.explanation, &row.standard}) {
      text += cell->empty() ? "" : " · `" + *cell + "`";
    }
    return text;
  }

  /// " · 往年：2021 `培训人次` …"
  [[nodiscard]] std::string past_text(const std::vector<test::PastCase>& past) const {
    std::string text;
    for (const auto& [year, row] : past) {
      text += (text.empty() ? " · " + say("rule.page.past") + " " : "; ") + std::to_string(year);
      for (const auto* cell :
           {&row.name, &row.comparator, &row.target, &row.measure, &row.actual}) {
        text += cell->empty() ? "" : " `" + *cell + "`";
      }
    }
    return text;
  }

  /// "批复 `培训人次` `≥` `800` `人次`; …"
  [[nodiscard]] std::string approved_text(const test::RuleCase& one) const {
    std::string text;
    for (const auto& row : one.approved) {
      const bool other = !one.rows.empty() && row.project != one.rows.front().project;
      const auto head =
          other ? library_.catalogue.render(language_, {"rule.page.approved_other", {row.project}})
                : say("rule.page.approved");
      text += text.empty() ? head : ";";
      for (const auto* cell :
           {&row.level2, &row.name, &row.comparator, &row.target, &row.measure}) {
        text += cell->empty() ? "" : " `" + *cell + "`";
      }
    }
    return text;
  }

  /// "项目：`甲`"
  [[nodiscard]] std::string named(std::string_view what, std::string_view value) const {
    return say("rule.page." + std::string(what)) +
           (language_ == packs::Language::zh ? "：`" : ": `") + std::string(value) + "`";
  }

  [[nodiscard]] std::string said_text(const ReviewFacts& facts) const {
    std::string text;
    const auto add = [&](std::string_view what, std::string_view value) {
      text += (text.empty() ? "" : " · ") + named(what, value);
    };
    if (facts.year) {
      add("year", std::to_string(*facts.year));
    }
    if (facts.disclosed) {
      text += (text.empty() ? "" : " · ") + say("rule.page.disclosed");
    }
    for (const auto& mark : facts.secrecy) {
      add("secrecy", mark.text);
    }
    for (const auto& record : facts.projects) {
      if (!record.kind.empty()) {
        add("kind", record.kind);
      }
      if (!record.period.empty()) {
        add("period", record.period);
      }
    }
    for (const auto& goal : facts.goals) {
      add("goal", goal.text);
    }
    for (const auto& said : facts.funding) {
      const auto amount = said.amount ? said.amount->to_shortest_string() : "";
      add("funding",
          (said.year ? std::to_string(*said.year) + " " : "") + said.source + " " + amount + " 元");
    }
    for (const auto& execution : facts.executions) {
      add("execution", execution_text(execution));
    }
    for (const auto& copy : facts.copies) {
      text +=
          (text.empty() ? "" : " · ") +
          library_.catalogue.render(language_, {"rule.page.copied",
                                                {copy.name, std::to_string(copy.others),
                                                 copy.elsewhere.agency, copy.elsewhere.project}});
    }
    return text;
  }

  /// "80 / 100 · 10 · 80% · 8": executed of budget, points, rate, score.
  [[nodiscard]] static std::string execution_text(const Execution& execution) {
    const auto spelled = [](const std::optional<Decimal>& amount) {
      return amount ? amount->to_shortest_string() : std::string("—");
    };
    return spelled(execution.executed) + " / " + spelled(execution.budget) + " · " +
           execution.points + " · " + execution.rate + " · " + execution.score;
  }

  [[nodiscard]] std::string say(const std::string& key) const {
    return library_.catalogue.render(language_, {key});
  }

  [[nodiscard]] std::string own(std::string_view what) const {
    return say("rule." + std::string(rule_.id) + "." + std::string(what));
  }

  [[nodiscard]] std::string line(const std::string& what, const std::string& value) const {
    return "- " + say("rule.page." + what) + (language_ == packs::Language::zh ? "：" : ": ") +
           value + "\n";
  }

  const rules::Rule& rule_;
  const packs::Library& library_;
  packs::Language language_;
};

/// What the review of the labelled set reaches.
class Figures {
 public:
  explicit Figures(const std::string& repository) {
    const auto path = std::filesystem::path(repository) / "test" / "labelled" / "floors.toml";
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    packs::PackProblems problems;
    if (auto file = packs::parse_toml(path.string(), bytes.str(), problems)) {
      table_ = std::move(file->table);
    }
  }

  /// " | 19 | 100.0 % | 100.0 %"; dashes where no row is labelled with the rule.
  [[nodiscard]] std::string of(std::string_view rule) const {
    const auto said = table_["rule"][rule];
    if (!said.is_table()) {
      return " | – | – | –";
    }
    return " | " + std::to_string(number(said["labelled"])) + " | " +
           percent(number(said["precision"])) + " | " + percent(number(said["recall"]));
  }

  [[nodiscard]] std::string summary() const {
    const auto line = [&](std::string_view part, std::string_view zh, std::string_view en) {
      const auto said = table_["part"][part];
      return "| " + std::string(zh) + " " + std::string(en) + " | " +
             std::to_string(number(said["labelled"])) + " | " +
             std::to_string(number(said["found"])) + " | " + percent(number(said["precision"])) +
             " | " + percent(number(said["recall"])) + " | " +
             std::to_string(number(said["arguable"])) + " |\n";
    };
    return "在 183 行真实指标（一张 2022 "
           "年表11、两份真实申报表）上，由没有看过规则程序的一位审核人先行标注；"
           "每五行留一行不用于调整。只有一位标注人，规则目录的例子又取自同一张表，数字只能当作一致"
           "程度看。"
           "重算：`tools/labelled`。\n\n"
           "Measured on 183 real rows (a table 11 of 2022 and two application forms), labelled "
           "before "
           "tuning by one reader who had not seen the rules; every fifth row is set apart. One "
           "reader, "
           "and the catalogue's examples come from the same table: read these as agreement, not as "
           "a "
           "promise. Again: `tools/labelled`.\n\n"
           "| | 标注 Labelled | 提示 Found | 查准率 Precision | 查全率 Recall | 可商榷 Arguable |\n"
           "|---|---|---|---|---|---|\n" +
           line("all", "全部", "All") + line("tuned", "调整用", "Tuned on") +
           line("apart", "留出", "Set apart") + "\n";
  }

 private:
  template <typename Node>
  static std::int64_t number(const Node& node) {
    return node.value_or(std::int64_t{0});
  }

  static std::string percent(std::int64_t permille) {
    return std::to_string(permille / 10) + "." + std::to_string(permille % 10) + " %";
  }

  toml::table table_;
};

}  // namespace

std::string rule_page(const rules::Rule& rule, const packs::Library& library,
                      const std::string& repository) {
  const auto cases = test::cases_of(repository, rule.id);
  const Half zh(rule, library, packs::Language::zh);
  const Half en(rule, library, packs::Language::en);
  return zh.head("#") + "- `" + std::string(rule.id) + "`\n" + zh.fix() + zh.rows(cases, true) +
         zh.rows(cases, false) + "\n" + en.head("## English:") + en.fix() + en.rows(cases, true) +
         en.rows(cases, false);
}

std::string rule_index(const packs::Library& library, const std::string& repository) {
  const Figures figures(repository);
  std::string page =
      "# 审核规则 Review rules\n\n" + figures.summary() +
      "| 编号 No. | 规则 Rule | 级别 Severity | | 标注 Labelled | 查准率 Precision | "
      "查全率 Recall |\n|---|---|---|---|---|---|---|\n";
  for (const auto* rule : rules::catalogue()) {
    const Text title{"rule." + std::string(rule->id) + ".title"};
    page += "| " + std::to_string(rule->number) + " | [`" + std::string(rule->id) + "`](" +
            std::string(rule->id) + ".md) | " + std::string(word(rule->severity)) + " | " +
            library.catalogue.render(packs::Language::zh, title) + " · " +
            library.catalogue.render(packs::Language::en, title) + figures.of(rule->id) + " |\n";
  }
  return page;
}

}  // namespace jiheng::tools
