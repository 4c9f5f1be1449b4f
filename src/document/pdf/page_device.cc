#include "document/pdf/page_device.h"

#include <algorithm>
#include <cmath>

#include "document/pdf/attempt.h"

namespace jiheng::document {
namespace {

struct Device {
  fz_device super;
  PageMarks* into;
};

/// What adding text needs: where to, and what is seen of it.
struct TextTarget {
  PageMarks& into;
  fz_matrix page;
  Window window;
};

void add_span(fz_context* context, const TextTarget& target, const fz_text_span& span) {
  ShownCharacter character{.extent = extent_of(context, span.font), .down = span.wmode != 0};
  for (int i = 0; i < span.len; ++i) {
    const auto& item = span.items[i];
    auto matrix = span.trm;
    matrix.e = item.x;
    matrix.f = item.y;
    character.code = item.ucs;
    character.advance =
        item.gid >= 0 ? fz_advance_glyph(context, span.font, item.gid, static_cast<int>(span.wmode))
                      : kFurtherAdvance;
    add_character(target.into, character, fz_concat(matrix, target.page), target.window);
  }
}

void add_text(fz_context* context, fz_device* device, const fz_text* text, fz_matrix page) {
  const TextTarget target{
      *reinterpret_cast<Device*>(device)->into, page, {fz_device_current_scissor(context, device)}};
  for (const auto* span = text->head; span != nullptr; span = span->next) {
    add_span(context, target, *span);
  }
}

void add_visible_text(fz_context* context, fz_device* device, const fz_text* text, fz_matrix page) {
  auto& into = *reinterpret_cast<Device*>(device)->into;
  const auto before = into.page.glyphs.size();
  add_text(context, device, text, page);
  into.makeup.visible += into.page.glyphs.size() - before;
}

// NOLINTBEGIN(readability-function-size): MuPDF's signatures
void fill_text(fz_context* context, fz_device* device, const fz_text* text, fz_matrix page,
               fz_colorspace* /*space*/, const float* /*color*/, float /*alpha*/,
               fz_color_params /*params*/) {
  add_visible_text(context, device, text, page);
}

void stroke_text(fz_context* context, fz_device* device, const fz_text* text,
                 const fz_stroke_state* /*stroke*/, fz_matrix page, fz_colorspace* /*space*/,
                 const float* /*color*/, float /*alpha*/, fz_color_params /*params*/) {
  add_visible_text(context, device, text, page);
}

// NOLINTEND(readability-function-size)

void clip_text(fz_context* context, fz_device* device, const fz_text* text, fz_matrix page,
               fz_rect /*scissor*/) {
  add_visible_text(context, device, text, page);
}

void ignore_text(fz_context* context, fz_device* device, const fz_text* text, fz_matrix page) {
  add_text(context, device, text, page);
}

PathWalk& walk_of(void* data) {
  return *static_cast<PathWalk*>(data);
}

void move_to(fz_context* /*context*/, void* data, float x, float y) {
  walk_of(data).move_to(x, y);
}

void line_to(fz_context* /*context*/, void* data, float x, float y) {
  walk_of(data).line_to(x, y);
}

// NOLINTNEXTLINE(readability-function-size): MuPDF's signature
void curve_to(fz_context* /*context*/, void* data, float /*x1*/, float /*y1*/, float /*x2*/,
              float /*y2*/, float x3, float y3) {
  walk_of(data).curve_to(x3, y3);
}

void close_path(fz_context* /*context*/, void* data) {
  walk_of(data).close();
}

constexpr fz_path_walker kWalker{move_to, line_to, curve_to, close_path,
                                 nullptr, nullptr, nullptr,  nullptr};

void walk_path(fz_context* context, fz_device* device, const fz_path* path, const fz_matrix& page,
               bool filled) {
  PathWalk walk(*reinterpret_cast<Device*>(device)->into, page, filled);
  fz_walk_path(context, path, &kWalker, &walk);
  walk.end();
}

// NOLINTBEGIN(readability-function-size): MuPDF's signatures
void fill_path(fz_context* context, fz_device* device, const fz_path* path, int /*even_odd*/,
               fz_matrix page, fz_colorspace* /*space*/, const float* /*color*/, float alpha,
               fz_color_params /*params*/) {
  if (alpha > 0) {
    walk_path(context, device, path, page, true);
  }
}

void stroke_path(fz_context* context, fz_device* device, const fz_path* path,
                 const fz_stroke_state* /*stroke*/, fz_matrix page, fz_colorspace* /*space*/,
                 const float* /*color*/, float alpha, fz_color_params /*params*/) {
  if (alpha > 0) {
    walk_path(context, device, path, page, false);
  }
}

// NOLINTEND(readability-function-size)

/// How much of the page an image covers, and how fine it is.
void add_image(fz_context* context, fz_device* device, const fz_image* image, fz_matrix page) {
  auto& into = *reinterpret_cast<Device*>(device)->into;
  const auto seen = fz_intersect_rect(fz_transform_rect(fz_unit_rect, page),
                                      fz_device_current_scissor(context, device));
  const float all = static_cast<float>(into.page.width) * static_cast<float>(into.page.height);
  if (fz_is_empty_rect(seen) != 0 || all <= 0) {
    return;
  }
  auto& makeup = into.makeup;
  makeup.covered += (seen.x1 - seen.x0) * (seen.y1 - seen.y0) * kPoint * kPoint / all;
  if (const float across = std::hypot(page.a, page.b); across > 1) {
    makeup.image_resolution =
        std::max(makeup.image_resolution, static_cast<float>(image->w) / across);
  }
}

// NOLINTBEGIN(readability-function-size): MuPDF's signatures
void fill_image(fz_context* context, fz_device* device, fz_image* image, fz_matrix page,
                float /*alpha*/, fz_color_params /*params*/) {
  add_image(context, device, image, page);
}

void fill_image_mask(fz_context* context, fz_device* device, fz_image* image, fz_matrix page,
                     fz_colorspace* /*space*/, const float* /*color*/, float /*alpha*/,
                     fz_color_params /*params*/) {
  add_image(context, device, image, page);
}

// NOLINTEND(readability-function-size)

}  // namespace

bool run_device(fz_context* context, fz_page* page, const fz_matrix& placed, PageMarks& marks) {
  fz_device* device = nullptr;
  fz_var(device);
  const bool read = attempt(context, [&] {
    device = static_cast<fz_device*>(fz_new_device_of_size(context, sizeof(Device)));
    reinterpret_cast<Device*>(device)->into = &marks;
    device->fill_text = fill_text;
    device->stroke_text = stroke_text;
    device->clip_text = clip_text;
    device->ignore_text = ignore_text;
    device->fill_path = fill_path;
    device->stroke_path = stroke_path;
    device->fill_image = fill_image;
    device->fill_image_mask = fill_image_mask;
    fz_run_page_contents(context, page, device, placed, nullptr);
    fz_close_device(context, device);
  });
  fz_drop_device(context, device);
  return read;
}

}  // namespace jiheng::document
