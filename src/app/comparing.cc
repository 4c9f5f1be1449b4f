#include "app/comparing.h"

#include <string>

#include "app/office_library.h"

namespace jiheng::app {

Result<Comparing> Comparing::load(const Workspace& workspace) {
  JH_TRY(const auto library, office_library(workspace));
  std::vector<std::string> apart;
  for (const auto& decision : library.decisions) {
    if (decision.said.indicator_id == 0 && decision.said.code.empty()) {
      apart.push_back(decision.said.name);
    }
  }
  Comparing comparing;
  comparing.entries_ = std::make_unique<const std::vector<LibraryIndicator>>(library.indicators());
  comparing.things_ = std::make_unique<const similarity::SameThings>(*comparing.entries_, apart);
  return comparing;
}

}  // namespace jiheng::app
