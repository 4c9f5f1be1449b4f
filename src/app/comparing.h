#pragma once

#include <memory>
#include <vector>

#include "app/workspace.h"
#include "domain/library_indicator.h"
#include "similarity/same_things.h"

namespace jiheng::app {

/// Which names say the same thing in the region: the office's library, and what persons decided.
class Comparing {
 public:
  /// Errors  those of `office_library`.
  [[nodiscard]] static Result<Comparing> load(const Workspace& workspace);

  [[nodiscard]] const similarity::SameThings& things() const {
    return *things_;
  }

 private:
  std::unique_ptr<const std::vector<LibraryIndicator>> entries_{};
  std::unique_ptr<const similarity::SameThings> things_{};
};

}  // namespace jiheng::app
