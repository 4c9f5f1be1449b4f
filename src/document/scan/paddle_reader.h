#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "document/scan/line_reader.h"

namespace jiheng::document {

/// The line reader of PP-OCRv4, run by ONNX Runtime.
///
/// `folder` holds `libonnxruntime.so.1`, `rec.onnx` and `keys.txt` (a character a line), which
/// `./start --with-ocr` puts there.
/// Errors  unavailable: `scan.runtime_broken` (args: file, what is wrong).
[[nodiscard]] Result<std::unique_ptr<LineReader>> paddle_reader(const std::string& folder);

}  // namespace jiheng::document
