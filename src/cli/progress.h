#pragma once

#include <cstddef>
#include <string_view>

#include "cli/command.h"

namespace jiheng::cli {

/// A bar on a terminal, nothing in a pipe.
class Progress {
 public:
  Progress(const Context& context, std::size_t total) : context_(context), total_(total) {}

  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// One more is done.
  void step(std::string_view name);

 private:
  const Context& context_;
  std::size_t total_;
  std::size_t done_{};
};

}  // namespace jiheng::cli
