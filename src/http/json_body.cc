#include "http/json_body.h"

#include <algorithm>
#include <array>
#include <limits>

namespace jiheng::http {
namespace {

using Json = nlohmann::json;

tl::unexpected<Error> refuse(const char* key, std::string_view name) {
  return fail(ErrorCode::invalid_input, {key, {std::string(name)}}, std::string(name));
}

constexpr std::uint8_t kNoDigit = 64;
constexpr std::string_view kDigits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

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

/// The parser holds whole numbers from 0 as unsigned; those below 0 always fit, or are floats.
bool is_beyond_63_bits(const Json& json) {
  return json.is_number_unsigned() &&
         json.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max();
}

std::optional<Change> change_of(const Json& json) {
  if (!json.is_object() || json.size() != 2 || !json.contains("field") || !json.contains("after") ||
      !json["field"].is_string() || !json["after"].is_string()) {
    return std::nullopt;
  }
  const auto field = field_from_word(json["field"].get_ref<const std::string&>());
  return field ? std::optional(Change{.field = *field, .after = json["after"]}) : std::nullopt;
}

}  // namespace

Result<JsonBody> JsonBody::parse(const Request& request,
                                 std::initializer_list<std::string_view> known) {
  Json json;
  try {
    json = Json::parse(request.body);
  } catch (const Json::parse_error& error) {
    return fail(ErrorCode::invalid_input, {"http.body_not_json", {std::to_string(error.byte)}});
  }
  if (!json.is_object()) {
    return fail(ErrorCode::invalid_input, {"http.body_not_json", {"1"}});
  }
  for (const auto& [name, value] : json.items()) {
    if (std::ranges::find(known, name) == known.end()) {
      return refuse("http.member_unknown", name);
    }
  }
  return JsonBody(std::move(json));
}

bool JsonBody::has(std::string_view name) const {
  return json_.contains(name);
}

Result<const Json*> JsonBody::member(std::string_view name) const {
  const auto found = json_.find(name);
  if (found == json_.end()) {
    return refuse("http.member_missing", name);
  }
  return &*found;
}

Result<std::string> JsonBody::text(std::string_view name) const {
  JH_TRY(const auto* value, member(name));
  if (!value->is_string()) {
    return refuse("http.member_wrong", name);
  }
  return value->get<std::string>();
}

Result<std::string> JsonBody::optional_text(std::string_view name) const {
  return has(name) ? text(name) : Result<std::string>(std::string{});
}

Result<std::int64_t> JsonBody::number(std::string_view name) const {
  JH_TRY(const auto* value, member(name));
  if (!value->is_number_integer() || is_beyond_63_bits(*value)) {
    return refuse("http.member_wrong", name);
  }
  return value->get<std::int64_t>();
}

Result<bool> JsonBody::flag(std::string_view name) const {
  JH_TRY(const auto* value, member(name));
  if (!value->is_boolean()) {
    return refuse("http.member_wrong", name);
  }
  return value->get<bool>();
}

Result<JsonBody> JsonBody::checked(Json json, std::string_view name,
                                   std::initializer_list<std::string_view> known) {
  if (!json.is_object()) {
    return refuse("http.member_wrong", name);
  }
  for (const auto& [member, value] : json.items()) {
    if (std::ranges::find(known, member) == known.end()) {
      return refuse("http.member_unknown", member);
    }
  }
  return JsonBody(std::move(json));
}

Result<JsonBody> JsonBody::object(std::string_view name,
                                  std::initializer_list<std::string_view> known) const {
  JH_TRY(const auto* value, member(name));
  return checked(*value, name, known);
}

Result<std::vector<JsonBody>> JsonBody::objects(
    std::string_view name, std::initializer_list<std::string_view> known) const {
  JH_TRY(const auto* value, member(name));
  if (!value->is_array()) {
    return refuse("http.member_wrong", name);
  }
  std::vector<JsonBody> bodies;
  for (const auto& item : *value) {
    JH_TRY(auto body, checked(item, name, known));
    bodies.push_back(std::move(body));
  }
  return bodies;
}

Result<std::vector<Change>> JsonBody::changes() const {
  JH_TRY(const auto* value, member("changes"));
  std::vector<Change> changes;
  for (const auto& item : *value) {
    auto change = change_of(item);
    if (!change) {
      return refuse("http.member_wrong", "changes");
    }
    changes.push_back(std::move(*change));
  }
  if (!value->is_array() || changes.empty()) {
    return refuse("http.member_wrong", "changes");
  }
  return changes;
}

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
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const auto part = bytes.substr(at, 3);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      bits = bits << 8U | (i < part.size() ? static_cast<unsigned char>(part[i]) : 0U);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      text += i <= part.size() ? kDigits[bits >> (18U - 6U * i) & 0x3FU] : '=';
    }
  }
  return text;
}

}  // namespace jiheng::http
