#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/library_indicator.h"

namespace jiheng::similarity {

/// Which names say the same thing, so that their targets can be held against each other: equal
/// ones, and those the library gives one entry: its name, aliases and learned names. `apart` are
/// names of which a person said that they are none of the entries. Outlived by the library.
class SameThings {
 public:
  explicit SameThings(std::span<const LibraryIndicator> library,
                      std::span<const std::string> apart = {});

  /// The entry a name is the name or an alias of, nullptr where there is none.
  [[nodiscard]] const LibraryIndicator* entry_of(std::string_view name) const;

  /// One spelling for all names of a thing.
  [[nodiscard]] std::string_view thing_of(std::string_view name) const;

  /// Every name of the thing, `name` first.
  [[nodiscard]] std::vector<std::string> names_of(std::string_view name) const;

 private:
  std::map<std::string, const LibraryIndicator*, std::less<>> entries_{};
};

/// Targets in the base of their measure are comparable where the same is measured and the same way
/// is better: a ceiling is no peer of a floor.
struct Comparable {
  std::string thing;  // as `SameThings::thing_of`
  std::string base;
  bool ceiling{};

  friend auto operator<=>(const Comparable&, const Comparable&) = default;
};

/// What a row's target can be held against; nothing for a row without a number of a known measure.
[[nodiscard]] std::optional<Comparable> comparable_of(const Indicator& row,
                                                      const SameThings& things);

/// The row's target in the base of its measure; nothing where it is no number.
[[nodiscard]] std::optional<Decimal> value_of_target(const Indicator& row);

}  // namespace jiheng::similarity
