#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "domain/distribution.h"
#include "domain/past_row.h"

namespace jiheng::app {

/// The same indicator of another project.
struct Peer {
  std::int64_t indicator_id{};
  std::int64_t project_id{};
  std::string agency;
  std::string project;
  std::string name;
  Decimal value;
};

/// A target beside its own past and the same indicator elsewhere in its year.
///
/// Shape   `peers` by value, then as filed, the row itself not among them; `lies` and `percentile`
///         (how much of the peers aims lower) only where there are `least` of them or more. `entry`
///         is the code of the library's indicator, "" where the name is in no library and stands
///         for itself.
/// Units   every number in the row's own measure.
struct Ambition {
  store::StoredIndicator row{};
  int year{};
  std::optional<Decimal> value{};  // nothing where the target is no number: there is no more to say
  std::string entry{};
  std::string entry_name{};
  bool ceiling{};  // less is more ambitious
  std::vector<PastValue> past{};
  std::vector<Peer> peers{};
  std::int64_t least{};
  std::optional<Distribution> lies{};
  std::optional<int> percentile{};
};

/// Errors  not_found `store.no_indicator`; those of `Comparing::load` and `pack_of`.
[[nodiscard]] Result<Ambition> ambition_of(const Workspace& workspace, std::int64_t indicator);

enum class AmbitionFormat : std::uint8_t { csv, json };

/// The same of every row of a year that has a number, or of those of one agency or project; peers
/// are looked for in the whole year.
/// Errors  not_found `exporting.no_rows`.
/// Source  docs/formats/ambition.md
[[nodiscard]] Result<std::string> ambition_file(const Workspace& workspace,
                                                const store::IndicatorFilter& filter,
                                                AmbitionFormat format);

}  // namespace jiheng::app
