#include "cli/progress.h"

#include <fmt/format.h>

#include <ostream>

namespace jiheng::cli {

void Progress::step(std::string_view name) {
  ++done_;
  if (!context_.terminal.err_is_terminal || total_ < 2) {
    return;
  }
  constexpr std::size_t kWidth = 24;
  const auto filled = kWidth * done_ / total_;
  context_.terminal.err << fmt::format("\r\033[K[{:#<{}}{:.<{}}] {}/{} {}", "", filled, "",
                                       kWidth - filled, done_, total_, name)
                        << std::flush;
}

Progress::~Progress() {
  if (context_.terminal.err_is_terminal && total_ >= 2) {
    context_.terminal.err << "\r\033[K" << std::flush;
  }
}

}  // namespace jiheng::cli
