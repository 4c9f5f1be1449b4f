#include "app/workspace.h"

namespace jiheng::app {

Result<std::string> region_of(const Workspace& workspace) {
  if (!workspace.region.empty()) {
    return workspace.region;
  }
  JH_TRY(const auto regions, workspace.store.regions());
  return regions.empty() ? std::string(kNoRegion) : regions.front();
}

}  // namespace jiheng::app
