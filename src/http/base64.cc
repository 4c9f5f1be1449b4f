#include "http/base64.h"

#include <array>
#include <cstdint>

namespace jiheng::http {
namespace {

constexpr std::string_view kDigits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t kNoDigit = 64;

/// The value of every base64 digit by its byte; 64 for the rest.
constexpr std::array<std::uint8_t, 256> digit_values() {
  std::array<std::uint8_t, 256> values{};
  values.fill(kNoDigit);
  for (std::size_t i = 0; i < kDigits.size(); ++i) {
    values.at(static_cast<unsigned char>(kDigits[i])) = static_cast<std::uint8_t>(i);
  }
  return values;
}

constexpr auto kDigitValues = digit_values();

}  // namespace

std::optional<std::string> decode_base64(std::string_view text) {
  if (text.size() % 4 != 0) {
    return std::nullopt;
  }
  std::size_t padding = 0;
  while (padding < 2 && text.ends_with('=')) {
    text.remove_suffix(1);
    ++padding;
  }
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3 + 2);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const auto digit = kDigitValues[static_cast<unsigned char>(c)];
    if (digit == kNoDigit) {
      return std::nullopt;
    }
    bits = bits << 6U | digit;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes += static_cast<char>(bits >> static_cast<unsigned>(count) & 0xFFU);
    }
  }
  const bool clean = (bits & ((1U << static_cast<unsigned>(count)) - 1U)) == 0;
  return clean ? std::optional(std::move(bytes)) : std::nullopt;
}

std::string encode_base64(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  const auto byte = [bytes](std::size_t at) {
    return at < bytes.size() ? std::uint32_t{static_cast<unsigned char>(bytes[at])} : 0U;
  };
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const auto bits = byte(i) << 16U | byte(i + 1) << 8U | byte(i + 2);
    text += kDigits[bits >> 18U];
    text += kDigits[bits >> 12U & 63U];
    text += i + 1 < bytes.size() ? kDigits[bits >> 6U & 63U] : '=';
    text += i + 2 < bytes.size() ? kDigits[bits & 63U] : '=';
  }
  return text;
}

}  // namespace jiheng::http
