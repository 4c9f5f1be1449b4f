#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "store/listing.h"
#include "store/store.h"

namespace jiheng::store {

/// The current rows of a project in document order, without findings and overlays.
struct ProjectRows {
  std::int64_t id{};
  std::int64_t agency_id{};
  int year{};
  std::vector<StoredIndicator> rows{};
};

/// In the order of `projects`; those without current rows are left out.
[[nodiscard]] Result<std::vector<ProjectRows>> project_rows(
    Store& store, std::string_view region, const std::vector<std::int64_t>& projects);

}  // namespace jiheng::store
