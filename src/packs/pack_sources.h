#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace jiheng::packs {

/// The text of a pack file, and the path a person knows it by: inside the program "packs/…", in a
/// folder as the folder was named.
struct PackSource {
  std::string path;
  std::string bytes;
};

/// TOML files by their path, "packs/…".
using Files = std::map<std::string, PackSource, std::less<>>;

/// Which of them are wanted: bytes of the others are neither read nor copied.
using Wanted = bool (*)(std::string_view path);

/// The files inside the program.
[[nodiscard]] Files builtin_files(Wanted wanted);

/// The same, with the files of a folder laid over them: the same relative path replaces.
/// Errors  not_found `packs.no_folder`; unavailable `packs.cannot_read`.
[[nodiscard]] Result<Files> files_with(const std::filesystem::path& folder, Wanted wanted);

/// The files of a folder alone, whatever they are about.
/// Errors  those of `files_with`.
[[nodiscard]] Result<Files> files_in(const std::filesystem::path& folder);

}  // namespace jiheng::packs
