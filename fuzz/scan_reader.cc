// A picture is read as it is, small enough to be fast. Anything else becomes ink on a page: a
// rectangle for every five bytes. Lines are read by a reader that makes characters of shades.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "document/pages/grid.h"
#include "document/pdf/page_picture.h"
#include "document/pdf/pdf_pages.h"
#include "document/scan/picture_format.h"
#include "document/scan/scan_page.h"
#include "document/scan/scan_reading.h"
#include "document_rows.h"

namespace {

using namespace jiheng;
using namespace jiheng::document;

/// Characters, how sure they are and how many of them all follow from the picture alone.
class ShadeReader final : public LineReader {
 public:
  [[nodiscard]] std::vector<ReadCharacter> read(const GrayPicture& line) override {
    constexpr std::array kPoints{U'甲', U'指', U'标', U'一', U'≥', U'＝', U' ', U'9', U'%', U'—'};
    constexpr float kShades = 255;
    std::vector<ReadCharacter> result;
    const int step = std::max(1, line.height * 2 / 3);
    for (int x = step / 2; x < line.width; x += step) {
      const auto shade = line.at(x, line.height / 2);
      result.push_back({kPoints.at(shade % kPoints.size()), static_cast<float>(x),
                        static_cast<float>(shade) / kShades});
    }
    // Some lines say nothing.
    return result.size() % 7 == 6 ? std::vector<ReadCharacter>{} : result;
  }

  [[nodiscard]] std::string_view name() const override {
    return "shades";
  }
};

/// Reads pages of pictures that are small; the others are painted small and no more.
void read_picture(std::string_view bytes) {
  constexpr std::size_t kPages = 3;
  constexpr int kMostPixels = 600'000;
  constexpr int kThumbnail = 100;
  auto pages = PdfPages::open(bytes);
  if (!pages || static_cast<std::size_t>(pages->count()) > kPages) {
    return;
  }
  for (int number = 1; number <= pages->count(); ++number) {
    const auto page = pages->page(number);
    if (!page) {
      return;
    }
    const double high = static_cast<double>(page->height) / std::max(page->width, Length{1});
    if (page->scan_pixels * (page->scan_pixels * high) > kMostPixels) {
      static_cast<void>(page_picture(bytes, number, kThumbnail));
      return;
    }
  }
  const ContentReader read = [](std::string_view picture, const Limits& limits, RowTaker* taker) {
    ShadeReader reader;
    return read_with_scans(picture, limits, ScanReading{reader}, taker);
  };
  fuzz::read_document(bytes, {}, read);
}

/// The next byte; zeros after the last.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] bool empty() const {
    return at_ >= bytes_.size();
  }

  int next() {
    return empty() ? 0 : static_cast<std::uint8_t>(bytes_[at_++]);
  }

 private:
  std::string_view bytes_;
  std::size_t at_{};
};

/// A page of up to 4 × 255 pixels a side; places count four of them, sides of rectangles one.
GrayPicture inked(Bytes bytes) {
  constexpr int kStep = 4;
  constexpr std::uint8_t kPaper = 250;
  const int width = std::max(1, bytes.next() * kStep);
  const int height = std::max(1, bytes.next() * kStep);
  auto page = picture_of({0, 0, width, height}, [](int, int) { return kPaper; });
  while (!bytes.empty()) {
    const int left = bytes.next() * kStep;
    const int top = bytes.next() * kStep;
    // From half the range on a side goes on to the edge of long rules.
    const auto side = [&] {
      constexpr int kLong = 128;
      const int said = bytes.next();
      return said < kLong ? said : (said - kLong) * kStep * 2;
    };
    const int right = std::min(width, left + side());
    const int bottom = std::min(height, top + side());
    const auto shade = static_cast<std::uint8_t>(bytes.next());
    for (int y = top; y < bottom; ++y) {
      for (int x = left; x < right; ++x) {
        page.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                    static_cast<std::size_t>(x)] = shade;
      }
    }
  }
  return page;
}

/// Stops where a glyph is turned around or surer than sure; its place on the picture must be one.
void read_ink(std::string_view bytes) {
  constexpr Page kA4{.number = 1, .width = 59'528, .height = 84'189};
  ShadeReader reader;
  LineMemory memory;
  const auto scanned = read_scan(inked(Bytes(bytes)), kA4, reader, memory);
  for (const auto& glyph : scanned.page.glyphs) {
    const auto there = on_picture({.page = 1,
                                   .left = glyph.left,
                                   .top = glyph.top,
                                   .right = glyph.right,
                                   .bottom = glyph.bottom},
                                  scanned.standing);
    if (glyph.left > glyph.right || glyph.top > glyph.bottom || glyph.sure > 100 ||
        there.left > there.right || there.top > there.bottom) {
      std::abort();
    }
  }
  static_cast<void>(take_apart(scanned.page));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (picture_format(bytes)) {
    read_picture(bytes);
  } else {
    read_ink(bytes);
  }
  return 0;
}
