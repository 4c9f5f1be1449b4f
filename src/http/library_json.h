#pragma once

#include "app/library_import.h"
#include "app/library_matching.h"
#include "app/office_library.h"
#include "http/json.h"

// The office's indicator library as the schemas of api/openapi.yaml: one function a schema.
namespace jiheng::http {

[[nodiscard]] Json library_entry_json(const app::LibraryEntry& entry, const Frames& frames);
[[nodiscard]] Json library_entry_page_json(const app::LibraryEntryPage& page, const Frames& frames);
[[nodiscard]] Json library_decision_json(const store::LibraryDecision& decision);
[[nodiscard]] Json library_import_json(const app::LibraryImport& import, bool dry_run,
                                       const Speech& say);
[[nodiscard]] Json matched_name_json(const app::MatchedName& name);
[[nodiscard]] Json match_page_json(const app::MatchPage& page);
[[nodiscard]] Json bulk_matches_json(const app::BulkMatches& bulk);

}  // namespace jiheng::http
