#include "http/uri.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace jiheng::http {
namespace {

std::optional<unsigned> hex(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10U;
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10U;
  return std::nullopt;
}

/// The byte an escape at `text[0]` = '%' stands for.
std::optional<char> escaped(std::string_view text) {
  if (text.size() < 3) {
    return std::nullopt;
  }
  const auto high = hex(text[1]);
  const auto low = hex(text[2]);
  if (!high || !low) {
    return std::nullopt;
  }
  return static_cast<char>(*high << 4U | *low);
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

std::optional<std::string> decode(std::string_view text, bool plus_is_blank) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      const auto byte = escaped(text.substr(i));
      if (!byte) {
        return std::nullopt;
      }
      out += *byte;
      i += 2;
    } else {
      out += plus_is_blank && text[i] == '+' ? ' ' : text[i];
    }
  }
  if (!is_utf8(out) || std::ranges::any_of(out, is_control)) {
    return std::nullopt;
  }
  return out;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_unreserved(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letter || is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

bool is_octet(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool padded = text.size() > 1 && text[0] == '0';
  return error == std::errc{} && end == text.data() + text.size() && value <= 255 && !padded;
}

}  // namespace

std::optional<std::string> decode_path(std::string_view text) {
  return decode(text, false);
}

std::optional<std::string> decode_query(std::string_view text) {
  return decode(text, true);
}

std::optional<Values> parse_query(std::string_view text) {
  Values values;
  for (const auto part : split(text, '&')) {
    if (part.empty()) {
      continue;
    }
    const auto equals = std::min(part.find('='), part.size());
    auto name = decode_query(part.substr(0, equals));
    auto value = decode_query(part.substr(std::min(equals + 1, part.size())));
    if (!name || !value) {
      return std::nullopt;
    }
    values.add(std::move(*name), std::move(*value));
  }
  return values;
}

std::string encode_uri(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (is_unreserved(c)) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
    }
  }
  return out;
}

std::optional<Authority> parse_authority(std::string_view text) {
  Authority authority;
  std::string_view rest;
  if (text.starts_with('[')) {
    const auto close = text.find(']');
    if (close == std::string_view::npos) {
      return std::nullopt;
    }
    authority.host = text.substr(1, close - 1);
    rest = text.substr(close + 1);
  } else {
    const auto colon = std::min(text.find(':'), text.size());
    authority.host = text.substr(0, colon);
    rest = text.substr(colon);
  }
  if (!rest.empty()) {
    authority.port = rest.substr(1);
    if (rest[0] != ':' || authority.port.empty() ||
        !std::ranges::all_of(authority.port, is_digit)) {
      return std::nullopt;
    }
  }
  return authority.host.empty() ? std::nullopt : std::optional(authority);
}

Result<Address> parse_address(std::string_view text) {
  const auto authority = parse_authority(text);
  Address address;
  if (authority) {
    address.host = authority->host;
    const auto* last = authority->port.data() + authority->port.size();
    const auto [end, error] = std::from_chars(authority->port.data(), last, address.port);
    if (error == std::errc{} && end == last) {
      return address;
    }
  }
  return fail(ErrorCode::invalid_input, {"http.bad_address", {std::string(text)}});
}

bool is_loopback(std::string_view host) {
  if (host == "::1" || equal_ignoring_case(host, "localhost")) {
    return true;
  }
  const auto octets = split(host, '.');
  return octets.size() == 4 && octets[0] == "127" && std::ranges::all_of(octets, is_octet);
}

}  // namespace jiheng::http
