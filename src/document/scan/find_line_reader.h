#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "document/scan/line_reader.h"

namespace jiheng::document {

/// Where something that reads lines is installed: the first of `folders` that holds PP-OCRv4, else
/// Tesseract with its simplified Chinese data where Debian puts it, else "".
[[nodiscard]] std::string find_line_reader(const std::vector<std::string>& folders);

/// What stands at `where`, as `find_line_reader` gave it, loaded and tried on an empty line: once
/// this returned, reading needs no file any more.
/// Errors  unavailable `scan.runtime_broken` (args: file, what is wrong).
[[nodiscard]] Result<std::unique_ptr<LineReader>> load_line_reader(const std::string& where);

}  // namespace jiheng::document
