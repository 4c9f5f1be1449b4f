#include "app/monitoring_list_file.h"

#include <array>
#include <span>

#include "report/csv.h"

namespace jiheng::app {
namespace {

constexpr std::int64_t kPage = 2000;

constexpr std::array<std::string_view, 19> kColumns{
    "agency",         "project",       "light",
    "quadrant",       "red",           "yellow",
    "green",          "blue",          "not_reported",
    "unclear",        "budget",        "executed",
    "execution_rate", "pace",          "goal_rate",
    "forecast_money", "forecast_rate", "missing_forecast",
    "project_id"};

std::string spelled(const std::optional<Decimal>& value) {
  return value ? value->to_shortest_string() : "";
}

std::array<std::string, kColumns.size()> cells_of(const store::BoardRow& row) {
  const auto& is = row.state;
  const auto& counts = is.counts;
  return {report::safe_cell(row.agency),
          report::safe_cell(row.project),
          is.light ? std::string(packs::word(*is.light)) : "",
          is.quadrant ? std::string(word(*is.quadrant)) : "",
          std::to_string(counts.red),
          std::to_string(counts.yellow),
          std::to_string(counts.green),
          std::to_string(counts.blue),
          std::to_string(counts.not_reported),
          std::to_string(counts.unclear),
          spelled(is.budget),
          spelled(is.executed),
          spelled(is.execution_rate),
          spelled(is.pace),
          spelled(is.goal_rate),
          spelled(is.forecast_money),
          spelled(is.forecast_rate),
          std::to_string(is.missing_forecast),
          std::to_string(is.project_id)};
}

}  // namespace

Result<std::string> monitoring_list_csv(const Workspace& workspace,
                                        const store::BoardFilter& filter,
                                        store::Stretch<store::BoardSort> stretch) {
  std::string text(report::kBom);
  text += report::csv_line(kColumns);
  stretch.limit = kPage;
  stretch.cursor.clear();
  do {
    JH_TRY(const auto page, monitoring_board(workspace, filter, stretch));
    for (const auto& row : page.items) {
      const auto cells = cells_of(row);
      text += report::csv_line(std::span<const std::string>(cells));
    }
    stretch.cursor = page.next;
  } while (!stretch.cursor.empty());
  return text;
}

}  // namespace jiheng::app
