#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/workspace.h"
#include "base/result.h"
#include "domain/waiver.h"

namespace jiheng::app {

using store::StoredWaiver;
using store::WaiverFilter;

/// What a person says of a finding: it may stand for this reason, or the rule is wrong here.
struct Aside {
  std::int64_t indicator{};  // the row, or the project's first row where it is about the project
  std::int64_t revision{};   // of that row, as the caller has seen it
  std::string rule;
  std::optional<bool> of_project{};  // as in `store::NewWaiver`
  WaiverKind kind{};
  std::string reason;
};

/// Sets a finding aside; it comes back when the cells it is about change.
/// Errors  invalid_input `waiving.no_reason`, `waiving.reason_too_long`; those of
///         `store::Store::waive`.
[[nodiscard]] Result<std::int64_t> set_aside(const Workspace& workspace, const Aside& aside);

/// Errors  those of `store::Store::end_waiver`.
[[nodiscard]] Result<void> take_back_waiver(const Workspace& workspace, std::int64_t waiver);

/// Which part of a list.
struct ListPart {
  std::string cursor{};
  std::int64_t limit{200};
};

/// Newest first; the filter's region is the workspace's. Errors  those of
/// `store::Store::list_waivers`.
[[nodiscard]] Result<store::Page<StoredWaiver>> list_waivers(const Workspace& workspace,
                                                             WaiverFilter filter,
                                                             const ListPart& part);

/// The same as a CSV file, for a spreadsheet.
/// Source  docs/formats/waivers.md
[[nodiscard]] Result<std::string> waivers_csv(const Workspace& workspace, int year,
                                              std::string_view rule, bool ended,
                                              packs::Language language);

}  // namespace jiheng::app
