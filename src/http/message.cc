#include "http/message.h"

#include <algorithm>
#include <array>

namespace jiheng::http {
namespace {

struct MethodWord {
  Method method;
  std::string_view word;
};

constexpr std::array kMethods{
    MethodWord{Method::get, "GET"},        MethodWord{Method::head, "HEAD"},
    MethodWord{Method::post, "POST"},      MethodWord{Method::put, "PUT"},
    MethodWord{Method::patch, "PATCH"},    MethodWord{Method::del, "DELETE"},
    MethodWord{Method::options, "OPTIONS"}};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string_view word(Method method) {
  const auto* found = std::ranges::find(kMethods, method, &MethodWord::method);
  return found == kMethods.end() ? "OTHER" : found->word;
}

Method method_from_word(std::string_view word) {
  const auto* found = std::ranges::find(kMethods, word, &MethodWord::word);
  return found == kMethods.end() ? Method::other : found->method;
}

bool is_safe(Method method) {
  return method == Method::get || method == Method::head || method == Method::options;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

std::optional<std::string_view> Values::get(std::string_view name) const {
  const auto found = std::ranges::find(
      items_, name, [](const auto& item) { return std::string_view(item.first); });
  return found == items_.end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

std::optional<std::string_view> Values::field(std::string_view name) const {
  for (const auto& [key, value] : items_) {
    if (equal_ignoring_case(key, name)) {
      return value;
    }
  }
  return std::nullopt;
}

std::size_t Values::count_field(std::string_view name) const {
  return static_cast<std::size_t>(std::ranges::count_if(
      items_, [name](const auto& item) { return equal_ignoring_case(item.first, name); }));
}

std::string_view bytes(const Body& body) {
  return std::visit([](const auto& held) { return std::string_view(held); }, body);
}

Response json_response(std::string json, int status) {
  return {.status = status,
          .headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}},
          .body = std::move(json)};
}

}  // namespace jiheng::http
