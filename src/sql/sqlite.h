#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "sql/connection.h"

namespace jiheng::sql {

/// `file` is a path or ":memory:". The file and its folder are made where they are missing.
[[nodiscard]] Result<std::unique_ptr<Connection>> open_sqlite(const std::string& file);

}  // namespace jiheng::sql
