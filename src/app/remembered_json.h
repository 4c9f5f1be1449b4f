#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "app/import_report.h"

// What a kept report says of layouts and of remembered corrections.
namespace jiheng::app {

[[nodiscard]] nlohmann::ordered_json kept_json(const std::vector<ReportLayout>& layouts);
[[nodiscard]] nlohmann::ordered_json kept_json(const std::vector<ReportRemembered>& rows);

/// The inverse; nothing of a report that was kept before this was known. Throws as the JSON library
/// does.
void read_kept(const nlohmann::ordered_json& report, std::vector<ReportLayout>& layouts);
void read_kept(const nlohmann::ordered_json& report, std::vector<ReportRemembered>& rows);

}  // namespace jiheng::app
