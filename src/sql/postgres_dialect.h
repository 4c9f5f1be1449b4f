#pragma once

#include "sql/dialect.h"

namespace jiheng::sql {

/// Search tables have the columns region_code, id, grams text[].
[[nodiscard]] const Dialect& postgres_dialect();

}  // namespace jiheng::sql
