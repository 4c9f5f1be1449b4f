#pragma once

#include <string>
#include <string_view>

#include "app/reading.h"
#include "packs/library.h"

namespace jiheng::app {

/// What reading one document found and could not read, as one line of JSON.
///
/// Shape   keys in a fixed order: source, format, encoding, sha256, pages, title, year, form, rows,
///         indicators, repeated, doubtful, unread, repairs, tables, notes, notices. `notes` holds
///         every row that became no indicator or a doubtful one, with place, fate and reason.
[[nodiscard]] std::string reading_report(const Reading& reading, const packs::Catalogue& catalogue,
                                         packs::Language language);

/// The same line for a document that could not be read: source, error, where, sentence.
[[nodiscard]] std::string reading_report(std::string_view source, const Error& error,
                                         const packs::Catalogue& catalogue,
                                         packs::Language language);

}  // namespace jiheng::app
