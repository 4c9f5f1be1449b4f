#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"

namespace jiheng::document {

/// A neural network run by ONNX Runtime, whose library is looked for when the program runs: without
/// it everything but reading scans works.
///
/// One input and one output of 32-bit floats; one thread of its own.
class Network {
 public:
  struct Tensor {
    std::vector<std::int64_t> shape{};
    std::vector<float> values{};
  };

  /// Loads the library `library` and the network in `model`, two files.
  /// Errors  unavailable `scan.runtime_broken` (args: file, what is wrong).
  [[nodiscard]] static Result<Network> load(const std::string& library, const std::string& model);

  Network(Network&&) noexcept;
  Network& operator=(Network&&) noexcept;
  Network(const Network&) = delete;
  Network& operator=(const Network&) = delete;
  ~Network();

  /// Errors  unavailable `scan.runtime_broken`.
  [[nodiscard]] Result<Tensor> run(Tensor& input);

 private:
  struct State;
  explicit Network(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace jiheng::document
