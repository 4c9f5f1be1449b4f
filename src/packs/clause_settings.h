#pragma once

#include <string>

namespace jiheng::packs {

/// A clause, and whether somebody has seen its text.
struct ClauseSettings {
  std::string text{};
  bool verified{};
};

}  // namespace jiheng::packs
