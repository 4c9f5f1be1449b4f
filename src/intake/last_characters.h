#pragma once

#include <bitset>
#include <string_view>

namespace jiheng::intake {

/// The characters that the words of a list end with. Nearly every cell of a table ends with
/// another, and need not be looked up among them.
class LastCharacters {
 public:
  /// A word that is not empty.
  void add(std::string_view word);
  void add(char32_t point);

  /// Does a text that is not empty end like one of them?
  [[nodiscard]] bool may_end(std::string_view text) const;

 private:
  static constexpr std::size_t kPlane = 0x10000;  // words lie in the basic plane

  std::bitset<kPlane> points_{};
};

}  // namespace jiheng::intake
