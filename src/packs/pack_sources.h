#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace jiheng::packs {

/// TOML files by their path, "packs/…".
using Files = std::map<std::string, std::string, std::less<>>;

/// Which of them are wanted: bytes of the others are neither read nor copied.
using Wanted = bool (*)(std::string_view path);

/// The files inside the program.
[[nodiscard]] Files builtin_files(Wanted wanted);

/// The same, with the files of a folder laid over them: the same relative path replaces.
/// Errors  not_found `packs.no_folder`; unavailable `packs.cannot_read`.
[[nodiscard]] Result<Files> files_with(const std::filesystem::path& folder, Wanted wanted);

}  // namespace jiheng::packs
