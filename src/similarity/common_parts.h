#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace jiheng::similarity {

/// What the names of a library begin and end with so often that it says nothing of one of them:
/// 服务满意度, 建设. The word beside it is what tells them apart.
class CommonParts {
 public:
  /// A name of an entry; its other names count for the same entry.
  void add(std::size_t entry, std::string_view wording);

  /// True when two names share only such parts and say another word each beside them:
  /// 就业服务满意度 and 物业服务满意度. Not where one of them only says more.
  [[nodiscard]] bool differ_in_the_word(std::string_view one, std::string_view other) const;

 private:
  struct Entries {
    std::size_t last{};
    std::size_t count{};
  };

  using Parts = std::unordered_map<std::u32string, Entries>;

  static void count(Parts& parts, std::u32string part, std::size_t entry);
  /// How many of the first `most` characters, or less, are a common part.
  static std::size_t common(const Parts& parts, std::u32string_view text, std::size_t most);

  Parts beginnings_{};
  Parts endings_{};  // read from the end
};

}  // namespace jiheng::similarity
