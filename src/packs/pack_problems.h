#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace jiheng::packs {

/// What is wrong with the packs of a folder, collected while they are read: who writes a pack wants
/// to see all of it at once.
class PackProblems {
 public:
  /// The same problem again is none: packs that inherit a wrong value would all repeat it.
  void add(Error error);
  void add(const Result<void>& result);

  /// Like `add`, of a value that could not be taken: what is said about the pack afterwards would
  /// be about a default nobody wrote.
  void add_unread(Error error);

  [[nodiscard]] std::size_t unread() const {
    return unread_;
  }

  [[nodiscard]] bool empty() const {
    return errors_.empty();
  }

  /// By file, then by line.
  [[nodiscard]] std::vector<Error> sorted() const;

  /// The first of them.
  [[nodiscard]] Result<void> result() const;

 private:
  std::vector<Error> errors_{};
  std::size_t unread_{};
};

}  // namespace jiheng::packs
