#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "store/filing_plan.h"

namespace jiheng::store {

/// Writes what was planned, inside the caller's transaction, and sets the ids in the plan's result.
[[nodiscard]] Result<void> write_filing(const Planning& planning, const Clock& clock, IdMaker& ids);

}  // namespace jiheng::store
