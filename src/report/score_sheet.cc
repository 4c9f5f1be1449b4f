#include <algorithm>
#include <array>

#include "report/finding_list.h"
#include "report/row_text.h"
#include "report/score_lines.h"

namespace jiheng::report {
namespace {

constexpr unsigned kDiffersFill = 0xF9DEDC;
constexpr unsigned kNotScoredFill = 0xFCE8CC;
constexpr unsigned kTotalFill = 0xEEF1F5;

struct ScoreColumn {
  const char* key;
  double width;
  bool number;
};

constexpr std::array<ScoreColumn, 12> kColumns{{{"report.column_project", 22, false},
                                                {"report.column_level1", 11, false},
                                                {"report.column_level2", 13, false},
                                                {"report.column_level3", 22, false},
                                                {"report.column_target", 14, false},
                                                {"scoring.column_actual", 14, false},
                                                {"scoring.column_points", 7, true},
                                                {"scoring.column_filed", 9, true},
                                                {"scoring.column_score", 9, true},
                                                {"scoring.column_method", 9, false},
                                                {"scoring.column_derivation", 62, false},
                                                {"report.column_clause", 40, false}}};

constexpr unsigned kHeadRow = 1;

using Cells = std::array<std::string, kColumns.size()>;

Cells cells_of(const ScoreLine& line, const ReviewWords& words) {
  const auto say = [&](const Text& text) { return words.catalogue.render(words.language, text); };
  const auto& row = line.row;
  const auto& derivation = derivation_of(line);
  Cells cells{};
  cells[0] = row.project;
  if (line.kind == ScoreLineKind::indicator) {
    cells[1] = row.level1;
    cells[2] = row.level2;
    cells[3] = row.name;
    cells[4] = target_text(row);
    cells[5] = row.actual;
  } else {
    cells[3] = say({line.kind == ScoreLineKind::total ? "scoring.total" : "scoring.execution"});
  }
  cells[6] = line.points;
  cells[7] = line.filed;
  cells[8] = line.computed;
  cells[9] = method_text(line, words);
  cells[10] = derivation_text(line, words);
  cells[11] = derivation.clause.empty() || derivation.clause_verified
                  ? derivation.clause
                  : derivation.clause + say({"rule.page.unverified"});
  return cells;
}

unsigned fill_of(const ScoreLine& line, const ReviewWords& words) {
  if (!difference_text(line, words).empty()) {
    return kDiffersFill;
  }
  if (line.computed.empty()) {
    return kNotScoredFill;
  }
  return line.kind == ScoreLineKind::total ? kTotalFill : 0;
}

void draw_line(Workbook& workbook, lxw_worksheet* sheet, unsigned at, const ScoreLine& line,
               const ReviewWords& words) {
  const auto cells = cells_of(line, words);
  const auto fill = fill_of(line, words);
  std::size_t lines = 1;
  for (unsigned column = 0; column < kColumns.size(); ++column) {
    const auto& known = kColumns.at(column);
    const CellStyle style{.bold = line.kind == ScoreLineKind::total,
                          .border = true,
                          .wrap = true,
                          .right = known.number,
                          .fill = fill};
    lines = std::max(lines, wrapped_lines(cells.at(column), known.width));
    if (known.number) {
      workbook.value(sheet, at, column, cells.at(column), style);
    } else {
      workbook.text(sheet, at, column, cells.at(column), style);
    }
  }
  worksheet_set_row(sheet, at, row_height(lines, 10), nullptr);
}

void draw_scores(Workbook& workbook, lxw_worksheet* sheet, const ScoredRows& scored,
                 const ReviewWords& words) {
  const auto say = [&](const Text& text) { return words.catalogue.render(words.language, text); };
  const auto last = static_cast<unsigned>(kColumns.size() - 1);
  workbook.merged(sheet, {0, 0, 0, last},
                  (scored.title.empty() ? scored.source : scored.title) + "　" +
                      say({"scoring.by_profile", {scored.profile}}),
                  {.bold = true, .centre = true, .size = 12});
  worksheet_set_row(sheet, 0, row_height(1, 14), nullptr);
  for (unsigned column = 0; column <= last; ++column) {
    worksheet_set_column(sheet, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column),
                         kColumns.at(column).width, nullptr);
    workbook.text(sheet, kHeadRow, column, say({kColumns.at(column).key}),
                  {.bold = true, .border = true, .wrap = true, .centre = true});
  }
  unsigned at = kHeadRow + 1;
  each_score_line(scored,
                  [&](const ScoreLine& line) { draw_line(workbook, sheet, at++, line, words); });
  worksheet_freeze_panes(sheet, kHeadRow + 1, 0);
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, 9);  // A4
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_repeat_rows(sheet, 0, kHeadRow);
}

}  // namespace

Result<std::string> score_xlsx(std::span<const ScoredRows> scored, const ReviewWords& words) {
  JH_TRY(auto workbook, Workbook::make(scored.empty() ? "" : scored.front().title));
  const auto name = words.catalogue.render(words.language, {"scoring.sheet"});
  std::vector<ReviewedRows> reviewed;
  for (const auto& document : scored) {
    reviewed.push_back({.source = document.source,
                        .title = document.title,
                        .by = document.by,
                        .rows = document.rows,
                        .findings = document.findings});
    auto* sheet = workbook.add_sheet(
        scored.size() == 1 ? name : name + " " + std::to_string(reviewed.size()));
    draw_scores(workbook, sheet, document, words);
  }
  draw_finding_list(workbook,
                    workbook.add_sheet(words.catalogue.render(words.language, {"report.findings"})),
                    reviewed, words);
  return workbook.bytes();
}

}  // namespace jiheng::report
