#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "sql/connection.h"
#include "store/actuals.h"
#include "store/assessments.h"
#include "store/project_money.h"

// `Actuals::report`, `Assessments::assess` and `Moneys::state` inside a transaction of the
// caller's, for what is said of several of them in one go. Errors are theirs.
namespace jiheng::store {

[[nodiscard]] Result<std::vector<std::int64_t>> report_in(sql::Connection& connection,
                                                          const StoreParts& parts,
                                                          std::string_view region,
                                                          std::span<const NewActual> actuals);
[[nodiscard]] Result<std::vector<std::int64_t>> assess_in(
    sql::Connection& connection, const StoreParts& parts, std::string_view region,
    std::span<const NewAssessment> assessments);
[[nodiscard]] Result<std::vector<std::int64_t>> state_in(sql::Connection& connection,
                                                         const StoreParts& parts,
                                                         std::string_view region,
                                                         std::span<const NewMoney> moneys);

}  // namespace jiheng::store
