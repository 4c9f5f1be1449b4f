#pragma once

#include <string>

#include "app/monitoring.h"

namespace jiheng::app {

/// Everything the board shows under a filter, a project a line, UTF-8 with BOM:
/// `agency,project,light,quadrant,red,yellow,green,blue,not_reported,unclear,budget,executed,`
/// `execution_rate,pace,goal_rate,forecast_money,forecast_rate,missing_forecast,project_id`.
///
/// Units   amounts in 元, rates in percent; empty where nothing is known.
/// Errors  those of `monitoring_board`.
[[nodiscard]] Result<std::string> monitoring_list_csv(const Workspace& workspace,
                                                      const store::BoardFilter& filter,
                                                      store::Stretch<store::BoardSort> stretch);

}  // namespace jiheng::app
