#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>

#include "document/archive.h"
#include "document/document.h"

namespace jiheng::app {

/// Who reads documents and unpacks archives: this process, or others.
///
/// Each function makes a reader that gives up as soon as `stop` is asked for; what it was reading
/// is then the Error unavailable `document.given_up`.
struct Readers {
  std::function<document::ContentReader(std::stop_token stop)> reader;
  std::function<document::Unpacker(std::stop_token stop)> unpacker;
};

/// In this process, where a bad document is felt and nothing can be given up: for tests. The
/// program uses `isolated_readers`.
[[nodiscard]] Readers readers_here();

/// Whether pages that are pictures of print are read: where something is installed that can, never,
/// or all pages with text too.
enum class Ocr : std::uint8_t { automatic, never, always };

/// Makes what reads `jobs` documents at once.
using MakeReaders = std::function<Readers(unsigned jobs, Ocr ocr)>;

}  // namespace jiheng::app
