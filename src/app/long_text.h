#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"

namespace jiheng::app {

/// A text that may grow beyond what should stand in memory: then it stands in a file without a
/// name among the temporary ones, which goes when it does. Where there can be none it stays in
/// memory.
class LongText {
 public:
  LongText() = default;

  explicit LongText(std::string text) : last_(std::move(text)) {}

  LongText(const LongText&) = delete;
  LongText& operator=(const LongText&) = delete;
  LongText(LongText&& other) noexcept;
  LongText& operator=(LongText&& other) noexcept;
  ~LongText();

  void append(std::string_view text);

  /// Units  bytes.
  [[nodiscard]] std::size_t size() const {
    return filed_ + last_.size();
  }

  /// Gives all of it to `take`, in parts.
  /// Errors  unavailable `inputs.cannot_read` (args: the reason); those of `take`.
  [[nodiscard]] Result<void> each_part(
      const std::function<Result<void>(std::string_view part)>& take) const;

 private:
  [[nodiscard]] bool put_away();

  std::string last_{};  // behind what stands in the file
  int file_{-1};
  std::size_t filed_{};  // bytes in the file
  bool in_memory_{};     // the file takes no more
};

}  // namespace jiheng::app
