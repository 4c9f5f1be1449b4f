#include "document/pdf/page_picture.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "document/pages/turn.h"
#include "document/pdf/open_pdf.h"
#include "document/pdf/pdf_pages.h"
#include "document/scan/seals.h"

namespace jiheng::document {
namespace {

constexpr float kMostPixelsHigh = 10'000;

/// Where the page's content goes on the picture, and how large that is.
struct Canvas {
  fz_matrix page{};
  int width{};
  int height{};
};

Canvas canvas_of(const fz_rect& bounds, int quarters, int pixels) {
  float width = bounds.x1 - bounds.x0;
  float height = bounds.y1 - bounds.y0;
  const auto turn = Turn<float>::upright(quarters, width, height);
  if (turn.swaps_sides()) {
    std::swap(width, height);
  }
  const float scale = std::min(static_cast<float>(pixels) / std::max(width, 1.0F),
                               kMostPixelsHigh / std::max(height, 1.0F));
  const auto placed = fz_concat(fz_translate(-bounds.x0, -bounds.y0),
                                fz_make_matrix(turn.a, turn.b, turn.c, turn.d, turn.e, turn.f));
  return {fz_concat(placed, fz_scale(scale, scale)),
          std::max(1, static_cast<int>(std::lround(width * scale))),
          std::max(1, static_cast<int>(std::lround(height * scale)))};
}

/// The page, red green blue on white; nothing when MuPDF fails. The caller drops it.
fz_pixmap* paint(fz_context* context, fz_document* document, const Page& read, int pixels) {
  fz_page* page = nullptr;
  fz_pixmap* picture = nullptr;
  fz_device* device = nullptr;
  fz_var(page);
  fz_var(picture);
  fz_var(device);
  fz_try(context) {
    page = fz_load_page(context, document, read.number - 1);
    const auto canvas = canvas_of(fz_bound_page(context, page), read.quarters, pixels);
    picture =
        fz_new_pixmap(context, fz_device_rgb(context), canvas.width, canvas.height, nullptr, 0);
    fz_clear_pixmap_with_value(context, picture, 0xFF);
    device = fz_new_draw_device(context, fz_identity, picture);
    fz_run_page(context, page, device, canvas.page, nullptr);
    fz_close_device(context, device);
  }
  fz_always(context) {
    fz_drop_device(context, device);
    fz_drop_page(context, page);
  }
  fz_catch(context) {
    fz_drop_pixmap(context, picture);
    picture = nullptr;
  }
  return picture;
}

/// The page as PNG; nothing when MuPDF fails. The caller drops it.
fz_buffer* png_of(fz_context* context, fz_pixmap* picture) {
  fz_buffer* png = nullptr;
  fz_var(png);
  fz_try(context) {
    png = fz_new_buffer_from_pixmap_as_png(context, picture, fz_default_color_params);
  }
  fz_catch(context) {
    png = nullptr;
  }
  return png;
}

tl::unexpected<Error> not_painted(const PdfPages::State& state, int number) {
  return fail(ErrorCode::invalid_input,
              {"document.broken", {state.format, fz_caught_message(state.context)}},
              "p" + std::to_string(number));
}

}  // namespace

Result<std::string> PdfPages::picture(int number, int width) {
  // Reading tells which way is up.
  JH_TRY(const auto read, page(number));
  auto* const context = state_->context;
  auto* const painted = paint(context, state_->document, read, width);
  auto* const png = painted == nullptr ? nullptr : png_of(context, painted);
  fz_drop_pixmap(context, painted);
  if (png == nullptr) {
    return not_painted(*state_, number);
  }
  unsigned char* bytes = nullptr;
  const auto size = fz_buffer_storage(context, png, &bytes);
  std::string picture(reinterpret_cast<const char*>(bytes), size);
  fz_drop_buffer(context, png);
  return picture;
}

Result<GrayPicture> PdfPages::gray(const Page& read, int width) {
  auto* const context = state_->context;
  auto* const painted = paint(context, state_->document, read, width);
  if (painted == nullptr) {
    return not_painted(*state_, read.number);
  }
  constexpr double kInch = 72.0 * kPoint;
  const auto pixels = fz_pixmap_width(context, painted);
  const auto dpi = static_cast<int>(std::lround(pixels * kInch / std::max(read.width, Length{1})));
  auto picture = gray_without_seals({.width = pixels,
                                     .height = fz_pixmap_height(context, painted),
                                     .stride = fz_pixmap_stride(context, painted),
                                     .points = fz_pixmap_samples(context, painted)},
                                    dpi);
  fz_drop_pixmap(context, painted);
  return picture;
}

Result<PageSizes> page_sizes(std::string_view bytes, int from, int limit) {
  constexpr PageSize kA4{.width = 59'528, .height = 84'189};
  JH_TRY(auto pages, PdfPages::open(bytes));
  PageSizes sizes{.total = pages.count()};
  const int last = std::min(sizes.total, from + limit - 1);
  for (int number = from; number <= last; ++number) {
    const auto page = pages.page(number);
    sizes.pages.push_back({.number = number,
                           .width = page ? page->width : kA4.width,
                           .height = page ? page->height : kA4.height});
  }
  return sizes;
}

Result<Picture> page_picture(std::string_view bytes, int number, int width) {
  JH_TRY(auto pages, PdfPages::open(bytes));
  if (number < 1 || number > pages.count()) {
    return fail(ErrorCode::not_found,
                {"document.no_page", {std::to_string(number), std::to_string(pages.count())}});
  }
  JH_TRY(auto png, pages.picture(number, width));
  return Picture{std::move(png)};
}

}  // namespace jiheng::document
