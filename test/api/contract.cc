#include "contract.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <stdexcept>

namespace jiheng::api_test {
namespace {

using Json = nlohmann::json;

/// YAML as JSON whose scalars are all texts: nodes of yaml-cpp grow slow when they are passed on.
Json json_of(const YAML::Node& node) {
  Json json;
  if (node.IsMap()) {
    json = Json::object();
    for (const auto& member : node) {
      json[member.first.as<std::string>()] = json_of(member.second);
    }
  } else if (node.IsSequence()) {
    json = Json::array();
    for (const auto& item : node) {
      json.push_back(json_of(item));
    }
  } else if (node.IsScalar()) {
    json = node.as<std::string>();
  }
  return json;
}

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

bool has_type(const Json& type, const Json& value) {
  if (type.is_array()) {
    return std::ranges::any_of(type, [&](const Json& one) { return has_type(one, value); });
  }
  return (type == "string" && value.is_string()) || (type == "object" && value.is_object()) ||
         (type == "array" && value.is_array()) || (type == "boolean" && value.is_boolean()) ||
         (type == "integer" && value.is_number_integer()) ||
         (type == "number" && value.is_number()) || (type == "null" && value.is_null());
}

bool is_of(std::string_view text, std::string_view letters) {
  return text.find_first_not_of(letters) == std::string_view::npos;
}

bool is_layout(std::string_view text) {
  return text.size() == 32 && is_of(text, "0123456789abcdef");
}

/// The contract's patterns are few; std::regex does not pass our warnings.
bool fits(const std::string& pattern, const Json& value) {
  const auto text = value.get<std::string>();
  if (pattern == "^[0-9]{1,19}$") {
    return !text.empty() && text.size() <= 19 && is_of(text, "0123456789");
  }
  if (pattern == "^[0-9a-f]{32}$") {
    return is_layout(text);
  }
  if (pattern == "^[0-9a-f]{32}/[0-9a-f]{32}$") {
    const auto slash = std::min(text.size(), text.find('/'));
    return is_layout(text.substr(0, slash)) &&
           is_layout(text.substr(std::min(text.size(), slash + 1)));
  }
  throw std::runtime_error("no check for the pattern " + pattern);
}

/// A member, or null.
const Json& member(const Json& json, const std::string& name) {
  static const Json nothing;
  const auto found = json.find(name);
  return found == json.end() ? nothing : *found;
}

}  // namespace

Contract Contract::load() {
  return Contract(json_of(YAML::LoadFile(JIHENG_SOURCE_DIR "/api/openapi.yaml")));
}

Contract::Contract(Json root) : root_(std::move(root)) {
  for (const auto& [path, methods] : member(root_, "paths").items()) {
    for (const auto& [method, operation] : methods.items()) {
      operations_.push_back({.method = upper(method),
                             .path = path,
                             .id = operation.at("operationId"),
                             .node = operation});
    }
  }
}

const Contract::Operation& Contract::operation(const std::string& id) const {
  const auto found = std::ranges::find(operations_, id, &Operation::id);
  if (found == operations_.end()) {
    throw std::runtime_error("no operation " + id);
  }
  return *found;
}

const Json& Contract::resolved(const Json& node) const {
  const auto& reference = member(node, "$ref");
  if (reference.is_null()) {
    return node;
  }
  // "#/components/schemas/Id" without "#" is a JSON pointer.
  return resolved(root_.at(Json::json_pointer(reference.get<std::string>().substr(1))));
}

std::vector<std::string> Contract::violations(const Operation& operation, int status,
                                              const Json& body) const {
  const auto& responses = operation.node.at("responses");
  const auto& named = member(responses, std::to_string(status));
  const auto& chosen = named.is_null() ? member(responses, "default") : named;
  if (chosen.is_null()) {
    return {operation.id + ": status " + std::to_string(status) + " is not declared"};
  }
  const auto* type = status < 400 ? "application/json" : "application/problem+json";
  const auto& media = member(resolved(chosen).at("content"), type);
  if (media.is_null()) {
    return {operation.id + ": no JSON is declared for " + std::to_string(status)};
  }
  return violations(media.at("schema"), body);
}

std::vector<std::string> Contract::violations(const Json& schema, const Json& value) const {
  std::vector<std::string> wrong;
  check(schema, value, "", wrong);
  return wrong;
}

void Contract::gather(const Json& schema, Json& members, std::vector<std::string>& required) const {
  const auto& real = resolved(schema);
  for (const auto& part : member(real, "allOf")) {
    gather(part, members, required);
  }
  members.update(real.value("properties", Json::object()));
  for (const auto& name : member(real, "required")) {
    required.push_back(name);
  }
}

void Contract::check_object(const Json& schema, const Json& value, const std::string& place,
                            std::vector<std::string>& wrong) const {
  auto members = Json::object();
  std::vector<std::string> required;
  gather(schema, members, required);
  for (const auto& name : required) {
    if (!value.contains(name)) {
      wrong.push_back(place + "." + name + ": missing");
    }
  }
  const auto& others = member(schema, "additionalProperties");
  for (const auto& [name, held] : value.items()) {
    const auto inside = place + "." + name;
    if (members.contains(name)) {
      check(members[name], held, inside, wrong);
    } else if (others.is_object()) {
      check(others, held, inside, wrong);
    } else if (!members.empty()) {
      wrong.push_back(inside + ": not declared");
    }
  }
}

void Contract::check(const Json& schema, const Json& value, const std::string& place,
                     std::vector<std::string>& wrong) const {
  const auto& real = resolved(schema);
  if (const auto& choices = member(real, "anyOf"); !choices.is_null()) {
    const bool any = std::ranges::any_of(
        choices, [&](const Json& choice) { return violations(choice, value).empty(); });
    if (!any) {
      check(choices.front(), value, place, wrong);
    }
    return;
  }
  const auto& type = member(real, "type");
  if (!type.is_null() && !has_type(type, value)) {
    wrong.push_back(place + ": wrong type: " + value.dump());
    return;
  }
  const auto& words = member(real, "enum");
  if (!words.is_null() && std::ranges::find(words, value) == words.end()) {
    wrong.push_back(place + ": not in the list: " + value.dump());
  }
  if (real.contains("pattern") && !fits(real["pattern"], value)) {
    wrong.push_back(place + ": wrong form: " + value.dump());
  }
  if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      check(real.at("items"), value[i], place + "[" + std::to_string(i) + "]", wrong);
    }
  }
  if (value.is_object()) {
    check_object(real, value, place, wrong);
  }
}

}  // namespace jiheng::api_test
