#pragma once

#include <cstdint>
#include <string>

#include "app/workspace.h"
#include "base/result.h"
#include "packs/library.h"
#include "store/listing.h"

namespace jiheng::app {

/// The official table, the rows of the indicator list as data, targets beside past and peers, or
/// 监控表, 项目支出绩效自评表.
enum class ExportForm : std::uint8_t { table11, indicators, ambition, monitoring, self_evaluation };
enum class ExportFormat : std::uint8_t { xlsx, csv, json };

/// What to export. All but `indicators` take region, year, agency and project of the filter and
/// ignore the rest; their rows stand in document order. `ambition` is data only. `month` is the end
/// of `monitoring`'s period, 0 for the key month of `monitoring_pack`; `profile` is what a
/// self-evaluation is scored by. Of both "" is the default one.
struct ExportRequest {
  ExportForm form{};
  ExportFormat format{};
  store::IndicatorFilter filter{};
  store::IndicatorSort sort{};
  bool descending{};
  packs::Language language{};
  int month{};
  std::string profile{};
  std::string monitoring_pack{};
};

/// A file to hand over.
struct ExportedFile {
  std::string bytes;
  std::string media_type;  // with charset where it is text
  std::string name;        // "表11-2022.xlsx": UTF-8, no folders
};

/// Errors  not_found `exporting.no_rows` when the year, agency or project has no row; invalid_input
///         `exporting.data_only`.
[[nodiscard]] Result<ExportedFile> export_form(const Workspace& workspace,
                                               const ExportRequest& request);

}  // namespace jiheng::app
