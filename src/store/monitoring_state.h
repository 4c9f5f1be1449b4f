#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sql/connection.h"

namespace jiheng::store {

/// How projects stood is no longer known: called in the transaction of whatever touches their
/// targets, values, money or curves.
[[nodiscard]] Result<void> forget_monitoring(sql::Connection& connection, std::string_view region,
                                             std::span<const std::int64_t> projects);

}  // namespace jiheng::store
