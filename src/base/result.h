#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace jiheng {

/// A sentence for people, not yet in anybody's language: a key of packs/text/*.toml and what fills
/// its {0}, {1}, … . `packs::Catalogue` renders it.
struct Text {
  std::string key;
  std::vector<std::string> args{};

  friend bool operator==(const Text&, const Text&) = default;
};

/// What kind of failure happened. Code branches on this; people read `message`.
enum class ErrorCode { invalid_input, not_found, conflict, unavailable };

/// A failure the caller is expected to handle.
///
/// `where` names the culprit in the reader's own terms ("Targets!C7", "line 18", a file's path).
/// It is empty when the whole input is at fault.
struct Error {
  ErrorCode code;
  Text message;
  std::string where{};
};

/// A value, or the reason there is none. A bug is never an Error.
template <typename T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, Text message,
                                                std::string where = {}) {
  return tl::unexpected<Error>({code, std::move(message), std::move(where)});
}

#define JH_CONCAT_(a, b) a##b
#define JH_CONCAT(a, b) JH_CONCAT_(a, b)
// NOLINTBEGIN(bugprone-macro-parentheses): a declaration cannot stand in parentheses
/// Declares `decl` from a Result, or returns its Error from the enclosing function.
///   JH_TRY(const auto table, read_target_table(sheet));
/// `expr` is evaluated once.
#define JH_TRY(decl, expr)                                                 \
  auto JH_CONCAT(tried_, __LINE__) = (expr);                               \
  if (!JH_CONCAT(tried_, __LINE__)) {                                      \
    return tl::unexpected(std::move(JH_CONCAT(tried_, __LINE__).error())); \
  }                                                                        \
  decl = *std::move(JH_CONCAT(tried_, __LINE__))
// NOLINTEND(bugprone-macro-parentheses)
/// The same for a Result whose value is not needed.
#define JH_TRY_DO(expr)                                \
  do {                                                 \
    if (auto tried = (expr); !tried) {                 \
      return tl::unexpected(std::move(tried.error())); \
    }                                                  \
  } while (false)

}  // namespace jiheng
