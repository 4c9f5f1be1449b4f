#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace jiheng::api_test {

/// api/openapi.yaml, asked by tests.
class Contract {
 public:
  /// `node` is the operation's own part of the file.
  struct Operation {
    std::string method;  // "GET"
    std::string path;    // "/api/v1/projects/{id}"
    std::string id;
    nlohmann::json node;
  };

  /// The file of this repository.
  [[nodiscard]] static Contract load();

  /// A contract of components alone, to test the check itself.
  explicit Contract(nlohmann::json root);

  [[nodiscard]] const std::vector<Operation>& operations() const {
    return operations_;
  }

  [[nodiscard]] const Operation& operation(const std::string& id) const;

  /// What `body` does wrong as this operation's answer of that status: "items[0].id: missing",
  /// "items[0].colour: not declared". A status the contract does not name falls to `default`.
  [[nodiscard]] std::vector<std::string> violations(const Operation& operation, int status,
                                                    const nlohmann::json& body) const;
  /// The same against a schema.
  [[nodiscard]] std::vector<std::string> violations(const nlohmann::json& schema,
                                                    const nlohmann::json& value) const;

 private:
  [[nodiscard]] const nlohmann::json& resolved(const nlohmann::json& node) const;
  void check(const nlohmann::json& schema, const nlohmann::json& value, const std::string& place,
             std::vector<std::string>& wrong) const;
  void check_object(const nlohmann::json& schema, const nlohmann::json& value,
                    const std::string& place, std::vector<std::string>& wrong) const;
  /// Members and required names of a schema, those of its `allOf` parts included.
  void gather(const nlohmann::json& schema, nlohmann::json& members,
              std::vector<std::string>& required) const;

  nlohmann::json root_;
  std::vector<Operation> operations_{};
};

}  // namespace jiheng::api_test
