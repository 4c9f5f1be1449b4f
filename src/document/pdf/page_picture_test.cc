#include "document/pdf/page_picture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <mupdf/fitz.h>

#include <memory>

#include "document/document.h"
#include "pdf_maker.h"

namespace jiheng::document {
namespace {

using testing::SizeIs;

/// A picture taken apart again.
struct Pixels {
  int width{};
  int height{};
  int components{};
  std::vector<unsigned char> samples{};

  [[nodiscard]] bool is_dark(int x, int y) const {
    const auto at = static_cast<std::size_t>((y * width + x) * components);
    return samples.at(at) < 128;
  }
};

Pixels pixels_of(const std::string& png) {
  auto* context = fz_new_context(nullptr, nullptr, FZ_STORE_DEFAULT);
  auto* buffer = fz_new_buffer_from_shared_data(
      context, reinterpret_cast<const unsigned char*>(png.data()), png.size());
  auto* image = fz_new_image_from_buffer(context, buffer);
  auto* map = fz_get_pixmap_from_image(context, image, nullptr, nullptr, nullptr, nullptr);
  Pixels pixels{map->w, map->h, map->n, {}};
  for (int row = 0; row < map->h; ++row) {
    pixels.samples.insert(pixels.samples.end(), map->samples + row * map->stride,
                          map->samples + row * map->stride + map->w * map->n);
  }
  fz_drop_pixmap(context, map);
  fz_drop_image(context, image);
  fz_drop_buffer(context, buffer);
  fz_drop_context(context);
  return pixels;
}

/// Dark pixels inside a box of the page, in per cent of all its pixels.
int darkness(const Pixels& pixels, const PageSize& size, const Box& box) {
  const auto scale = static_cast<double>(pixels.width) / size.width;
  int dark = 0;
  int all = 0;
  for (int y = static_cast<int>(box.top * scale); y < static_cast<int>(box.bottom * scale); ++y) {
    for (int x = static_cast<int>(box.left * scale); x < static_cast<int>(box.right * scale); ++x) {
      dark += pixels.is_dark(x, y) ? 1 : 0;
      ++all;
    }
  }
  return all == 0 ? 0 : 100 * dark / all;
}

const std::vector<std::vector<std::string>> kTable{
    {"指标", "符号", "指标值"}, {"培训人数", "", "二百五十"}, {"满意程度", "", "百分之九十"}};

class PagePicture : public testing::TestWithParam<PdfMaker::Turned> {};

// Whichever way a page is turned, its picture shows text where the reader says that it stands.
TEST_P(PagePicture, ShowsTheTextInItsBoxes) {
  PdfMaker maker;
  maker.page(kTable, GetParam());
  const auto bytes = maker.bytes();
  const auto document = read("a.pdf", bytes);
  ASSERT_TRUE(document);
  const auto sizes = page_sizes(bytes, 1, 9);
  ASSERT_TRUE(sizes);
  ASSERT_THAT(sizes->pages, SizeIs(1));
  const auto& size = sizes->pages.front();
  const auto png = page_picture(bytes, 1, 1000);
  ASSERT_TRUE(png) << png.error().message.key;
  const auto pixels = pixels_of(png->png);
  EXPECT_EQ(pixels.width, 1000);
  EXPECT_NEAR(pixels.height, 1000.0 * size.height / size.width, 1.0);
  EXPECT_EQ(pixels.components, 3);
  int boxes = 0;
  for (const auto& row : document->sheets.at(0).rows) {
    for (const auto& cell : row.cells) {
      for (const auto& box : cell.boxes) {
        EXPECT_GT(darkness(pixels, size, box), 2) << cell.text;
        ++boxes;
      }
    }
  }
  EXPECT_EQ(boxes, 7);
  EXPECT_EQ(darkness(pixels, size, {1, 0, 0, size.width, 3000}), 0);
}

INSTANTIATE_TEST_SUITE_P(, PagePicture,
                         testing::Values(PdfMaker::Turned{0, 0}, PdfMaker::Turned{1, 0},
                                         PdfMaker::Turned{0, 1}, PdfMaker::Turned{0, 2},
                                         PdfMaker::Turned{0, 3}, PdfMaker::Turned{3, 1}),
                         [](const auto& row) {
                           return "Rotate" + std::to_string(row.param.rotate) + "Content" +
                                  std::to_string(row.param.content);
                         });

TEST(PagePictures, OfWhatIsNotThereAreErrors) {
  PdfMaker maker;
  maker.page(kTable);
  const auto bytes = maker.bytes();
  EXPECT_EQ(page_picture(bytes, 2, 1000).error().message, (Text{"document.no_page", {"2", "1"}}));
  EXPECT_EQ(page_picture(bytes, 0, 1000).error().code, ErrorCode::not_found);
  EXPECT_EQ(page_picture("%PDF-1.5 and no more", 1, 1000).error().code, ErrorCode::invalid_input);
  EXPECT_EQ(page_sizes(bytes, 1, 0)->total, 1);
  EXPECT_THAT(page_sizes(bytes, 2, 9)->pages, SizeIs(0));
}

}  // namespace
}  // namespace jiheng::document
