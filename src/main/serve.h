#pragma once

#include "cli/run.h"

namespace jiheng {

/// Serves the application until a signal asks to stop. Says on `request.err` where it listens.
[[nodiscard]] cli::Exit serve(const cli::ServeRequest& request);

}  // namespace jiheng
