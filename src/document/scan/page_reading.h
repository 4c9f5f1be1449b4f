#pragma once

#include <optional>
#include <vector>

#include "document/scan/comparator_shapes.h"
#include "document/scan/line_memory.h"
#include "document/scan/line_reader.h"
#include "document/scan/page_ink.h"
#include "document/scan/page_rules.h"

namespace jiheng::document {

/// Reads the lines of one page; what it is given outlives it.
class PageReading {
 public:
  PageReading(const PageInk& ink, const RuledInk& ruled, LineReader& reader, LineMemory& memory)
      : ink_(ink), ruled_(ruled), reader_(reader), memory_(memory) {}

  /// The characters of a line, their places in pixels of the page.
  [[nodiscard]] std::vector<ReadCharacter> read(const PixelBox& line);

 private:
  [[nodiscard]] GrayPicture ink_in(const PixelBox& line) const;
  /// The line and a margin around it, without what stands in the margin.
  [[nodiscard]] GrayPicture picture_around(const PixelBox& line, int above, int beside) const;
  /// Characters with places from the line's left side.
  [[nodiscard]] std::vector<ReadCharacter> read_anew(const PixelBox& line);
  [[nodiscard]] std::optional<ComparatorShape> lone_comparator(const GrayPicture& ink,
                                                               const PixelBox& line) const;

  const PageInk& ink_;
  const RuledInk& ruled_;
  LineReader& reader_;
  LineMemory& memory_;
};

}  // namespace jiheng::document
