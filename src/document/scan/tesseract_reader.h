#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "document/scan/line_reader.h"

namespace jiheng::document {

/// The line reader of Tesseract 5 with its simplified Chinese data in the folder `data`; the
/// library is looked for when the program runs.
///
/// Less sure on small print than PP-OCRv4, but a package of every distribution.
/// Errors  unavailable `scan.runtime_broken` (args: file, what is wrong).
[[nodiscard]] Result<std::unique_ptr<LineReader>> tesseract_reader(const std::string& data);

}  // namespace jiheng::document
