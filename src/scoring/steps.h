#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/score.h"

namespace jiheng::scoring {

/// Collects the steps of a derivation, or nothing where nobody asks for it.
class Steps {
 public:
  explicit Steps(bool kept) : kept_(kept) {}

  template <typename... Values>
  void add(StepKind kind, const Values&... values) {
    if (kept_) {
      steps_.push_back({kind, {spelled(values)...}});
    }
  }

  void add(Step step) {
    if (kept_) {
      steps_.push_back(std::move(step));
    }
  }

  [[nodiscard]] bool kept() const {
    return kept_;
  }

  [[nodiscard]] std::vector<Step> take() {
    return std::move(steps_);
  }

 private:
  static std::string spelled(const Decimal& number) {
    return number.to_shortest_string();
  }

  static std::string spelled(std::string_view text) {
    return std::string(text);
  }

  bool kept_;
  std::vector<Step> steps_;
};

}  // namespace jiheng::scoring
