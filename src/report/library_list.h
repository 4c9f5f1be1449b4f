#pragma once

#include <array>
#include <span>
#include <string>

#include "base/result.h"
#include "domain/library_indicator.h"
#include "packs/library.h"

namespace jiheng::report {

/// The indicator library as data, in its order.
///
/// Shape   the members of an indicator in packs/library under their names there, `common`, and what
///         only an office's own entries have: `agency`, `retired`, `learned`; aliases, targets and
///         learned names are joined with "；" in csv and stay lists in json.
/// Source  docs/formats/library.md
[[nodiscard]] std::string library_csv(std::span<const LibraryIndicator> library);
[[nodiscard]] std::string library_json(std::span<const LibraryIndicator> library);

/// The same for people: heads and words in their language, with a filter row.
/// Errors  unavailable `report.not_written`.
[[nodiscard]] Result<std::string> library_xlsx(std::span<const LibraryIndicator> library,
                                               const packs::Catalogue& catalogue,
                                               packs::Language language);

}  // namespace jiheng::report
