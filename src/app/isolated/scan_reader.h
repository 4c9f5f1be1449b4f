#pragma once

#include <string>

#include "app/readers.h"

namespace jiheng::app {

/// Where what reads scans is installed: the folder that JIHENG_OCR names, `ocr` beside the program
/// or beside its folder, else Tesseract's; "" when nowhere (see `document::find_line_reader`).
[[nodiscard]] std::string installed_line_reader();

/// Documents read and archives unpacked by `processes` processes, scanned pages too where `ocr`
/// says so and something that reads them is installed. What reads scans is loaded when the first
/// scan comes.
///
/// A document whose scans cannot be read is given without them, with a notice: `scan.no_reader`
/// (nothing is installed), else the reason. With `Ocr::always` that is an Error: unavailable
/// `scan.no_reader`, or the reason.
[[nodiscard]] Readers isolated_readers(unsigned processes, Ocr ocr = Ocr::automatic);

}  // namespace jiheng::app
