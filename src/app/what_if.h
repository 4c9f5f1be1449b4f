#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/score_inputs.h"
#include "app/score_movement.h"
#include "app/workspace.h"
#include "packs/scoring_profile_text.h"

namespace jiheng::app {

/// What would be, if points were given otherwise.
///
/// Shape   of a kept run's inputs, or where `source.run` is 0 of the database. The profile before
///         is the run's own, else `profile`; after it is `other` with `changes`, where `other` ""
///         is the profile before. Nothing is kept.
struct WhatIf {
  ScoreSource source{};
  std::string profile{};
  std::string other{};
  std::vector<packs::Setting> changes{};
  std::size_t limit{100};
};

/// Shape   `changes` are the keys that differ, with their values before and after.
struct ChangedSetting {
  std::string key;
  std::string before;
  std::string after;
};

struct WhatIfAnswer {
  packs::ScoringProfile before;
  packs::ScoringProfile after;
  std::vector<ChangedSetting> changes{};
  Movements movements{};
};

/// Errors  invalid_input with the key as where, see `packs::changed_profile`; not_found
///         `packs.no_scoring_profile`; those of `each_input`.
[[nodiscard]] Result<WhatIfAnswer> what_if(const Workspace& workspace, const WhatIf& question,
                                           const LongWork& work = {});

/// The projects that move as a CSV file, for a spreadsheet: `agency,project,before,grade_before,
/// after,grade_after,by,indicators,cause`, the last in words of `language`.
[[nodiscard]] std::string movements_csv(const Movements& movements,
                                        const packs::Catalogue& catalogue,
                                        packs::Language language);

}  // namespace jiheng::app
