#pragma once

#include <string>
#include <string_view>

#include "document/document.h"
#include "document/pdf/page_picture.h"

namespace jiheng::app {

/// The only argument of a program that was started to read documents. No command: people never
/// type it.
inline constexpr std::string_view kReaderMark = "reader-process";

/// What such a program does: gives up all it does not need, then reads and paints what comes over
/// its standard input, a socket, until that is closed. Gives the exit code.
///
/// `line_reader` says where what reads scans is installed (see `document::find_line_reader`), ""
/// for nowhere: it is loaded before everything is given up.
[[nodiscard]] int run_reader(const std::string& line_reader = "",
                             const document::ContentReader& reader = document::read_content,
                             const document::PagePainter& painter = {});

}  // namespace jiheng::app
