#include "rule_cases.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "packs/toml_file.h"

namespace jiheng::test {
namespace {

/// The cells of a row in a project's `rows`, in order.
constexpr std::array kCells{&CaseRow::level1,     &CaseRow::level2,      &CaseRow::name,
                            &CaseRow::comparator, &CaseRow::target,      &CaseRow::measure,
                            &CaseRow::points,     &CaseRow::actual,      &CaseRow::score,
                            &CaseRow::reason,     &CaseRow::explanation, &CaseRow::standard};

std::string text(const toml::table& table, std::string_view key) {
  return table[key].value_or(std::string());
}

CaseRow row_of(const toml::table& table) {
  return {.agency = text(table, "agency"),
          .project = text(table, "project"),
          .level1 = text(table, "level1"),
          .level2 = text(table, "level2"),
          .name = text(table, "name"),
          .comparator = text(table, "comparator"),
          .target = text(table, "target"),
          .measure = text(table, "measure"),
          .points = text(table, "points"),
          .actual = text(table, "actual"),
          .score = text(table, "score"),
          .reason = text(table, "reason"),
          .explanation = text(table, "explanation"),
          .standard = text(table, "standard")};
}

CaseRow row_of(const toml::array& cells, const toml::table& project) {
  CaseRow row{.agency = text(project, "agency"), .project = text(project, "project")};
  for (std::size_t i = 0; i < cells.size() && i < kCells.size(); ++i) {
    row.*kCells.at(i) = cells[i].value_or(std::string());
  }
  return row;
}

/// What a form says of the project, as intake would give it.
void add_facts(const toml::table& project, ReviewFacts& facts) {
  const auto agency = text(project, "agency");
  const auto name = text(project, "project");
  if (project.contains("kind") || project.contains("period") || project.contains("funding")) {
    facts.projects.push_back({.name = name,
                              .kind = text(project, "kind"),
                              .period = text(project, "period"),
                              .agency = agency});
  }
  if (project.contains("goal")) {
    facts.goals.push_back({.agency = agency, .project = name, .text = text(project, "goal")});
  }
  if (project.contains("secrecy")) {
    facts.secrecy.push_back({.agency = agency, .project = name, .text = text(project, "secrecy")});
  }
  if (const auto* funding = project["funding"].as_array()) {
    for (const auto& said : *funding) {
      const auto& pair = *said.as_array();  // label, 元, and its year where it has one
      const auto amount = Decimal::parse(pair[1].value_or(std::string()));
      auto& put = facts.funding.emplace_back();
      put.agency = agency;
      put.project = name;
      put.source = pair[0].value_or(std::string());
      put.amount = amount ? std::optional(*amount) : std::nullopt;
      put.year = pair.size() > 2 ? pair[2].value<int>() : std::nullopt;
    }
  }
}

/// Rows that stand in other projects, too: name, how many others, their agency and project.
void add_copies(const toml::table& project, ReviewFacts& facts) {
  if (const auto* copied = project["copied"].as_array()) {
    for (const auto& said : *copied) {
      const auto& cells = *said.as_array();
      const auto cell = [&](std::size_t i) { return cells[i].value_or(std::string()); };
      facts.copies.push_back({.of = {text(project, "agency"), text(project, "project")},
                              .name = cell(0),
                              .others = std::stoul(cell(1)),
                              .elsewhere = {cell(2), cell(3)}});
    }
  }
}

/// Rows that earlier years filed for the project.
void add_past(const toml::table& project, RuleCase& one) {
  if (const auto* past = project["past"].as_array()) {
    for (const auto& said : *past) {
      const auto& cells = *said.as_array();
      const auto cell = [&](std::size_t i) { return cells[i].value_or(std::string()); };
      one.past.push_back({.year = cells[0].value_or(0),
                          .row = {.agency = text(project, "agency"),
                                  .project = text(project, "project"),
                                  .name = cell(1),
                                  .comparator = cell(2),
                                  .target = cell(3),
                                  .measure = cell(4),
                                  .actual = cell(5)}});
    }
  }
}

/// Rows that were approved.
void add_approved(const toml::table& project, RuleCase& one) {
  const auto name = text(project, "project");
  if (const auto* approved = project["approved"].as_array()) {
    for (const auto& said : *approved) {
      const auto& cells = *said.as_array();
      const auto cell = [&](std::size_t i) {
        return i < cells.size() ? cells[i].value_or(std::string()) : std::string();
      };
      one.approved.push_back({.agency = text(project, "agency"),
                              .project = project["approved_project"].value_or(name),
                              .level2 = cell(4),
                              .name = cell(0),
                              .comparator = cell(1),
                              .target = cell(2),
                              .measure = cell(3)});
    }
  }
}

std::optional<Decimal> number(const toml::table& table, std::string_view key) {
  const auto parsed = Decimal::parse(text(table, key));
  return parsed ? std::optional(*parsed) : std::nullopt;
}

/// What a self-evaluation says of its money and its total.
void add_execution(const toml::table& project, RuleCase& one) {
  const auto agency = text(project, "agency");
  const auto name = text(project, "project");
  if (const auto* execution = project["execution"].as_table()) {
    one.facts.executions.push_back({.agency = agency,
                                    .project = name,
                                    .budget = number(*execution, "budget"),
                                    .executed = number(*execution, "executed"),
                                    .points = text(*execution, "points"),
                                    .rate = text(*execution, "rate"),
                                    .score = text(*execution, "score")});
  }
  if (project.contains("filed_total")) {
    one.facts.totals.push_back(
        {.agency = agency, .project = name, .total = text(project, "filed_total")});
  }
}

void add_project(const toml::table& project, RuleCase& one) {
  add_past(project, one);
  add_approved(project, one);
  add_copies(project, one.facts);
  add_execution(project, one);
  add_facts(project, one.facts);
  if (const auto* rows = project["rows"].as_array()) {
    for (const auto& row : *rows) {
      one.rows.push_back(row_of(*row.as_array(), project));
    }
  }
}

RuleCase case_of(const toml::table& table, std::string_view rule, bool hit) {
  RuleCase one{.rule = std::string(rule),
               .suggestion = text(table, "suggestion"),
               .clause = text(table, "clause")};
  if (const auto* why = table["why"].as_array(); why != nullptr && why->size() == 2) {
    one.why = {(*why)[0].value_or(std::string()), (*why)[1].value_or(std::string())};
  }
  one.findings = hit ? static_cast<std::size_t>(table["findings"].value_or(std::int64_t{1})) : 0;
  one.facts.disclosed = table["disclosed"].value_or(false);
  if (const auto year = table["year"].value<int>()) {
    one.facts.year = *year;
  }
  if (const auto* projects = table["project"].as_array()) {
    for (const auto& project : *projects) {
      add_project(*project.as_table(), one);
    }
  } else if (table.contains("rows")) {
    add_project(table, one);
  } else {
    one.rows.push_back(row_of(table));
    add_facts(table, one.facts);
  }
  // The columns a form has are those some row fills; `columns` names those that stand empty.
  for (const auto& row : one.rows) {
    for (const auto& [column, cell] :
         {std::pair(Column::reason, &row.reason), std::pair(Column::explanation, &row.explanation),
          std::pair(Column::standard, &row.standard)}) {
      one.facts.columns[static_cast<std::size_t>(column)] = one.facts.has(column) || !cell->empty();
    }
  }
  if (const auto* columns = table["columns"].as_array()) {
    for (const auto& name : *columns) {
      if (const auto column = column_from_word(name.value_or(std::string()))) {
        one.facts.columns.set(static_cast<std::size_t>(*column));
      }
    }
  }
  return one;
}

void append(const packs::TomlFile& file, std::string_view rule, bool hit,
            std::vector<RuleCase>& cases) {
  for (const auto* table : packs::tables_of(file, hit ? "hit" : "near_miss")) {
    cases.push_back(case_of(*table, rule, hit));
  }
}

}  // namespace

std::vector<RuleCase> cases_of(const std::string& repository, std::string_view rule) {
  const auto path =
      std::filesystem::path(repository) / "test" / "cases" / (std::string(rule) + ".toml");
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    return {};
  }
  std::ostringstream bytes;
  bytes << in.rdbuf();
  packs::PackProblems problems;
  const auto file = packs::parse_toml(path.string(), bytes.str(), problems);
  std::vector<RuleCase> cases;
  if (file) {
    append(*file, rule, true, cases);
    append(*file, rule, false, cases);
  }
  if (!problems.empty()) {
    cases.push_back({.rule = "unreadable: " + path.string(), .findings = 1});
  }
  return cases;
}

}  // namespace jiheng::test
