#pragma once

#include "sql/dialect.h"

namespace jiheng::sql {

/// Search tables are contentless FTS5 tables with one column `grams`, rowid = id.
[[nodiscard]] const Dialect& sqlite_dialect();

}  // namespace jiheng::sql
