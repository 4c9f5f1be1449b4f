#pragma once

#include <string>
#include <string_view>

namespace jiheng {

/// SHA-256 in lower-case hexadecimal, 64 characters.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace jiheng
