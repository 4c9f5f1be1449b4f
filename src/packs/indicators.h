#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "packs/pack_problems.h"
#include "packs/pack_sources.h"

namespace jiheng::packs {

/// One indicator of packs/library/*.toml, as written.
///
/// Shape   `common` is the file's: its indicators fit projects of every sector; `where` is
///         "path:line".
struct LibraryIndicatorData {
  std::string code;
  std::string name;
  std::vector<std::string> aliases{};
  std::string sector{};
  std::string role{};
  std::string measure{};
  std::string direction{};
  bool bounded{};
  std::string meaning{};
  std::string formula{};
  std::string source{};
  std::string evidence{};
  std::string method{};
  std::string scoring{};
  std::vector<std::string> targets{};
  bool common{};
  std::string agency{};  // an office's own indicators only: packs are everybody's
  std::string where{};
};

/// The indicators inside the program, by file name, then in the order of the file. They are parsed
/// at each call: ask once.
/// Errors  invalid_input with "file:line" as where: `packs.indicator_incomplete` without code or
///         name; `packs.code_twice`; `packs.name_twice` when two spellings of one or two indicators
///         (names and aliases, folded) are the same; those of the TOML reader.
[[nodiscard]] Result<std::vector<LibraryIndicatorData>> load_builtin_indicators();

/// The indicators of all these files of packs/library that can be read; what is wrong is noted.
[[nodiscard]] std::vector<LibraryIndicatorData> read_indicator_files(const Files& files,
                                                                     PackProblems& problems);

/// The same, with the files of a folder laid over them.
/// Errors  also not_found `packs.no_folder`; unavailable `packs.cannot_read`.
[[nodiscard]] Result<std::vector<LibraryIndicatorData>> load_indicators(
    const std::filesystem::path& folder);

}  // namespace jiheng::packs
