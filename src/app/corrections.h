#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/workspace.h"
#include "base/result.h"
#include "store/corrections.h"
#include "store/listing.h"

// What persons say of doubtful rows and of columns: remembered for the region, used by every
// reading, never deleted. `region` is nine digits, or "" for `region_of`.
namespace jiheng::app {

/// Where a correction was made, as the person saw it.
struct SeenIn {
  std::string document_name{};
  std::string document_hash{};
  std::string place{};
  std::string text{};  // the row's
};

/// A decision about a doubtful row.
///
/// Shape   `key` is the row's; `seen` what was read, as shown; `readings` what it reads instead,
///         for a corrected row alone. Texts as typed: they are folded here.
struct RowDecision {
  std::string region{};
  std::string key{};
  Verdict verdict{};
  std::vector<RowReading> seen{};
  std::vector<RowReading> readings{};
  SeenIn in{};
};

/// What a column of a layout holds; `column` from 0, `head` its texts, `before` its role as read.
struct ColumnDecision {
  std::string region{};
  std::string layout{};
  std::int64_t column{};
  std::string head{};
  Column before{Column::other};
  Column role{Column::other};
  SeenIn in{};
};

/// Errors  invalid_input `filing.bad_region`, `corrections.bad_key`, `corrections.no_reading`,
///         `corrections.no_name`, `corrections.several_values`; those of the store.
[[nodiscard]] Result<store::Correction> decide_row(const Workspace& workspace,
                                                   const RowDecision& decision);

/// Errors  invalid_input `filing.bad_region`, `corrections.bad_layout`, `corrections.bad_column`;
///         those of the store.
[[nodiscard]] Result<store::Correction> map_column(const Workspace& workspace,
                                                   const ColumnDecision& decision);

/// Ends a correction; it stays in the list as history.
/// Errors  those of `store::Store::take_back`.
[[nodiscard]] Result<store::Correction> take_back(const Workspace& workspace,
                                                  const std::string& region, std::int64_t id);

/// Newest first; `filter.region` may be "".
[[nodiscard]] Result<store::Page<store::Correction>> list_corrections(
    const Workspace& workspace, store::CorrectionFilter filter, std::string_view cursor,
    std::int64_t limit);

/// Filed rows in doubt with what the whole queue holds; `filter.region` may be "".
struct DoubtPage {
  store::Page<store::StoredDoubt> page{};
  store::DoubtCounts counts{};
};

[[nodiscard]] Result<DoubtPage> list_doubts(const Workspace& workspace, store::DoubtFilter filter,
                                            std::string_view cursor, std::int64_t limit);

}  // namespace jiheng::app
