#include "app/library.h"

#include <algorithm>

#include "report/library_list.h"
#include "report/library_matches.h"

namespace jiheng::app {

Result<std::vector<LibraryIndicator>> load_library(const std::string& folder,
                                                   const Vocabulary& vocabulary) {
  if (folder.empty()) {
    // The server asks at every request, and what is inside the program never changes.
    static const auto builtin = packs::load_builtin_indicators();
    return builtin ? make_library_indicators(*builtin, vocabulary)
                   : tl::unexpected(builtin.error());
  }
  JH_TRY(const auto data, packs::load_indicators(folder));
  return make_library_indicators(data, vocabulary);
}

Result<std::vector<LibraryIndicator>> of_sector(std::vector<LibraryIndicator> library,
                                                const std::string& sector) {
  std::vector<std::string> sectors;
  for (const auto& indicator : library) {
    if (std::ranges::find(sectors, indicator.sector) == sectors.end()) {
      sectors.push_back(indicator.sector);
    }
  }
  if (std::ranges::find(sectors, sector) == sectors.end()) {
    std::string there_are;
    for (const auto& one : sectors) {
      there_are += (there_are.empty() ? "" : "、") + one;
    }
    return fail(ErrorCode::not_found, {"library.no_sector", {sector, there_are}});
  }
  std::erase_if(library, [&](const auto& indicator) { return indicator.sector != sector; });
  return library;
}

Result<std::string> library_file(std::span<const LibraryIndicator> library, LibraryFormat format,
                                 const packs::Catalogue& catalogue, packs::Language language) {
  switch (format) {
    case LibraryFormat::csv:
      return report::library_csv(library);
    case LibraryFormat::json:
      return report::library_json(library);
    case LibraryFormat::xlsx:
      break;
  }
  return report::library_xlsx(library, catalogue, language);
}

MatchedReading match_reading(Reading reading, const MatchingMeans& means) {
  MatchedReading matched{.source = std::move(reading.source),
                         .rows = std::move(reading.intake.indicators)};
  for (const auto& row : matched.rows) {
    if (means.confirmed != nullptr && means.confirmed->of_name(row.name) == "") {
      matched.matches.emplace_back();
      continue;
    }
    matched.matches.push_back(
        means.matcher.match({.name = row.name,
                             .role = means.frames.role(row.level1, row.level2),
                             .measured = row.measured,
                             .whose = {row.agency, row.project}},
                            means.nearness));
  }
  return matched;
}

std::string match_header(MatchFormat format) {
  return format == MatchFormat::csv ? report::matches_csv_header() : "";
}

std::string match_lines(const MatchedReading& matched, std::span<const LibraryIndicator> library,
                        MatchFormat format) {
  const report::MatchedRows rows{.source = matched.source,
                                 .rows = matched.rows,
                                 .matches = matched.matches,
                                 .library = library};
  return format == MatchFormat::csv ? report::matches_csv(rows) : report::matches_jsonl(rows);
}

}  // namespace jiheng::app
