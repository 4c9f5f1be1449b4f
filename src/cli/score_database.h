#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>

#include "app/review.h"
#include "cli/command.h"

namespace jiheng::cli {

/// Which scores of a database: a year's, or a kept run's.
struct DatabaseScores {
  std::string database{};
  int year{};
  std::string agency{};
  std::string profile{};  // "" is the default one, or the run's own
  std::string as_of{};
  bool keep{};
  std::int64_t run{};
};

void add_database_scores(CLI::App& command, DatabaseScores& options);

/// True when any option speaks of a database.
[[nodiscard]] bool is_asked(const DatabaseScores& options);

/// Writes the scores in the shapes of documents' scores; `packs` is a folder, or "". A run is
/// computed again, too: `partly` where that does not give the stored bytes; `interrupted` where
/// somebody stopped it, and then what was written is of no use.
/// Errors  invalid_input `cli.score_needs_year`, `cli.bad_day`; those of app/score_keeping.h.
[[nodiscard]] Result<Exit> score_database(const DatabaseScores& options, const std::string& packs,
                                          app::ReviewFormat format, std::ostream& out,
                                          Context& context);

}  // namespace jiheng::cli
