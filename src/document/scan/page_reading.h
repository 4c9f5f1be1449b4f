#pragma once

#include <optional>
#include <vector>

#include "document/scan/comparator_shapes.h"
#include "document/scan/line_memory.h"
#include "document/scan/line_reader.h"
#include "document/scan/page_ink.h"
#include "document/scan/page_rules.h"

namespace jiheng::document {

/// A line as it is read.
///
/// Shape   `ink` is as large as the line, black on white; `gray` has `beside` pixels more left and
///         right of it, and some more above and below.
struct LinePicture {
  GrayPicture gray{};
  GrayPicture ink{};
  int beside{};
};

/// Pixels left white around a line `height` high: a reader of lines sees worse without, and a wider
/// margin makes it confuse % with 8.
struct LineMargin {
  explicit LineMargin(int height);

  int above;
  int beside;
};

/// Its characters, their places from the line's left side.
[[nodiscard]] std::vector<ReadCharacter> read_line(const LinePicture& line, LineReader& reader);

/// What is printed in a box, black on white.
[[nodiscard]] GrayPicture ink_in(const RuledInk& ruled, const PixelBox& box);

/// A line and `margin` around it, its sides in pixels, without what stands in the margin.
[[nodiscard]] GrayPicture picture_around(const PageInk& ink, const RuledInk& ruled,
                                         const PixelBox& line, const PixelBox& margin);

/// Reads the lines of one page; what it is given outlives it.
class PageReading {
 public:
  PageReading(const PageInk& ink, const RuledInk& ruled, LineReader& reader, LineMemory& memory)
      : ink_(ink), ruled_(ruled), reader_(reader), memory_(memory) {}

  /// The characters of a line, their places in pixels of the page.
  [[nodiscard]] std::vector<ReadCharacter> read(const PixelBox& line);

 private:
  [[nodiscard]] std::optional<ComparatorShape> lone_comparator(const GrayPicture& ink,
                                                               const PixelBox& line) const;

  const PageInk& ink_;
  const RuledInk& ruled_;
  LineReader& reader_;
  LineMemory& memory_;
};

}  // namespace jiheng::document
