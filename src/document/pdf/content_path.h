#pragma once

#include <mupdf/fitz.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "document/pdf/page_marks.h"

namespace jiheng::document {

/// A path while it is built, in the space of its own.
class ContentPath {
 public:
  void move_to(fz_point point);
  /// Without a current point lines and curves are nothing.
  void line_to(fz_point point);
  void curve_to(fz_point first, fz_point second, fz_point end);
  void rectangle(fz_point corner, float width, float height);
  void close();
  void clear();

  [[nodiscard]] bool empty() const {
    return pieces_.empty();
  }

  [[nodiscard]] fz_point current() const {
    return current_;
  }

  /// Leaves its rules on the page.
  void paint(PageMarks& marks, const fz_matrix& page, bool filled) const;

  /// The smallest rectangle around it on the page.
  [[nodiscard]] fz_rect bounds(const fz_matrix& page) const;

 private:
  enum class Kind : std::uint8_t { move, line, curve, close };

  /// Shape   `first` and `second` guide a curve.
  struct Piece {
    Kind kind{};
    fz_point end{};
    fz_point first{};
    fz_point second{};
  };

  std::vector<Piece> pieces_{};
  fz_point current_{};
  fz_point start_{};
};

}  // namespace jiheng::document
