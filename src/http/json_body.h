#pragma once

#include <cstdint>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/finding.h"
#include "http/message.h"

namespace jiheng::http {

/// The JSON object a write brings, asked member by member.
///
/// Errors  invalid_input `http.body_not_json`, `http.member_missing`, `http.member_wrong`,
///         `http.member_unknown`; where is the member's name.
class JsonBody {
 public:
  /// `known` are the members it may have.
  [[nodiscard]] static Result<JsonBody> parse(const Request& request,
                                              std::initializer_list<std::string_view> known);

  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] Result<std::string> text(std::string_view name) const;
  /// "" when it is not there.
  [[nodiscard]] Result<std::string> optional_text(std::string_view name) const;
  [[nodiscard]] Result<std::int64_t> number(std::string_view name) const;
  [[nodiscard]] Result<bool> flag(std::string_view name) const;
  /// False when it is not there.
  [[nodiscard]] Result<bool> optional_flag(std::string_view name) const;
  /// A list of texts, of ids (each digits in a string), and one id.
  [[nodiscard]] Result<std::vector<std::string>> texts(std::string_view name) const;
  [[nodiscard]] Result<std::vector<std::int64_t>> ids(std::string_view name) const;
  [[nodiscard]] Result<std::int64_t> id(std::string_view name) const;
  /// An object inside, and a list of such; `known` are the members each may have.
  [[nodiscard]] Result<JsonBody> object(std::string_view name,
                                        std::initializer_list<std::string_view> known) const;
  [[nodiscard]] Result<std::vector<JsonBody>> objects(
      std::string_view name, std::initializer_list<std::string_view> known) const;
  /// `changes`: at least one {field, after}.
  [[nodiscard]] Result<std::vector<Change>> changes() const;

 private:
  explicit JsonBody(nlohmann::json json) : json_(std::move(json)) {}

  [[nodiscard]] static Result<JsonBody> checked(nlohmann::json json, std::string_view name,
                                                std::initializer_list<std::string_view> known);
  [[nodiscard]] Result<const nlohmann::json*> member(std::string_view name) const;

  nlohmann::json json_;
};

}  // namespace jiheng::http
