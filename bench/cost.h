#pragma once

#include <string>
#include <vector>

namespace jiheng::bench {

using Words = std::vector<std::string>;

/// What a process and its children took: processor seconds, and the largest resident process.
struct Cost {
  double seconds{1e9};
  double megabytes{1e9};
};

/// Says why on standard error and ends the program.
[[noreturn]] void fail(const std::string& why);

/// Runs a command, its output thrown away.
[[nodiscard]] Cost run_once(const Words& words);

/// The least of three runs.
[[nodiscard]] Cost run(const Words& words);

/// A figure on a line of its own.
void print(const std::string& name, double value, const std::string& unit);

}  // namespace jiheng::bench
