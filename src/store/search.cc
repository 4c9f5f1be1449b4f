#include "store/search.h"

#include <algorithm>

#include "base/grams.h"
#include "base/text.h"
#include "base/utf8.h"

namespace jiheng::store {

namespace {

/// The search keys of the words between blanks.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (auto key = search_key(word); !key.empty()) {
      words.push_back(std::move(key));
    }
    word.clear();
  };
  for (const char32_t point : to_code_points(text)) {
    if (is_blank(point)) {
      end_word();
    } else {
      append_utf8(word, point);
    }
  }
  end_word();
  return words;
}

std::vector<std::string> grams_of(std::string_view words) {
  std::vector<std::string> all;
  for (const auto& word : words_of(words)) {
    // One character is part of no gram of its own.
    if (length(word) >= 2) {
      std::ranges::move(grams(word), std::back_inserter(all));
    }
  }
  return all;
}

}  // namespace

void add_words(Query& query, const sql::Dialect& dialect, std::string_view expression,
               std::string_view words) {
  for (const auto& word : words_of(words)) {
    query.add(" AND ").add(dialect.contains(expression), word);
  }
}

bool has_grams(std::string_view words) {
  return !grams_of(words).empty();
}

void add_grams(Query& query, const sql::Dialect& dialect, std::string_view words) {
  const auto all = grams_of(words);
  if (!all.empty()) {
    query.add(" AND ").add(dialect.has_grams("indicator_search", "i.region_code", "i.indicator_id"),
                           dialect.grams_value(all));
  }
}

}  // namespace jiheng::store
