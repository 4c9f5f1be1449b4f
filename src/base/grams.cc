#include "base/grams.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"

namespace jiheng {

std::vector<std::string> grams(std::string_view text) {
  const std::string key = search_key(text);
  std::vector<std::string> found;
  std::size_t previous = 0;
  std::size_t at = key.empty() ? 0 : decode_point(key, 0).bytes;
  if (at == key.size()) {
    return key.empty() ? found : std::vector<std::string>{key};
  }
  while (at < key.size()) {
    const std::size_t next = at + decode_point(key, at).bytes;
    found.push_back(key.substr(previous, next - previous));
    previous = at;
    at = next;
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace jiheng
