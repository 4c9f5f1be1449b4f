#pragma once

#include <yaml-cpp/yaml.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace jiheng::api_test {

/// api/openapi.yaml, asked by tests.
class Contract {
 public:
  struct Operation {
    std::string method;  // "GET"
    std::string path;    // "/api/v1/projects/{id}"
    std::string id;
    YAML::Node node;
  };

  /// The file of this repository.
  [[nodiscard]] static Contract load();

  [[nodiscard]] const std::vector<Operation>& operations() const {
    return operations_;
  }

  [[nodiscard]] const Operation& operation(const std::string& id) const;

  /// What `body` does wrong as this operation's answer of that status: "items[0].id: missing",
  /// "items[0].colour: not declared". A status the contract does not name falls to `default`.
  [[nodiscard]] std::vector<std::string> violations(const Operation& operation, int status,
                                                    const nlohmann::json& body) const;

 private:
  explicit Contract(YAML::Node root);

  [[nodiscard]] YAML::Node resolved(const YAML::Node& node) const;
  void check(const YAML::Node& schema, const nlohmann::json& value, const std::string& place,
             std::vector<std::string>& wrong) const;
  void check_object(const YAML::Node& schema, const nlohmann::json& value, const std::string& place,
                    std::vector<std::string>& wrong) const;
  /// Members and required names of a schema, those of its `allOf` parts included.
  void gather(const YAML::Node& schema, YAML::Node& members,
              std::vector<std::string>& required) const;

  YAML::Node root_;
  std::vector<Operation> operations_{};
};

}  // namespace jiheng::api_test
