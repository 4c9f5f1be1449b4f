#include "rules/word_list.h"

#include <algorithm>
#include <utility>

namespace jiheng::rules {
namespace {

std::size_t byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

/// How many bytes the character at `at` takes; ill-formed bytes count one.
std::size_t step(std::string_view text, std::size_t at) {
  const auto lead = byte_at(text, at);
  const std::size_t bytes = lead < 0xC0 ? 1 : (lead < 0xE0 ? 2 : (lead < 0xF0 ? 3 : 4));
  return std::min(bytes, text.size() - at);
}

std::size_t bucket(std::string_view text, std::size_t at) {
  std::size_t mixed = 0;
  for (std::size_t i = 0; i < step(text, at); ++i) {
    mixed = mixed * 31 + byte_at(text, at + i);
  }
  return mixed % 1024;
}

}  // namespace

WordList::WordList(std::vector<std::string> words) : words_(std::move(words)) {
  std::erase(words_, std::string());
  std::ranges::stable_sort(words_,
                           [](const auto& a, const auto& b) { return a.size() > b.size(); });
  for (const std::string_view word : words_) {
    heads_.set(bucket(word, 0));
    tails_.set(byte_at(word, word.size() - 1));
  }
}

std::string_view WordList::ending(std::string_view text) const {
  if (text.empty() || !tails_.test(byte_at(text, text.size() - 1))) {
    return {};
  }
  for (const std::string_view word : words_) {
    if (text.ends_with(word)) {
      return word;
    }
  }
  return {};
}

std::string_view WordList::beginning(std::string_view text) const {
  if (text.empty() || !heads_.test(bucket(text, 0))) {
    return {};
  }
  for (const std::string_view word : words_) {
    if (text.starts_with(word)) {
      return text.substr(0, word.size());
    }
  }
  return {};
}

std::string_view WordList::containing(std::string_view text) const {
  for (std::size_t at = 0; at < text.size(); at += step(text, at)) {
    if (const auto word = beginning(text.substr(at)); !word.empty()) {
      return word;
    }
  }
  return {};
}

bool WordList::has(std::string_view text) const {
  return std::ranges::find(words_, text) != words_.end();
}

}  // namespace jiheng::rules
