#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "sql/connection.h"

namespace jiheng::sql {

/// `url` as libpq reads it.
[[nodiscard]] Result<std::unique_ptr<Connection>> open_postgres(const std::string& url);

/// The same statement with `$1`, `$2`, … for each `?` outside quotes.
[[nodiscard]] std::string numbered(std::string_view sql);

}  // namespace jiheng::sql
