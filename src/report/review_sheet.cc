#include <array>
#include <map>

#include "report/finding_list.h"
#include "report/row_text.h"
#include "report/suggestion_text.h"
#include "report/table11_sheet.h"

namespace jiheng::report {
namespace {

constexpr unsigned kErrorFill = 0xF9DEDC;
constexpr unsigned kWarningFill = 0xFCE8CC;
constexpr unsigned kHintFill = 0xDCE6F4;

unsigned fill_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return kErrorFill;
    case Severity::warning:
      return kWarningFill;
    case Severity::hint:
      return kHintFill;
  }
  return 0;
}

/// The findings of one cell as its comment.
struct Remark {
  std::string text;
  Severity severity{Severity::hint};
};

std::string remark_text(const Finding& finding, const ReviewWords& words) {
  const auto say = [&](const Text& text) { return words.catalogue.render(words.language, text); };
  auto text =
      say({"report.severity_" + std::string(word(finding.severity))}) + "  " + say(finding.message);
  if (!finding.suggestion.empty()) {
    text += "\n" + say({"report.suggestion", {suggestion_text(finding.suggestion, words)}});
  }
  if (!finding.clause.empty()) {
    text += "\n" + say({finding.clause_verified ? "report.clause" : "report.clause_unverified",
                        {finding.clause}});
  }
  return text;
}

void draw_remarks(Workbook& workbook, lxw_worksheet* sheet, const ReviewedRows& reviewed,
                  const ReviewWords& words) {
  std::map<std::pair<std::size_t, unsigned>, Remark> remarks;
  for (const auto& finding : reviewed.findings) {
    auto& remark = remarks[{finding.row, table11_column(finding.column)}];
    remark.text += (remark.text.empty() ? "" : "\n\n") + remark_text(finding, words);
    remark.severity = std::min(remark.severity, finding.severity);
  }
  for (const auto& [cell, remark] : remarks) {
    const auto row = kTable11HeadRows + static_cast<unsigned>(cell.first);
    const auto column = cell.second;
    const auto value = filed_table11_cells(reviewed.rows[cell.first], reviewed.edited).at(column);
    draw_table11_cell(workbook, sheet, {row, column}, value, fill_of(remark.severity));
    lxw_comment_options options{};
    const auto lines = wrapped_lines(remark.text, 40) + 3;
    options.x_scale = 2.4;
    options.y_scale = std::max(1.0, static_cast<double>(lines) / 5);
    worksheet_write_comment_opt(sheet, row, static_cast<lxw_col_t>(column), remark.text.c_str(),
                                &options);
  }
}

struct ListColumn {
  const char* key;
  double width;
};

constexpr std::array<ListColumn, 13> kList{{{"report.column_source", 22},
                                            {"report.column_place", 10},
                                            {"report.column_agency", 18},
                                            {"report.column_project", 30},
                                            {"report.column_level3", 30},
                                            {"report.column_severity", 8},
                                            {"report.column_message", 46},
                                            {"report.column_suggestion", 28},
                                            {"report.column_clause", 40},
                                            {"report.column_rule", 26},
                                            {"report.column_verified", 8},
                                            {"report.column_pack", 20},
                                            {"report.column_frame", 16}}};

constexpr lxw_col_t kLastPrinted = 8;  // the clause

std::string verified_cell(const Finding& finding, const ReviewWords& words) {
  if (finding.clause.empty()) {
    return "";
  }
  return words.catalogue.render(
      words.language, {finding.clause_verified ? "report.verified_yes" : "report.verified_no"});
}

}  // namespace

void draw_finding_list(Workbook& workbook, lxw_worksheet* sheet,
                       std::span<const ReviewedRows> reviewed, const ReviewWords& words) {
  const auto say = [&](const Text& text) { return words.catalogue.render(words.language, text); };
  for (unsigned column = 0; column < kList.size(); ++column) {
    worksheet_set_column(sheet, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column),
                         kList.at(column).width, nullptr);
    workbook.text(sheet, 0, column, say({kList.at(column).key}),
                  {.bold = true, .border = true, .wrap = true, .centre = true});
  }
  unsigned line = 1;
  for (const auto& document : reviewed) {
    for (const auto& finding : document.findings) {
      const auto& row = document.rows[finding.row];
      const auto origin = document.origin_of(finding.row);
      const std::array<std::string, kList.size()> cells{
          origin.document,
          place_text(place_of(finding, row), words),
          row.agency,
          row.project,
          is_of_project(finding) ? std::string() : row.name,
          say({"report.severity_" + std::string(word(finding.severity))}),
          say(finding.message),
          suggestion_text(finding.suggestion, words),
          finding.clause_verified || finding.clause.empty()
              ? finding.clause
              : finding.clause + say({"rule.page.unverified"}),
          finding.rule,
          verified_cell(finding, words),
          say({"report.pack_version", {document.by.pack, std::to_string(document.by.version)}}),
          origin.frame};
      std::size_t lines = 1;
      for (unsigned column = 0; column < kList.size(); ++column) {
        const auto& cell = cells.at(column);
        lines = std::max(lines, wrapped_lines(cell, kList.at(column).width));
        CellStyle style{.border = true, .wrap = true};
        if (column == 5) {
          style.centre = true;
          style.fill = fill_of(finding.severity);
        }
        workbook.text(sheet, line, column, cell, style);
      }
      worksheet_set_row(sheet, line, row_height(lines, 10), nullptr);
      ++line;
    }
  }
  worksheet_freeze_panes(sheet, 1, 0);
  if (line > 1) {
    worksheet_autofilter(sheet, 0, 0, line - 1, static_cast<lxw_col_t>(kList.size() - 1));
  }
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
  // What programs ask for (rule, pack, frame) would make the print too small to read.
  worksheet_print_area(sheet, 0, 0, line - 1, kLastPrinted);
  worksheet_repeat_rows(sheet, 0, 0);
}

Result<std::string> review_xlsx(std::span<const ReviewedRows> reviewed, const ReviewWords& words) {
  JH_TRY(auto workbook, Workbook::make(reviewed.empty() ? "" : reviewed.front().title));
  unsigned number = 0;
  for (const auto& document : reviewed) {
    ++number;
    auto* sheet =
        workbook.add_sheet(reviewed.size() == 1 ? "表11" : "表11 " + std::to_string(number));
    std::vector<Table11Cells> cells;
    for (const auto& row : document.rows) {
      cells.push_back(filed_table11_cells(row, document.edited));
    }
    draw_table11(workbook, sheet, document.title, cells);
    draw_remarks(workbook, sheet, document, words);
  }
  draw_finding_list(workbook,
                    workbook.add_sheet(words.catalogue.render(words.language, {"report.findings"})),
                    reviewed, words);
  return workbook.bytes();
}

}  // namespace jiheng::report
