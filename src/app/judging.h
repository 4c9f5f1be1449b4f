#pragma once

#include "app/workspace.h"
#include "store/filing.h"

namespace jiheng::app {

/// How the store types rows anew and reviews them while it writes: by this workspace's vocabulary
/// and pack. The workspace outlives what is returned.
[[nodiscard]] store::Hooks hooks_of(const Workspace& workspace);

}  // namespace jiheng::app
