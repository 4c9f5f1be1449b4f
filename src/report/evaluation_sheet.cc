// 项目支出绩效自评表 as a worksheet: the official layout of 财预〔2020〕10号 附件1.
#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "report/evaluation_form.h"
#include "report/workbook.h"

namespace jiheng::report {
namespace {

constexpr int kTextSize = 10;
constexpr int kTitleSize = 16;
constexpr std::uint8_t kA4 = 9;
constexpr unsigned kLastColumn = 8;
constexpr std::array<double, kLastColumn + 1> kWidths{6, 12, 14, 26, 15, 15, 9, 9, 26};
constexpr std::int64_t kYuanInWan = 10'000;
constexpr int kWanPlaces = 6;  // a 分 is the sixth place of 万元

/// A row of the money block as 10号 prints it, and the source that stands in it.
struct OfficialSource {
  std::string_view label;
  std::string_view source;
};

constexpr std::array<OfficialSource, 4> kSources{{{"年度资金总额", ""},
                                                  {"其中：当年财政拨款", "财政拨款"},
                                                  {"上年结转资金", "上年结转资金"},
                                                  {"其他资金", "其他资金"}}};

constexpr CellStyle kHead{.bold = true, .border = true, .wrap = true, .centre = true};
constexpr CellStyle kWords{.border = true, .wrap = true};
constexpr CellStyle kCentred{.border = true, .wrap = true, .centre = true};
constexpr CellStyle kNumber{.border = true, .wrap = true, .right = true};

/// The sheet being drawn, line by line.
struct Pen {
  Workbook& workbook;
  lxw_worksheet* sheet;
  unsigned line{};

  void words(unsigned from, unsigned to, std::string_view text, const CellStyle& style) const {
    if (from == to) {
      workbook.text(sheet, line, from, text, style);
    } else {
      workbook.merged(sheet, {line, from, line, to}, text, style);
    }
  }

  void value(unsigned column, std::string_view text) const {
    workbook.value(sheet, line, column, text, Decimal::parse(text) ? kNumber : kCentred);
  }

  /// Ends a line that is so many lines of text high.
  void next(std::size_t lines = 1) {
    worksheet_set_row(sheet, line, row_height(lines, kTextSize), nullptr);
    ++line;
  }
};

double width_of(unsigned from, unsigned to) {
  double width = 0;
  for (auto column = from; column <= to; ++column) {
    width += kWidths.at(column);
  }
  return width;
}

std::string wan(const std::optional<Decimal>& yuan) {
  const auto amount =
      yuan ? yuan->divided_by(Decimal::whole(kYuanInWan), kWanPlaces) : Result<Decimal>(Decimal{});
  return yuan && amount ? amount->to_shortest_string() : std::string();
}

void draw_title(Pen& pen, const EvaluationForm& form) {
  pen.workbook.merged(pen.sheet, {0, 0, 0, kLastColumn}, "项目支出绩效自评表",
                      {.bold = true, .wrap = true, .centre = true, .size = kTitleSize});
  worksheet_set_row(pen.sheet, 0, row_height(1, kTitleSize) + 6, nullptr);
  pen.workbook.merged(pen.sheet, {1, 0, 1, kLastColumn},
                      "（" + std::to_string(form.year) + "年度）", {.centre = true});
  pen.line = 2;
  pen.words(0, 1, "项目名称", kHead);
  pen.words(2, kLastColumn, form.project, kCentred);
  pen.next(wrapped_lines(form.project, width_of(2, kLastColumn)));
  pen.words(0, 1, "主管部门", kHead);
  pen.words(2, 3, form.parent_agency, kCentred);
  pen.words(4, 5, "实施单位", kHead);
  pen.words(6, kLastColumn, form.agency, kCentred);
  pen.next();
}

void draw_money_line(Pen& pen, std::string_view label, const FormMoney& line,
                     const EvaluationForm& form) {
  const bool total = line.money.source.empty();
  pen.words(2, 2, label, kCentred);
  pen.value(3, wan(line.money.initial));
  pen.value(4, wan(line.money.adjusted));
  pen.value(5, wan(line.money.executed));
  pen.value(6, total ? form.execution_points : "—");
  pen.words(7, 7, line.rate, kCentred);
  pen.value(8, total ? form.execution_score : "—");
  pen.next(wrapped_lines(label, width_of(2, 2)));
}

/// The rows of the layout first, blank where nothing is known, then what else is known.
std::vector<std::pair<std::string, FormMoney>> money_rows(std::vector<FormMoney> known) {
  std::vector<std::pair<std::string, FormMoney>> rows;
  for (const auto& [label, source] : kSources) {
    const auto found = std::ranges::find(
        known, source, [](const FormMoney& line) { return std::string_view(line.money.source); });
    if (found == known.end()) {
      rows.emplace_back(label, FormMoney{.money = {.source = std::string(source)}});
    } else {
      rows.emplace_back(label, *found);
      known.erase(found);
    }
  }
  for (auto& line : known) {
    auto label = line.money.source;
    rows.emplace_back(std::move(label), std::move(line));
  }
  return rows;
}

void draw_money(Pen& pen, const EvaluationForm& form) {
  const auto lines = money_rows(form.money);
  const auto last = pen.line + static_cast<unsigned>(lines.size());
  pen.workbook.merged(pen.sheet, {pen.line, 0, last, 1}, "项目资金（万元）", kHead);
  constexpr std::array<std::string_view, 7> kHeads{"",     "年初预算数", "全年预算数", "全年执行数",
                                                   "分值", "执行率",     "得分"};
  for (unsigned column = 2; column <= kLastColumn; ++column) {
    pen.words(column, column, kHeads.at(column - 2), kHead);
  }
  pen.next();
  for (const auto& [label, line] : lines) {
    draw_money_line(pen, label, line, form);
  }
}

void draw_goal(Pen& pen, const EvaluationForm& form) {
  pen.workbook.merged(pen.sheet, {pen.line, 0, pen.line + 1, 1}, "年度总体目标", kHead);
  pen.words(2, 4, "预期目标", kHead);
  pen.words(5, kLastColumn, "实际完成情况", kHead);
  pen.next();
  pen.words(2, 4, form.goal, kWords);
  pen.words(5, kLastColumn, form.outcome, kWords);
  pen.next(std::max<std::size_t>(2, std::max(wrapped_lines(form.goal, width_of(2, 4)),
                                             wrapped_lines(form.outcome, width_of(5, 8)))));
}

void draw_row(Pen& pen, const FormRow& form) {
  const auto& row = form.row;
  const auto target = form_target(row);
  pen.words(1, 1, row.level1, kCentred);
  pen.words(2, 2, row.level2, kCentred);
  pen.words(3, 3, row.name, kWords);
  pen.words(4, 4, target, kCentred);
  pen.value(5, row.actual);
  pen.value(6, row.points);
  pen.value(7, form.score);
  pen.words(8, 8, row.reason, kWords);
  const std::array<std::pair<unsigned, std::string_view>, 6> texts{{{1, row.level1},
                                                                    {2, row.level2},
                                                                    {3, row.name},
                                                                    {4, target},
                                                                    {5, row.actual},
                                                                    {8, row.reason}}};
  std::size_t lines = 1;
  for (const auto& [column, text] : texts) {
    lines = std::max(lines, wrapped_lines(text, kWidths.at(column)));
  }
  pen.next(lines);
}

void draw_rows(Pen& pen, const EvaluationForm& form) {
  const auto last = pen.line + static_cast<unsigned>(form.rows.size());
  pen.workbook.merged(pen.sheet, {pen.line, 0, last, 0}, "绩效指标", kHead);
  constexpr std::array<std::string_view, 8> kHeads{
      "一级指标",   "二级指标", "三级指标", "年度指标值",
      "实际完成值", "分值",     "得分",     "偏差原因分析及改进措施"};
  for (unsigned column = 1; column <= kLastColumn; ++column) {
    pen.words(column, column, kHeads.at(column - 1), kHead);
  }
  pen.next();
  for (const auto& row : form.rows) {
    draw_row(pen, row);
  }
  pen.words(0, 5, "总分", kHead);
  pen.value(6, form.points);
  pen.value(7, form.total);
  pen.words(8, 8, form.grade, kCentred);
  pen.next();
}

/// What stands for the form's day and is of an earlier one: "注：…" is no row to the readers.
std::string older_note(const EvaluationForm& form) {
  std::string text;
  const auto add = [&](std::string_view name, const std::optional<Date>& day) {
    if (day && *day < form.day) {
      text += (text.empty() ? "" : "；") + std::string(name) + "（" + iso(*day) + "）";
    }
  };
  for (const auto& line : form.money) {
    add(line.money.source.empty() ? "全年执行数" : line.money.source + "执行数", line.as_of);
  }
  for (const auto& row : form.rows) {
    if (!row.row.actual.empty()) {
      add(row.row.name, row.as_of);
    }
  }
  return text.empty() ? "" : "注：以下数早于 " + iso(form.day) + "，以后没有报过：" + text;
}

void draw_notes(Pen& pen, const EvaluationForm& form) {
  if (const auto text = older_note(form); !text.empty()) {
    pen.words(0, kLastColumn, text, {.wrap = true});
    pen.next(wrapped_lines(text, width_of(0, kLastColumn)));
  }
  if (!form.execution_reason.empty()) {
    const auto text = "预算执行情况说明：" + form.execution_reason;
    pen.words(0, kLastColumn, text, {.wrap = true});
    pen.next(wrapped_lines(text, width_of(0, kLastColumn)));
  }
  if (!form.profile.empty()) {
    pen.words(0, kLastColumn, "评分办法：" + form.profile, {.wrap = true});
    pen.next();
  }
}

void set_page(lxw_worksheet* sheet) {
  worksheet_set_paper(sheet, kA4);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_center_horizontally(sheet);
  worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.6);
  worksheet_set_footer(sheet, "&C第 &P 页 共 &N 页");
}

void draw(Workbook& workbook, const std::string& name, const EvaluationForm& form) {
  auto* sheet = workbook.add_sheet(name);
  for (unsigned column = 0; column <= kLastColumn; ++column) {
    worksheet_set_column(sheet, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column),
                         kWidths.at(column), nullptr);
  }
  Pen pen{workbook, sheet};
  draw_title(pen, form);
  draw_money(pen, form);
  draw_goal(pen, form);
  draw_rows(pen, form);
  draw_notes(pen, form);
  set_page(sheet);
}

/// A name no other sheet has, of at most 31 characters and without what a sheet's name may not
/// have.
std::string sheet_name(const std::string& project, std::set<std::string>& taken) {
  constexpr std::size_t kLongest = 25;
  constexpr std::u32string_view kForbidden = U"[]:*?/\\'";
  std::u32string points;
  for (const auto point : to_code_points(project)) {
    if (points.size() < kLongest && kForbidden.find(point) == std::u32string_view::npos) {
      points += point;
    }
  }
  const auto base = points.empty() ? std::string("项目") : to_utf8(points);
  auto name = base;
  for (int number = 2; !taken.insert(search_key(name)).second; ++number) {
    name = base + "(" + std::to_string(number) + ")";
  }
  return name;
}

}  // namespace

Result<std::string> evaluation_xlsx(std::span<const EvaluationForm> forms) {
  JH_TRY(auto workbook, Workbook::make("项目支出绩效自评表"));
  std::set<std::string> taken;
  for (const auto& form : forms) {
    draw(workbook, sheet_name(form.project, taken), form);
  }
  return workbook.bytes();
}

}  // namespace jiheng::report
