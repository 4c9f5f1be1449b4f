#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "base/result.h"
#include "domain/score.h"
#include "scoring/steps.h"

namespace jiheng::scoring {

/// Collects the sentences of a light's derivation, or nothing where nobody asks for it.
class WatchSteps {
 public:
  explicit WatchSteps(bool kept) : kept_(kept) {}

  /// The sentence "monitoring.step.`name`".
  template <typename... Values>
  void add(std::string_view name, const Values&... values) {
    if (kept_) {
      texts_.push_back({"monitoring.step." + std::string(name), {spelled(values)...}});
    }
  }

  /// What a comparison told of itself.
  void add_all(const std::vector<Step>& steps) {
    for (const auto& step : steps) {
      texts_.push_back(text_of(step));
    }
  }

  [[nodiscard]] bool kept() const {
    return kept_;
  }

  [[nodiscard]] std::vector<Text> take() {
    return std::move(texts_);
  }

 private:
  static std::string spelled(const Decimal& number) {
    return number.to_shortest_string();
  }

  static std::string spelled(std::string_view text) {
    return std::string(text);
  }

  static std::string spelled(int number) {
    return std::to_string(number);
  }

  bool kept_;
  std::vector<Text> texts_;
};

}  // namespace jiheng::scoring
