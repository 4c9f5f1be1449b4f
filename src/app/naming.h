#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/workspace.h"
#include "base/result.h"

// `--agency` and `--project` take a code or the exact name, compared folded.
namespace jiheng::app {

/// Errors  not_found `exporting.no_such_agency`.
[[nodiscard]] Result<std::int64_t> agency_named(const Workspace& workspace, int year,
                                                const std::string& name);

/// The project of that name, of `agency` when one is given.
/// Errors  not_found `exporting.no_such_project`.
[[nodiscard]] Result<std::int64_t> project_named(const Workspace& workspace, int year,
                                                 std::optional<std::int64_t> agency,
                                                 const std::string& name);

}  // namespace jiheng::app
