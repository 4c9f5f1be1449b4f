#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jiheng::http {

/// Bytes from base64 with its padding; nothing when it is none.
/// Source  RFC 4648, section 4.
[[nodiscard]] std::optional<std::string> decode_base64(std::string_view text);

/// The inverse, with padding.
[[nodiscard]] std::string encode_base64(std::string_view bytes);

}  // namespace jiheng::http
