#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "http/message.h"

namespace jiheng::http {

/// Percent-decoded text; nothing when an escape is broken, the bytes are no UTF-8 or hold a
/// control character. In a query "+" is a blank.
[[nodiscard]] std::optional<std::string> decode_path(std::string_view text);
[[nodiscard]] std::optional<std::string> decode_query(std::string_view text);

/// "a=1&b=%E4%BA%91" as names and values; nothing when one of them cannot be decoded.
[[nodiscard]] std::optional<Values> parse_query(std::string_view text);

/// Percent-encodes everything but unreserved characters.
[[nodiscard]] std::string encode_uri(std::string_view text);

/// Where a server listens: "127.0.0.1:8080", "[::1]:0", "localhost:8080".
struct Address {
  std::string host;  // without brackets
  std::uint16_t port{};

  friend bool operator==(const Address&, const Address&) = default;
};

/// Errors  invalid_input `http.bad_address`.
[[nodiscard]] Result<Address> parse_address(std::string_view text);

/// True for 127.0.0.0/8, ::1 and localhost; exact spellings only. IPv6 comes without brackets.
[[nodiscard]] bool is_loopback(std::string_view host);

/// Host and port of a Host field or of the part of an Origin behind "://"; nothing when it is
/// malformed. `port` is "" when none is written.
struct Authority {
  std::string_view host;
  std::string_view port;
};

[[nodiscard]] std::optional<Authority> parse_authority(std::string_view text);

}  // namespace jiheng::http
