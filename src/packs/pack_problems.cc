#include "packs/pack_problems.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

namespace jiheng::packs {
namespace {

/// "path:12" as path and 12; a place without a line comes before all lines of its file.
std::pair<std::string_view, int> place_of(const Error& error) {
  const std::string_view where = error.where;
  const auto colon = where.rfind(':');
  int line = 0;
  if (colon == std::string_view::npos ||
      std::from_chars(where.data() + colon + 1, where.data() + where.size(), line).ptr !=
          where.data() + where.size()) {
    return {where, 0};
  }
  return {where.substr(0, colon), line};
}

}  // namespace

void PackProblems::add(Error error) {
  const bool known = std::ranges::any_of(errors_, [&](const Error& other) {
    return other.where == error.where && other.message == error.message;
  });
  if (!known) {
    errors_.push_back(std::move(error));
  }
}

void PackProblems::add(const Result<void>& result) {
  if (!result) {
    add(result.error());
  }
}

void PackProblems::add_unread(Error error) {
  ++unread_;
  add(std::move(error));
}

std::vector<Error> PackProblems::sorted() const {
  auto errors = errors_;
  std::ranges::stable_sort(errors, {}, place_of);
  return errors;
}

Result<void> PackProblems::result() const {
  return empty() ? Result<void>{} : tl::unexpected(sorted().front());
}

}  // namespace jiheng::packs
