#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/monitoring_form.h"
#include "report/row_text.h"
#include "report/workbook.h"

namespace jiheng::report {
namespace {

constexpr auto kTenThousand = Decimal::whole(10'000);
constexpr int kMoneyPlaces = 6;  // 万元 of a 分
constexpr int kTextSize = 10;
constexpr int kTitleSize = 16;
constexpr std::uint8_t kA4 = 9;
constexpr double kAmountWidth = 16;
constexpr unsigned kFixed = 6;  // levels, target, reached, expected

constexpr CellStyle kHead{.bold = true, .border = true, .wrap = true, .centre = true};
constexpr CellStyle kWords{.border = true, .wrap = true};
constexpr CellStyle kCentred{.border = true, .wrap = true, .centre = true};
constexpr CellStyle kNumber{.border = true, .wrap = true, .right = true};

std::string in_ten_thousand(const std::optional<Decimal>& yuan) {
  if (!yuan) {
    return "";
  }
  const auto shown = yuan->divided_by(kTenThousand, kMoneyPlaces);
  return shown ? shown->to_shortest_string() : "";
}

/// A forecast is none of a 分: 万元 to two places.
std::string forecast_text(const std::optional<Decimal>& yuan) {
  constexpr int kForecastPlaces = 2;
  const auto shown =
      yuan ? yuan->divided_by(kTenThousand, kForecastPlaces) : Result<Decimal>(Decimal{});
  return yuan && shown ? shown->to_shortest_string() : "";
}

std::string percent(const std::optional<Decimal>& rate) {
  return rate ? rate->to_shortest_string() + "%" : "";
}

/// One form on its sheet, from top to bottom.
class Sheet {
 public:
  Sheet(Workbook& workbook, lxw_worksheet* sheet, const packs::MonitoringPack& pack)
      : workbook_(workbook), sheet_(sheet), pack_(pack) {}

  void draw(const MonitoringForm& form) {
    set_widths();
    merged(0, last(), "项目支出绩效目标执行监控表",
           {.bold = true, .centre = true, .size = kTitleSize}, kTitleSize);
    merged(0, last(), fmt::format("（{}年度）", form.year), {.centre = true}, kTextSize);
    pair("项目名称", form.project, 0, last());
    pair("实施单位", form.agency, 0, last());
    draw_money(form);
    draw_head(form);
    for (const auto& row : form.rows) {
      draw_row(row);
    }
    finish();
  }

 private:
  [[nodiscard]] unsigned words_column() const {
    return kFixed + static_cast<unsigned>(pack_.reasons.size());
  }

  [[nodiscard]] unsigned last() const {
    return words_column() + static_cast<unsigned>(pack_.possibilities.size()) + 1;
  }

  [[nodiscard]] double width(unsigned column) const {
    if (column < 2) {
      return 11;
    }
    if (column == 2 || column == words_column()) {
      return 24;
    }
    if (column == kFixed) {
      return kAmountWidth;  // above the first reason stands 全年预计执行数
    }
    return column < kFixed || column == last() ? 13 : 6;
  }

  void set_widths() {
    for (unsigned column = 0; column <= last(); ++column) {
      const auto at = static_cast<lxw_col_t>(column);
      worksheet_set_column(sheet_, at, at, width(column), nullptr);
    }
  }

  void merged(unsigned from, unsigned to, std::string_view text, const CellStyle& style, int size) {
    workbook_.merged(sheet_, {at_, from, at_, to}, text, style);
    worksheet_set_row(sheet_, at_, row_height(1, size) + 4, nullptr);
    ++at_;
  }

  void pair(std::string_view label, std::string_view text, unsigned from, unsigned to) {
    workbook_.merged(sheet_, {at_, from, at_, from + 1}, label, kHead);
    workbook_.merged(sheet_, {at_, from + 2, at_, to}, text, kWords);
    ++at_;
  }

  void draw_money(const MonitoringForm& form) {
    workbook_.merged(sheet_, {at_, 0, at_, 1}, "项目资金(万元)", kHead);
    const std::array<std::string, 4> heads{"年初预算数", fmt::format("1—{}月执行数", form.month),
                                           "执行率", "全年预计执行数"};
    workbook_.text(sheet_, at_, 2, "", kHead);
    for (unsigned i = 0; i < heads.size(); ++i) {
      workbook_.text(sheet_, at_, 3 + i, heads.at(i), kHead);
    }
    ++at_;
    bool first = true;
    for (const auto& money : form.money) {
      workbook_.merged(sheet_, {at_, 0, at_, 1}, "", kWords);
      workbook_.text(sheet_, at_, 2, first ? "年度资金总额" : "其中：" + money.source, kWords);
      const auto expected = money.expected || !first ? in_ten_thousand(money.expected)
                                                     : forecast_text(form.execution.forecast);
      const std::array<std::string, 4> cells{in_ten_thousand(money.initial),
                                             in_ten_thousand(money.executed),
                                             first ? percent(form.execution.rate) : "", expected};
      for (unsigned i = 0; i < cells.size(); ++i) {
        workbook_.value(sheet_, at_, 3 + i, cells.at(i), kNumber);
      }
      first = false;
      ++at_;
    }
  }

  void draw_head(const MonitoringForm& form) {
    const std::array<std::string, kFixed> heads{"一级指标",
                                                "二级指标",
                                                "三级指标",
                                                "年度指标值",
                                                fmt::format("1—{}月执行情况", form.month),
                                                "全年预计完成情况"};
    for (unsigned column = 0; column < kFixed; ++column) {
      workbook_.merged(sheet_, {at_, column, at_ + 1, column}, heads.at(column), kHead);
    }
    workbook_.merged(sheet_, {at_, kFixed, at_, words_column()}, "偏差原因分析", kHead);
    workbook_.merged(sheet_, {at_, words_column() + 1, at_, last() - 1}, "完成目标可能性", kHead);
    workbook_.merged(sheet_, {at_, last(), at_ + 1, last()}, "备注", kHead);
    unsigned column = kFixed;
    for (const auto& reason : pack_.reasons) {
      workbook_.text(sheet_, at_ + 1, column++, reason.name, kHead);
    }
    workbook_.text(sheet_, at_ + 1, column++, "原因说明", kHead);
    for (const auto& possibility : pack_.possibilities) {
      workbook_.text(sheet_, at_ + 1, column++, possibility.name, kHead);
    }
    worksheet_set_row(sheet_, at_ + 1, row_height(2, kTextSize), nullptr);
    at_ += 2;
    head_rows_ = at_;
  }

  void draw_row(const MonitoringFormRow& row) {
    std::vector<std::string> cells{row.row.level1,       row.row.level2, row.row.name,
                                   target_text(row.row), row.actual,     row.expected};
    for (const auto& reason : pack_.reasons) {
      const bool ticked = std::ranges::find(row.reasons, reason.id) != row.reasons.end();
      cells.emplace_back(ticked ? "√" : "");
    }
    cells.push_back(row.measure.empty() ? row.words : row.words + "；措施：" + row.measure);
    for (const auto& possibility : pack_.possibilities) {
      cells.emplace_back(row.possibility == possibility.id ? "√" : "");
    }
    cells.push_back(row.note);
    std::size_t lines = 1;
    for (unsigned column = 0; column < cells.size(); ++column) {
      lines = std::max(lines, wrapped_lines(cells[column], width(column)));
      const bool words = column < 3 || column == words_column() || column == last();
      workbook_.text(sheet_, at_, column, cells[column], words ? kWords : kCentred);
    }
    worksheet_set_row(sheet_, at_, row_height(lines, kTextSize), nullptr);
    ++at_;
  }

  void finish() {
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, kA4);
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_freeze_panes(sheet_, head_rows_, 0);
    worksheet_set_footer(sheet_, "&C第 &P 页 共 &N 页");
  }

  Workbook& workbook_;
  lxw_worksheet* sheet_;
  const packs::MonitoringPack& pack_;
  unsigned at_{};
  unsigned head_rows_{};
};

}  // namespace

Result<std::string> monitoring_xlsx(const MonitoringForms& forms) {
  JH_TRY(auto workbook, Workbook::make("项目支出绩效目标执行监控表"));
  std::size_t number = 0;
  for (const auto& form : forms.forms) {
    // Names of projects are too long for a tab, and may be equal.
    auto* sheet = workbook.add_sheet("监控表" + std::to_string(++number));
    Sheet(workbook, sheet, forms.pack).draw(form);
  }
  return workbook.bytes();
}

}  // namespace jiheng::report
