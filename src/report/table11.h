#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "domain/indicator.h"
#include "packs/library.h"

namespace jiheng::report {

/// 表11, 项目支出绩效: what the official form holds.
struct Table11 {
  int year{};
  std::string title;  // "2022年市级部门预算财政拨款项目支出预算表"
  std::vector<Indicator> rows{};
};

/// The official layout: 表11; the title merged over A:H; two head rows with 单位名称 and 项目名称
/// merged down and 绩效指标 over six columns; borders; wrapped cells with heights that fit; the
/// four rows as print titles; landscape A4, one page wide.
/// Source  docs/formats/table11-xlsx.md
[[nodiscard]] Result<std::string> table11_xlsx(const Table11& table);

/// Eight columns under their Chinese heads, UTF-8 with BOM for Excel.
[[nodiscard]] std::string table11_csv(const Table11& table);

/// Open data: form, year, title and rows with their typed targets.
[[nodiscard]] std::string table11_json(const Table11& table);

}  // namespace jiheng::report
