#pragma once

#include "document/scan/line_reader.h"

namespace jiheng::document {

/// How pages that are pictures of print are read.
struct ScanReading {
  LineReader& reader;
  /// Also pages that have text, as if they had none: for files whose text is not what they show.
  bool all_pages{};
};

}  // namespace jiheng::document
