#pragma once

#include <optional>
#include <string_view>

#include "app/workspace.h"
#include "store/filing.h"
#include "store/listing.h"

namespace jiheng::app {

/// By what a year is judged.
///
/// Shape   `run` is when it was last judged anew; nothing where every filing was judged as it came.
struct YearPack {
  packs::RulePack pack;
  std::optional<store::StoredRun> run{};
};

/// The pack a year was last judged anew by, else that of its newest filing, else the workspace's.
/// Errors  conflict `review.pack_not_here`.
[[nodiscard]] Result<YearPack> pack_of(const Workspace& workspace, std::string_view region,
                                       int year);

/// How the store types rows anew and reviews them while it writes: by this workspace's vocabulary
/// and by the pack of the rows' year, see `pack_of`. The workspace outlives what is returned.
[[nodiscard]] Result<store::Hooks> hooks_of(const Workspace& workspace, std::string_view region);

/// The same with one pack, which outlives what is returned, too.
[[nodiscard]] Result<store::Hooks> hooks_by(const Workspace& workspace,
                                            const packs::RulePack& pack);

/// A year judged anew: by which pack, and the findings that stand.
struct JudgedYear {
  packs::RulePack pack;
  store::Counts findings{};
};

/// Judges a year anew by a pack, "" by the one it is judged by; from then on that is the year's.
/// First the whole year is looked at, so that rules across agencies know it.
/// Errors  not_found `packs.no_rule_pack`; those of `pack_of` and `store::Store::review_year`.
[[nodiscard]] Result<JudgedYear> judge_year(const Workspace& workspace, int year,
                                            std::string_view pack,
                                            const store::YearWatch& watch = {});

}  // namespace jiheng::app
