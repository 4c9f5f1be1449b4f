#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace jiheng {

/// The SHA-256 of bytes that come in parts.
class RunningHash {
 public:
  RunningHash();
  RunningHash(const RunningHash&) = delete;
  RunningHash& operator=(const RunningHash&) = delete;
  RunningHash(RunningHash&&) noexcept;
  RunningHash& operator=(RunningHash&&) noexcept;
  ~RunningHash();

  void add(std::string_view part);

  /// As `sha256` of all parts behind each other; once.
  [[nodiscard]] std::string finish();

 private:
  struct State;  // the library's

  std::unique_ptr<State> state_;
};

}  // namespace jiheng
