#include "similarity/common_parts.h"

#include <algorithm>

#include "base/text.h"

namespace jiheng::similarity {
namespace {

// Two entries may end alike by chance or because they are a pair; with the third it is a pattern.
constexpr std::size_t kMany = 3;
constexpr std::size_t kWord = 2;  // characters

std::size_t same_at_front(std::u32string_view one, std::u32string_view other) {
  const auto [end, _] = std::ranges::mismatch(one, other);
  return static_cast<std::size_t>(end - one.begin());
}

std::u32string reversed(std::u32string_view text) {
  return {text.rbegin(), text.rend()};
}

/// True when two characters that stand beside each other in one do so in the other.
bool share_a_word(std::u32string_view one, std::u32string_view other) {
  for (std::size_t i = 0; i + kWord <= one.size(); ++i) {
    if (other.find(one.substr(i, kWord)) != std::u32string_view::npos) {
      return true;
    }
  }
  return false;
}

}  // namespace

void CommonParts::add(std::size_t entry, std::string_view wording) {
  const auto text = to_code_points(wording);
  const auto backwards = reversed(text);
  for (std::size_t length = kWord; length < text.size(); ++length) {
    count(beginnings_, text.substr(0, length), entry);
    count(endings_, backwards.substr(0, length), entry);
  }
}

bool CommonParts::differ_in_the_word(std::string_view one, std::string_view other) const {
  auto first = reversed(to_code_points(one));
  auto second = reversed(to_code_points(other));
  const auto ending = common(endings_, first, same_at_front(first, second));
  first = reversed(std::u32string_view(first).substr(ending));
  second = reversed(std::u32string_view(second).substr(ending));
  const auto beginning = common(beginnings_, first, same_at_front(first, second));
  if (beginning + ending == 0) {
    return false;
  }
  const auto word = std::u32string_view(first).substr(beginning);
  const auto word_of_other = std::u32string_view(second).substr(beginning);
  return !word.empty() && !word_of_other.empty() && !share_a_word(word, word_of_other);
}

void CommonParts::count(Parts& parts, std::u32string part, std::size_t entry) {
  auto& entries = parts[std::move(part)];
  if (entries.count == 0 || entries.last != entry) {
    ++entries.count;
    entries.last = entry;
  }
}

std::size_t CommonParts::common(const Parts& parts, std::u32string_view text, std::size_t most) {
  for (auto length = std::min(most, text.size()); length >= kWord; --length) {
    const auto found = parts.find(std::u32string(text.substr(0, length)));
    if (found != parts.end() && found->second.count >= kMany) {
      return length;
    }
  }
  return 0;
}

}  // namespace jiheng::similarity
