#pragma once

#include <sys/types.h>

#include <optional>
#include <span>
#include <string>

#include "app/isolated/channel.h"

namespace jiheng::app {

/// A copy of this process that does nothing but copy itself into reader processes: linking the
/// program anew for each of them takes longer than most documents do.
///
/// Made by the main thread before anything else: what the process comes to hold (documents, a
/// database, other threads) is in no reader, nor is what it was given to begin with, its
/// `arguments` and environment, where an address with a password may stand. It ends with this.
/// Under sanitizers, or where the system refuses, there is none, and `spawn_reader` starts the
/// program.
class Nursery {
 public:
  explicit Nursery(std::span<char* const> arguments);
  Nursery(const Nursery&) = delete;
  Nursery& operator=(const Nursery&) = delete;
  Nursery(Nursery&&) = delete;
  Nursery& operator=(Nursery&&) = delete;
  ~Nursery();

 private:
  pid_t process_{};
};

/// A reader process out of the nursery, a child of this process like a spawned one: no file but
/// `theirs` is open in it, as its standard input, and its environment is empty. Nothing where there
/// is no nursery, or it could not. Safe from several threads.
[[nodiscard]] std::optional<pid_t> reader_of_nursery(const std::string& line_reader,
                                                     const Channel& theirs);

}  // namespace jiheng::app
