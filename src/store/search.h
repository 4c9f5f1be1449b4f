#pragma once

#include <string_view>

#include "sql/dialect.h"
#include "store/query.h"

namespace jiheng::store {

/// Adds " AND …" for every word of a search: the folded text `expression` holds it.
void add_words(Query& query, const sql::Dialect& dialect, std::string_view expression,
               std::string_view words);

/// True when some word has two or more characters.
[[nodiscard]] bool has_grams(std::string_view words);

/// Adds the condition that lets the search table of indicators find candidates for the words of
/// two and more characters; `add_words` verifies them.
void add_grams(Query& query, const sql::Dialect& dialect, std::string_view words);

}  // namespace jiheng::store
