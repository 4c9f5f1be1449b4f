#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/reading.h"
#include "domain/library_indicator.h"
#include "domain/library_match.h"
#include "packs/library.h"
#include "similarity/library_matcher.h"
#include "store/library.h"

namespace jiheng::app {

/// The indicator library of the program, or with that of a folder laid over it ("" for none).
/// Errors  those of `packs::load_indicators` and `make_library_indicators`.
[[nodiscard]] Result<std::vector<LibraryIndicator>> load_library(const std::string& folder,
                                                                 const Vocabulary& vocabulary);

/// Keeps the indicators of one sector.
/// Errors  not_found `library.no_sector` (args: the sector, those there are).
[[nodiscard]] Result<std::vector<LibraryIndicator>> of_sector(std::vector<LibraryIndicator> library,
                                                              const std::string& sector);

enum class LibraryFormat { csv, json, xlsx };

/// The library as a file.
/// Errors  unavailable `report.not_written`.
[[nodiscard]] Result<std::string> library_file(std::span<const LibraryIndicator> library,
                                               LibraryFormat format,
                                               const packs::Catalogue& catalogue,
                                               packs::Language language);

/// The rows of a document, and for each the library entries it may mean, most confident first.
struct MatchedReading {
  std::string source;
  std::vector<Indicator> rows{};
  std::vector<std::vector<LibraryMatch>> matches{};
};

/// What entries a row may mean is asked of `matcher`; a row whose name persons said to be none of
/// them has none (`confirmed` may be nullptr).
struct MatchingMeans {
  const similarity::LibraryMatcher& matcher;
  const Frames& frames;
  similarity::Nearness nearness{};
  const store::ConfirmedEntries* confirmed{};
};

[[nodiscard]] MatchedReading match_reading(Reading reading, const MatchingMeans& means);

enum class MatchFormat { csv, jsonl };

/// What stands before the first document: the CSV header, or nothing.
[[nodiscard]] std::string match_header(MatchFormat format);
[[nodiscard]] std::string match_lines(const MatchedReading& matched,
                                      std::span<const LibraryIndicator> library,
                                      MatchFormat format);

}  // namespace jiheng::app
