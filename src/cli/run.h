#pragma once

#include <functional>
#include <iosfwd>
#include <stop_token>
#include <string>
#include <vector>

#include "app/readers.h"
#include "packs/library.h"

namespace jiheng::cli {

/// Exit codes; scripts rely on them.
enum class Exit : int { done = 0, partly = 1, usage = 2, bug = 70, interrupted = 130 };

/// What `jiheng serve` asks of main, which alone knows the server.
struct ServeRequest {
  std::string database;
  std::string listen;
  const packs::Library& library;
  std::string pack;  // of years that have none of their own; "" is the default one
  packs::Language language{};
  std::ostream& err;
};

/// The world outside a command. Tests give their own.
struct Terminal {
  std::ostream& out;
  std::ostream& err;
  bool err_is_terminal{};
  /// Values of environment variables, "" when unset.
  std::function<std::string(const std::string&)> environment;
  std::function<Exit(const ServeRequest&)> serve;
  app::MakeReaders make_readers{
      [](unsigned /*jobs*/, app::Ocr /*ocr*/) { return app::readers_here(); }};
  /// From now on an interrupt (Ctrl+C) asks this to stop instead of ending the program.
  std::function<std::stop_token()> interrupts{[] { return std::stop_token(); }};
};

/// Runs one command line; `arguments` without the program's name. Never throws for wrong input.
[[nodiscard]] Exit run(const std::vector<std::string>& arguments, Terminal& terminal);

}  // namespace jiheng::cli
