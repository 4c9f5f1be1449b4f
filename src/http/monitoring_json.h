#pragma once

#include <span>

#include "app/money_import.h"
#include "app/monitoring.h"
#include "http/json.h"

// Double monitoring as the schemas of api/openapi.yaml: one function a schema.
namespace jiheng::http {

[[nodiscard]] Json monitoring_pack_json(const packs::MonitoringPack& pack,
                                        packs::Language language);
[[nodiscard]] Json board_json(const store::BoardPage& page, const packs::MonitoringPack& pack,
                              std::span<const packs::MonitoringPack> packs,
                              const app::WatchedPeriod& period, packs::Language language);
[[nodiscard]] Json project_monitoring_json(const app::ProjectMonitoring& monitoring,
                                           const Speech& say);
[[nodiscard]] Json money_report_json(const app::MoneyReport& report, const Speech& say);

}  // namespace jiheng::http
