#include "report/indicator_list.h"

#include <array>

#include "report/csv.h"
#include "report/typed_json.h"
#include "report/workbook.h"

namespace jiheng::report {
namespace {

struct ListColumn {
  std::string_view name;
  double width;
};

constexpr std::array<ListColumn, 12> kColumns{{{"agency", 18},
                                               {"project", 30},
                                               {"level1", 10},
                                               {"level2", 12},
                                               {"level3", 32},
                                               {"comparator", 9},
                                               {"target", 16},
                                               {"measure", 10},
                                               {"kind", 10},
                                               {"measurable", 8},
                                               {"findings", 50},
                                               {"place", 10}}};
constexpr std::size_t kTarget = 6;

std::array<std::string, kColumns.size()> heads(const packs::Catalogue& catalogue,
                                               packs::Language language) {
  std::array<std::string, kColumns.size()> texts;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    texts.at(i) = catalogue.render(language, {"report.column_" + std::string(kColumns.at(i).name)});
  }
  return texts;
}

std::array<std::string, kColumns.size()> cells(const ListedIndicator& listed,
                                               const packs::Catalogue& catalogue,
                                               packs::Language language) {
  const auto& row = listed.row;
  const auto say = [&](const Text& text) { return catalogue.render(language, text); };
  std::string findings;
  for (const auto& finding : listed.findings) {
    findings += (findings.empty() ? "" : "\n") +
                say({"report.severity_" + std::string(word(finding.severity))}) + " " +
                say(finding.message);
  }
  return {row.agency,
          row.project,
          row.level1,
          row.level2,
          row.name,
          row.comparator ? std::string(sign(*row.comparator)) : std::string(),
          row.target,
          row.measure,
          say({"report.kind_" + std::string(word(kind(row.typed)))}),
          say({is_measurable(row) ? "report.yes" : "report.no"}),
          findings,
          to_string(row.place)};
}

}  // namespace

Result<std::string> indicator_list_xlsx(const std::vector<ListedIndicator>& rows,
                                        const packs::Catalogue& catalogue,
                                        packs::Language language) {
  const auto name = catalogue.render(language, {"report.indicators"});
  JH_TRY(auto workbook, Workbook::make(name));
  auto* sheet = workbook.add_sheet(name);
  const auto head = heads(catalogue, language);
  for (unsigned column = 0; column < head.size(); ++column) {
    worksheet_set_column(sheet, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column),
                         kColumns.at(column).width, nullptr);
    workbook.text(sheet, 0, column, head.at(column),
                  {.bold = true, .border = true, .wrap = true, .centre = true});
  }
  unsigned line = 1;
  for (const auto& listed : rows) {
    const auto values = cells(listed, catalogue, language);
    std::size_t lines = 1;
    for (unsigned column = 0; column < values.size(); ++column) {
      lines = std::max(lines, wrapped_lines(values.at(column), kColumns.at(column).width));
      CellStyle style{.border = true, .wrap = true};
      if (column == kTarget) {
        style.right = is_measurable(listed.row);
        workbook.value(sheet, line, column, values.at(column), style);
      } else {
        workbook.text(sheet, line, column, values.at(column), style);
      }
    }
    worksheet_set_row(sheet, line, row_height(std::max(lines, listed.findings.size()), 10),
                      nullptr);
    ++line;
  }
  worksheet_freeze_panes(sheet, 1, 0);
  worksheet_autofilter(sheet, 0, 0, line - 1, static_cast<lxw_col_t>(kColumns.size() - 1));
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_repeat_rows(sheet, 0, 0);
  return workbook.bytes();
}

std::string indicator_list_csv(const std::vector<ListedIndicator>& rows,
                               const packs::Catalogue& catalogue, packs::Language language) {
  std::string text(kBom);
  const auto head = heads(catalogue, language);
  text += csv_line(std::span<const std::string>(head));
  for (const auto& listed : rows) {
    auto values = cells(listed, catalogue, language);
    for (auto& value : values) {
      value = safe_cell(value);
    }
    text += csv_line(std::span<const std::string>(values));
  }
  return text;
}

std::string indicator_list_json(const std::vector<ListedIndicator>& rows,
                                const packs::Catalogue& catalogue, packs::Language language) {
  Json json{{"form", "indicators"}, {"rows", Json::array()}};
  for (const auto& listed : rows) {
    const auto& row = listed.row;
    Json item{{"agency", row.agency},
              {"project", row.project},
              {"level1", row.level1},
              {"level2", row.level2},
              {"level3", row.name},
              {"comparator", row.comparator ? std::string(symbol(*row.comparator)) : std::string()},
              {"target", row.target},
              {"measure", row.measure},
              {"typed", typed_json(row.typed, row.measured)},
              {"measurable", is_measurable(row)},
              {"place", to_string(row.place)},
              {"findings", Json::array()}};
    for (const auto& finding : listed.findings) {
      item["findings"].push_back({{"rule", finding.rule},
                                  {"severity", word(finding.severity)},
                                  {"field", word(finding.column)},
                                  {"message", catalogue.render(language, finding.message)},
                                  {"clause", finding.clause},
                                  {"suggestion", describe(finding.suggestion)},
                                  {"set_aside", finding.waiver.has_value()}});
    }
    json["rows"].push_back(std::move(item));
  }
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace jiheng::report
