#pragma once

#include <string>

#include "app/workspace.h"
#include "http/metrics.h"
#include "http/router.h"

namespace jiheng::http {

/// What the handlers work with; all of it outlives the router.
struct Services {
  const app::Workspace& workspace;
  const Metrics& metrics;
  std::string version;  // of the program
};

/// Every route of api/openapi.yaml and nothing else.
[[nodiscard]] Router make_router(const Services& services);

}  // namespace jiheng::http
