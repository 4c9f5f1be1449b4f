#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "document/scan/line_reader.h"
#include "document/scan/picture.h"

namespace jiheng::document {

/// Remembers how lines were read: a table says the same few words on every page, and reading is
/// what costs.
///
/// Two lines are the same when their ink, brought to one height, differs nowhere by more than noise
/// does. Holds a document's lines; the first reading stays.
class LineMemory {
 public:
  /// The line's ink brought to one height; what is remembered and compared.
  struct Look {
    int width{};
    std::vector<std::uint8_t> points{};
    std::array<std::uint16_t, 16> sums{};  // of its sixteen upright stripes
  };

  /// `ink` is trimmed to the line, black on white.
  [[nodiscard]] static Look look_at(const GrayPicture& ink);

  /// How the same line was read before, its places scaled to `width` pixels; null when it was not.
  [[nodiscard]] const std::vector<ReadCharacter>* find(const Look& look) const;

  void remember(Look look, std::vector<ReadCharacter> read);

 private:
  struct Entry {
    Look look;
    std::vector<ReadCharacter> read;
  };

  std::map<int, std::vector<Entry>> by_width_{};
};

}  // namespace jiheng::document
