#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "packs/library.h"

namespace jiheng::http {

enum class Method : std::uint8_t { get, head, post, put, patch, del, options, other };

/// "GET", "POST", …; `other` is what this server has no word for.
[[nodiscard]] std::string_view word(Method method);
[[nodiscard]] Method method_from_word(std::string_view word);

/// True when the method asks for nothing to be changed (GET, HEAD, OPTIONS).
[[nodiscard]] bool is_safe(Method method);

/// ASCII letters compare without case, as field names and media types do.
[[nodiscard]] bool equal_ignoring_case(std::string_view a, std::string_view b);

/// Named values in the order they were sent; a name may come twice.
class Values {
 public:
  Values() = default;

  Values(std::initializer_list<std::pair<std::string, std::string>> items) : items_(items) {}

  void add(std::string name, std::string value) {
    items_.emplace_back(std::move(name), std::move(value));
  }

  /// The first value of a name; names compare exactly.
  [[nodiscard]] std::optional<std::string_view> get(std::string_view name) const;
  /// The first value of a header field; names compare without case.
  [[nodiscard]] std::optional<std::string_view> field(std::string_view name) const;
  /// How often a header field was sent.
  [[nodiscard]] std::size_t count_field(std::string_view name) const;

  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& all() const {
    return items_;
  }

 private:
  std::vector<std::pair<std::string, std::string>> items_{};
};

/// What a client asks for.
///
/// Shape   `path` as sent, still percent-encoded; `query` decoded; `parameters` what the router
///         found in the path, decoded; `language` of sentences in the answer; `gone` is asked to
///         stop when the client of a slow request has closed its connection.
struct Request {
  Method method{};
  std::string path;
  Values query{};
  Values headers{};
  std::string body{};
  Values parameters{};
  packs::Language language{};
  std::stop_token gone{};
};

/// Bytes to send: a string of its own, or a view of bytes that outlive the server.
using Body = std::variant<std::string, std::string_view>;

[[nodiscard]] std::string_view bytes(const Body& body);

/// The answer.
struct Response {
  int status{200};
  Values headers{};
  Body body{};
};

/// An answer of JSON text; never cached.
[[nodiscard]] Response json_response(std::string json, int status = 200);

}  // namespace jiheng::http
