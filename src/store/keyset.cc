#include "store/keyset.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "store/items.h"

namespace jiheng::store {

namespace {

std::string to_hex(std::string_view bytes) {
  std::string digits;
  for (const char c : bytes) {
    fmt::format_to(std::back_inserter(digits), "{:02x}", static_cast<unsigned char>(c));
  }
  return digits;
}

std::optional<std::string> from_hex(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    unsigned value = 0;
    const char* end = digits.data() + i + 2;
    const auto [rest, error] = std::from_chars(digits.data() + i, end, value, 16);
    if (error != std::errc() || rest != end) {
      return std::nullopt;
    }
    bytes += static_cast<char>(value);
  }
  return digits.size() % 2 == 0 ? std::optional(bytes) : std::nullopt;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t value = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && rest == text.data() + text.size() ? std::optional(value)
                                                                   : std::nullopt;
}

}  // namespace

Keyset::Keyset(std::string_view list, std::vector<SortKey> keys, bool descending)
    : list_(fmt::format("{} {}", list, descending ? "desc" : "asc")),
      keys_(std::move(keys)),
      descending_(descending) {}

std::string Keyset::columns() const {
  std::string columns;
  for (const auto& key : keys_) {
    columns.append(", ").append(key.expression);
  }
  return columns;
}

Result<void> Keyset::add_start(Query& query, std::string_view cursor) const {
  if (cursor.empty()) {
    return {};
  }
  const auto refused = fail(ErrorCode::invalid_input, {"store.bad_cursor"});
  const Items items(from_hex(cursor).value_or(""));
  if (items.get("list") != list_ || items.all().size() != keys_.size() + 1) {
    return refused;
  }
  query.add(" AND (").add(columns().substr(2)).add(descending_ ? ") < (" : ") > (");
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    const std::string_view value = items.all()[i + 1].second;
    query.add(i == 0 ? "" : ", ");
    if (keys_[i].is_text) {
      // An empty text arrives as NULL.
      query.add("COALESCE(?, '')", value);
      continue;
    }
    const auto number = whole_number(value);
    if (!number) {
      return refused;
    }
    query.add("?", *number);
  }
  query.add(")");
  return {};
}

void Keyset::add_order(Query& query, std::int64_t limit) const {
  std::string_view separator = " ORDER BY ";
  for (const auto& key : keys_) {
    query.add(separator).add(key.expression).add(descending_ ? " DESC" : "");
    separator = ", ";
  }
  query.add(" LIMIT ?", limit);
}

std::string Keyset::cursor(const sql::Statement& row, int first) const {
  Items items;
  items.add("list", list_);
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    items.add("key", row.text(first + static_cast<int>(i)));
  }
  return to_hex(items.text());
}

}  // namespace jiheng::store
