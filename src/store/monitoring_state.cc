#include "store/monitoring_state.h"

namespace jiheng::store {

Result<void> forget_monitoring(sql::Connection& connection, std::string_view region,
                               std::span<const std::int64_t> projects) {
  constexpr std::string_view kDelete =
      "DELETE FROM monitoring_state WHERE region_code = ? AND project_id = ?";
  JH_TRY(const auto forget, connection.prepare(kDelete));
  for (const auto project : projects) {
    JH_TRY_DO(forget->run({region, project}));
  }
  return {};
}

}  // namespace jiheng::store
