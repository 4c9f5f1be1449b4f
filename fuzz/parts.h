#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jiheng::fuzz {

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
