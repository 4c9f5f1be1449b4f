#include "cli/summary_lines.h"

#include <ostream>

namespace jiheng::cli {

void print_summary(const Context& context, const app::Summary& summary) {
  context.tell({"cli.summary.agencies", {std::to_string(summary.agencies.size())}});
  context.tell({"cli.summary.projects", {std::to_string(summary.projects.size())}});
  for (const auto& [repair, rows] : summary.repairs) {
    context.tell({"cli.summary.repair",
                  {context.say({"repair." + std::string(word(repair))}), std::to_string(rows)}});
  }
  if (summary.remembered > 0) {
    context.tell({"cli.summary.remembered", {std::to_string(summary.remembered)}});
  }
  context.terminal.err << summary.last_line() << "\n";
}

}  // namespace jiheng::cli
