#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jiheng::store {

/// An ordered list of "key=value" items as one text.
class Items {
 public:
  Items() = default;
  explicit Items(std::string_view text);

  void add(std::string_view key, std::string_view value);
  /// Adds what is not empty.
  void add_some(std::string_view key, std::string_view value);
  void add_number(std::string_view key, int value);  // what is not 0
  void add_flag(std::string_view key, bool value);   // what is true

  [[nodiscard]] std::string text() const;
  /// "" when there is no such item.
  [[nodiscard]] std::string_view get(std::string_view key) const;
  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] int number(std::string_view key) const;

  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& all() const {
    return items_;
  }

 private:
  std::vector<std::pair<std::string, std::string>> items_{};
};

}  // namespace jiheng::store
