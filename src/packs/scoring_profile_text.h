#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "packs/scoring_profile.h"

namespace jiheng::packs {

/// One key of a profile as a pack file spells it: `execution.points`, `10`.
///
/// Shape   `key` with dots for tables, `value` in TOML, lists of tables in one line; "" where the
///         profile has none.
struct Setting {
  std::string key;
  std::string value;

  friend bool operator==(const Setting&, const Setting&) = default;
};

/// Everything a profile says after inheritance, in the order of a pack file. Two profiles that
/// score alike for the same reasons have equal settings.
[[nodiscard]] std::vector<Setting> settings_of(const ScoringProfile& profile);

/// The same as the text of a pack file that inherits from nothing; equal profiles give equal bytes.
/// Source  docs/formats/scoring-profile.md
[[nodiscard]] std::string profile_text(const ScoringProfile& profile);

/// Reads what `profile_text` wrote; `path` is what errors name.
/// Errors  those of `read_scoring_profiles`.
[[nodiscard]] Result<ScoringProfile> read_profile_text(std::string_view text,
                                                       std::string_view path);

/// A profile with some of its keys changed.
///
/// Shape   a value is TOML, or a bare word (linear); "" takes the key away. The last of one key
///         counts. `id` cannot be changed.
/// Errors  invalid_input with the key as where: `packs.unknown_key`, and what reading a pack file
///         would refuse; where is "" when no single key is at fault.
[[nodiscard]] Result<ScoringProfile> changed_profile(const ScoringProfile& profile,
                                                     std::span<const Setting> changes);

}  // namespace jiheng::packs
