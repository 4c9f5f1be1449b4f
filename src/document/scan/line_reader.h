#pragma once

#include <string_view>
#include <vector>

#include "document/scan/picture.h"

namespace jiheng::document {

/// One character read from the picture of a line.
struct ReadCharacter {
  char32_t point{};
  /// The middle of what told it, in pixels from the picture's left side.
  float x{};
  /// How sure it is, 0 … 1.
  float confidence{};
};

/// Reads the picture of one printed line: dark on light, nothing but the line and a little margin.
///
/// Shape   characters from left to right; blanks between words are characters. Nothing where the
///         picture shows no text.
/// One thread at a time.
class LineReader {
 public:
  LineReader() = default;
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;
  LineReader(LineReader&&) = delete;
  LineReader& operator=(LineReader&&) = delete;
  virtual ~LineReader() = default;

  [[nodiscard]] virtual std::vector<ReadCharacter> read(const GrayPicture& line) = 0;

  /// Whether the places of its characters are so even that a gap means one was left out.
  [[nodiscard]] virtual bool has_even_places() const {
    return false;
  }

  /// What it is, for the reading report: "PP-OCRv4", "Tesseract".
  [[nodiscard]] virtual std::string_view name() const = 0;
};

}  // namespace jiheng::document
