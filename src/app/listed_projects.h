#pragma once

#include <cstdint>
#include <unordered_set>

#include "app/workspace.h"
#include "store/listing.h"

namespace jiheng::app {

/// Ids of all projects a list of projects shows under a filter.
[[nodiscard]] Result<std::unordered_set<std::int64_t>> listed_projects(
    const Workspace& workspace, const store::ProjectFilter& filter);

}  // namespace jiheng::app
