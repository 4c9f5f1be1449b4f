#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace jiheng {

/// Whether one thing of an indicator and of a library entry go together.
enum class Agreement : std::uint8_t { unknown, agrees, differs };

/// What of the name led to the entry.
enum class MatchedBy : std::uint8_t {
  name,      // it is the entry's name
  alias,     // it is an alias of it
  learned,   // a person confirmed that this name means it
  ending,    // it ends with a whole name or alias: 科技特派员 + 培训人次
  likeness,  // it is like a name or alias
};

[[nodiscard]] std::string_view word(Agreement agreement);
[[nodiscard]] std::string_view word(MatchedBy by);

/// A library entry an indicator may mean, and why.
///
/// Shape   `entry` is the index in the library; `spelling` the name or alias that was matched.
/// Units   `confidence` in thousandths: 1000 for a name or an alias itself, less for all else.
struct LibraryMatch {
  std::size_t entry{};
  std::int32_t confidence{};
  MatchedBy by{};
  std::string spelling{};
  Agreement role{};
  Agreement measure{};

  friend bool operator==(const LibraryMatch&, const LibraryMatch&) = default;
};

}  // namespace jiheng
