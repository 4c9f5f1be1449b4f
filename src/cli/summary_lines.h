#pragma once

#include "app/summary.h"
#include "cli/command.h"

namespace jiheng::cli {

/// The summary of a run on stderr: agencies, projects, repairs by kind, rows read by a remembered
/// correction if there are any, and the fixed last line.
void print_summary(const Context& context, const app::Summary& summary);

}  // namespace jiheng::cli
