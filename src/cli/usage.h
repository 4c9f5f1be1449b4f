#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "base/result.h"

namespace jiheng::cli {

/// What is wrong with a command line, in our words: the parser's sentence is English and its own.
/// What the parser says in a way we do not know stands in `cli.usage` as it is.
[[nodiscard]] Text usage_text(const CLI::ParseError& error,
                              const std::vector<std::string>& arguments);

}  // namespace jiheng::cli
