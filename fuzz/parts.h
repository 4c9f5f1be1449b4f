#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace jiheng::fuzz {

/// A few bytes may ask for a great sheet; a small one tells as much.
inline constexpr document::Limits kSmall{.unpacked_bytes = std::size_t{16} << 20U};

/// What stands between lines of "====": one input that fills several parts of a container.
inline std::vector<std::string> split_parts(std::string_view bytes, std::size_t count) {
  constexpr std::string_view kLine = "\n====\n";
  std::vector<std::string> parts;
  while (parts.size() + 1 < count) {
    const auto line = bytes.find(kLine);
    parts.emplace_back(bytes.substr(0, line));
    bytes = line == std::string_view::npos ? "" : bytes.substr(line + kLine.size());
  }
  parts.emplace_back(bytes);
  return parts;
}

}  // namespace jiheng::fuzz
