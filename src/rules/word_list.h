#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jiheng::rules {

/// A pack's list of words, prepared once per review so that looking costs no allocation: a text is
/// walked once, and only where a word can begin are words compared.
class WordList {
 public:
  explicit WordList(std::vector<std::string> words);

  [[nodiscard]] const std::vector<std::string>& words() const {
    return words_;
  }

  /// The longest word `text` ends with, or "".
  [[nodiscard]] std::string_view ending(std::string_view text) const;
  /// The longest word `text` begins with, or "". A view of `text`.
  [[nodiscard]] std::string_view beginning(std::string_view text) const;
  /// The first place where a word stands in `text`, the longest one there, or "". A view of `text`.
  [[nodiscard]] std::string_view containing(std::string_view text) const;
  [[nodiscard]] bool has(std::string_view text) const;

 private:
  static constexpr std::size_t kBuckets = 1024;

  std::vector<std::string> words_;  // longest first
  std::bitset<kBuckets> heads_;     // buckets of the words' first characters
  std::bitset<256> tails_;          // the words' last bytes
};

}  // namespace jiheng::rules
