#pragma once

#include <sys/types.h>

#include <string>

#include "app/isolated/channel.h"
#include "base/result.h"

namespace jiheng::app {

/// Starts `program` as a reader process with `theirs` as its standard input: no other file is open
/// in it, its environment is empty (with a `line_reader`, see `run_reader`, it says that one thread
/// is enough), its signals are as they come.
///
/// Errors  unavailable `document.reader_not_started`.
[[nodiscard]] Result<pid_t> spawn_reader(std::string program, std::string line_reader,
                                         Channel theirs);

}  // namespace jiheng::app
