#include "http/json_body.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace jiheng::http {
namespace {

using Json = nlohmann::json;

tl::unexpected<Error> refuse(const char* key, std::string_view name) {
  return fail(ErrorCode::invalid_input, {key, {std::string(name)}}, std::string(name));
}

/// The parser holds whole numbers from 0 as unsigned; those below 0 always fit, or are floats.
bool is_beyond_63_bits(const Json& json) {
  return json.is_number_unsigned() &&
         json.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max();
}

/// The id that digits say; 0 for what is none.
std::int64_t id_of(const std::string& text) {
  std::int64_t id = 0;
  const auto* last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, id);
  return error == std::errc{} && end == last ? id : 0;
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

Result<bool> JsonBody::optional_flag(std::string_view name) const {
  return has(name) ? flag(name) : Result<bool>(false);
}

Result<std::vector<std::string>> JsonBody::texts(std::string_view name) const {
  JH_TRY(const auto* value, member(name));
  const bool are_texts = value->is_array() && std::ranges::all_of(*value, [](const Json& item) {
                           return item.is_string();
                         });
  return are_texts ? Result<std::vector<std::string>>(value->get<std::vector<std::string>>())
                   : refuse("http.member_wrong", name);
}

Result<std::vector<std::int64_t>> JsonBody::ids(std::string_view name) const {
  JH_TRY(const auto texts, this->texts(name));
  std::vector<std::int64_t> ids;
  for (const auto& text : texts) {
    const auto id = id_of(text);
    if (id < 1) {
      return refuse("http.member_wrong", name);
    }
    ids.push_back(id);
  }
  return ids;
}

Result<std::int64_t> JsonBody::id(std::string_view name) const {
  JH_TRY(const auto text, this->text(name));
  const auto id = id_of(text);
  return id > 0 ? Result<std::int64_t>(id) : refuse("http.member_wrong", name);
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

}  // namespace jiheng::http
