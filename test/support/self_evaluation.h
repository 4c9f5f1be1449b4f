#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "xlsx_maker.h"

namespace jiheng::test {

/// A cell of a made form: text, a number, or a part of a whole that the sheet shows in percent.
///
/// Shape   "…" text; "#5" the number 5; "%0.88" a cell with the percent format that holds 0.88,
///         shown as 88%; "" blank.
using FormCells = std::vector<std::string>;

/// 项目支出绩效自评表 of a project that exists nowhere: one target of 90 % met by 0.88 in a percent
/// cell with full marks, one actual value blank, one level with a score outside it, a sum that is
/// none, and half the money spent.
inline const std::vector<FormCells>& self_evaluation_rows() {
  static const std::vector<FormCells> kRows{
      {"2023年项目支出绩效自评表"},
      {"项目名称", "乡村图书巡回车"},
      {"主管部门", "某县文化局", "", "实施单位", "某县图书馆"},
      {"项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"},
      {"", "年度资金总额", "#80", "#80", "#56", "#10", "%0.7", "#8"},
      {"", "其中：财政拨款", "#80", "#80", "#56", "—", "%0.7", "—"},
      {"年度总体目标", "预期目标", "", "", "", "实际完成情况"},
      {"", "巡回服务到村", "", "", "", "已按计划开展"},
      {"一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分",
       "偏差原因分析及改进措施"},
      {"产出指标", "数量指标", "巡回服务场次", "≥120场", "#126", "#20", "#20", ""},
      {"产出指标", "数量指标", "新购图书", "≥6000册", "4500册", "#15", "#11.25", "采购流标一次"},
      {"产出指标", "时效指标", "车辆改装完成时间", "6月底前", "2023年7月15日", "#15", "#15", ""},
      {"效益指标", "社会效益指标", "借阅人次增长率", "≥5%", "%0.061", "#15", "#15", ""},
      {"效益指标", "可持续影响指标", "巡回服务制度健全性", "健全", "部分达成", "#15", "#14", ""},
      {"满意度指标", "服务对象满意度指标", "读者满意度", "≥90%", "%0.88", "#10", "#10", ""},
      {"总分", "", "", "", "", "#100", "#94", ""},
  };
  return kRows;
}

namespace detail {

inline std::string form_cell_xml(std::string_view cell, const std::string& at) {
  if (cell.empty()) {
    return "";
  }
  if (cell.front() == '#') {
    return "<c r='" + at + "'><v>" + std::string(cell.substr(1)) + "</v></c>";
  }
  if (cell.front() == '%') {
    return "<c r='" + at + "' s='1'><v>" + std::string(cell.substr(1)) + "</v></c>";
  }
  return "<c r='" + at + "' t='inlineStr'><is><t>" + std::string(cell) + "</t></is></c>";
}

}  // namespace detail

inline std::string form_xlsx(const std::vector<FormCells>& rows) {
  std::string sheet = "<sheetData>";
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const auto number = std::to_string(r + 1);
    sheet += "<row r='" + number + "'>";
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      sheet +=
          detail::form_cell_xml(rows[r][c], std::string(1, static_cast<char>('A' + c)) + number);
    }
    sheet += "</row>";
  }
  return make_xlsx(
      {.sheet = sheet + "</sheetData><mergeCells><mergeCell ref='A4:A6'/></mergeCells>",
       .styles = "<cellXfs><xf numFmtId='0'/><xf numFmtId='10'/></cellXfs>"});
}

}  // namespace jiheng::test
