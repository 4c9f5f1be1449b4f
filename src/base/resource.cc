#include "base/resource.h"

#include <algorithm>

namespace jiheng {

std::optional<std::string_view> find_resource(std::span<const Resource> table,
                                              std::string_view path) {
  const auto found = std::ranges::lower_bound(table, path, {}, &Resource::path);
  if (found == table.end() || found->path != path) {
    return std::nullopt;
  }
  return found->bytes;
}

}  // namespace jiheng
