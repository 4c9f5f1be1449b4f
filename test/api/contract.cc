#include "contract.h"

#include <algorithm>
#include <stdexcept>

namespace jiheng::api_test {
namespace {

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

bool has_type(const std::string& type, const nlohmann::json& value) {
  return (type == "string" && value.is_string()) || (type == "object" && value.is_object()) ||
         (type == "array" && value.is_array()) || (type == "boolean" && value.is_boolean()) ||
         (type == "integer" && value.is_number_integer()) || (type == "null" && value.is_null());
}

bool has_type(const YAML::Node& types, const nlohmann::json& value) {
  if (types.IsScalar()) {
    return has_type(types.as<std::string>(), value);
  }
  return std::any_of(types.begin(), types.end(), [&](const YAML::Node& type) {
    return has_type(type.as<std::string>(), value);
  });
}

bool is_listed(const YAML::Node& words, const nlohmann::json& value) {
  return std::any_of(words.begin(), words.end(), [&](const YAML::Node& word) {
    return value.is_string() && word.as<std::string>() == value.get<std::string>();
  });
}

/// The contract's patterns are all of this one form; std::regex does not pass our warnings.
bool fits(const std::string& pattern, const nlohmann::json& value) {
  if (pattern != "^[0-9]{1,19}$") {
    throw std::runtime_error("no check for the pattern " + pattern);
  }
  const auto text = value.get<std::string>();
  return !text.empty() && text.size() <= 19 &&
         text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

Contract Contract::load() {
  return Contract(YAML::LoadFile(JIHENG_SOURCE_DIR "/api/openapi.yaml"));
}

Contract::Contract(YAML::Node root) : root_(std::move(root)) {
  for (const auto& path : root_["paths"]) {
    for (const auto& operation : path.second) {
      operations_.push_back({.method = upper(operation.first.as<std::string>()),
                             .path = path.first.as<std::string>(),
                             .id = operation.second["operationId"].as<std::string>(),
                             .node = operation.second});
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

YAML::Node Contract::resolved(const YAML::Node& node) const {
  if (!node.IsMap() || !node["$ref"]) {
    return node;
  }
  // "#/components/schemas/Id"
  const auto reference = node["$ref"].as<std::string>();
  const auto group = reference.find('/', 2);
  const auto name = reference.rfind('/');
  const YAML::Node components = root_["components"];
  const YAML::Node list = components[reference.substr(group + 1, name - group - 1)];
  const YAML::Node target = list[reference.substr(name + 1)];
  if (!target) {
    throw std::runtime_error("no " + reference);
  }
  return resolved(target);
}

std::vector<std::string> Contract::violations(const Operation& operation, int status,
                                              const nlohmann::json& body) const {
  const YAML::Node responses = operation.node["responses"];
  const YAML::Node named = responses[std::to_string(status)];
  const YAML::Node chosen = named ? named : responses["default"];
  if (!chosen) {
    return {operation.id + ": status " + std::to_string(status) + " is not declared"};
  }
  const YAML::Node content = resolved(chosen)["content"];
  const YAML::Node media = content[status < 400 ? "application/json" : "application/problem+json"];
  std::vector<std::string> wrong;
  if (!media) {
    return {operation.id + ": no JSON is declared for " + std::to_string(status)};
  }
  check(media["schema"], body, operation.id, wrong);
  return wrong;
}

void Contract::gather(const YAML::Node& schema, YAML::Node& members,
                      std::vector<std::string>& required) const {
  const auto real = resolved(schema);
  for (const auto& part : real["allOf"]) {
    gather(part, members, required);
  }
  for (const auto& member : real["properties"]) {
    members[member.first.as<std::string>()] = member.second;
  }
  for (const auto& name : real["required"]) {
    required.push_back(name.as<std::string>());
  }
}

void Contract::check_object(const YAML::Node& schema, const nlohmann::json& value,
                            const std::string& place, std::vector<std::string>& wrong) const {
  YAML::Node members(YAML::NodeType::Map);
  std::vector<std::string> required;
  gather(schema, members, required);
  for (const auto& name : required) {
    if (!value.contains(name)) {
      wrong.push_back(place + "." + name + ": missing");
    }
  }
  const YAML::Node& declared = members;
  const YAML::Node others = schema["additionalProperties"];
  for (const auto& [name, member] : value.items()) {
    if (const YAML::Node known = declared[name]) {
      check(known, member, place + "." + name, wrong);
    } else if (others && others.IsMap()) {
      check(others, member, place + "." + name, wrong);
    } else if (declared.size() > 0) {
      wrong.push_back(place + "." + name + ": not declared");
    }
  }
}

void Contract::check(const YAML::Node& schema, const nlohmann::json& value,
                     const std::string& place, std::vector<std::string>& wrong) const {
  const auto real = resolved(schema);
  if (real["type"] && !has_type(real["type"], value)) {
    wrong.push_back(place + ": wrong type: " + value.dump());
    return;
  }
  if (real["enum"] && !is_listed(real["enum"], value)) {
    wrong.push_back(place + ": not in the list: " + value.dump());
  }
  if (real["pattern"] && !fits(real["pattern"].as<std::string>(), value)) {
    wrong.push_back(place + ": wrong form: " + value.dump());
  }
  if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      check(real["items"], value[i], place + "[" + std::to_string(i) + "]", wrong);
    }
  }
  if (value.is_object()) {
    check_object(real, value, place, wrong);
  }
}

}  // namespace jiheng::api_test
