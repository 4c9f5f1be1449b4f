#include "document/pdf/page_device.h"

#include <mupdf/fitz.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "document/pages/turn.h"
#include "document/pdf/open_pdf.h"
#include "document/pdf/scanned.h"

namespace jiheng::document {
namespace {

/// A page with more than this is no page of text; what follows is left out, and counted as broken.
constexpr std::size_t kMostGlyphs = 1'000'000;
constexpr std::size_t kMostPageRules = 200'000;
/// A filled rectangle thinner than this, in points, is a rule.
constexpr float kThin = 2.5F;
/// A stroke that leaves its direction by less than this, in points, is straight.
constexpr float kStraight = 0.6F;

Length hundredths(float points) {
  // Nothing that matters stands beyond any page; up to here a hundred times a distance is a Length.
  constexpr float kFarthest = 1e5F;
  return static_cast<Length>(std::lround(std::clamp(points, -kFarthest, kFarthest) * 100.0F));
}

/// What the device collects. `turned` counts glyphs by the direction of their text: right, down,
/// left, up.
struct Collected {
  Page page{};
  PageMakeup makeup{};
  std::array<std::size_t, 4> turned{};
  std::size_t unknown{};
  bool overflow{};
};

struct Device {
  fz_device super;
  Collected* into;
};

bool is_blank_code(int code) {
  constexpr int kNoBreak = 0xA0;
  constexpr int kIdeographic = 0x3000;
  return (code >= 0 && code <= ' ') || code == kNoBreak || code == kIdeographic;
}

/// The font's ascent and descent, or usual ones where the font says nonsense.
struct Extent {
  float ascent;
  float descent;
};

Extent extent_of(fz_context* context, fz_font* font) {
  constexpr float kUsualAscent = 0.88F;
  constexpr float kUsualDescent = -0.15F;
  Extent extent{fz_font_ascender(context, font), fz_font_descender(context, font)};
  if (extent.ascent > 1.05F || extent.ascent <= 0) {
    extent.ascent = kUsualAscent;
  }
  if (extent.descent >= 0 || extent.descent < -0.5F) {
    extent.descent = kUsualDescent;
  }
  return extent;
}

std::size_t direction_of(const fz_matrix& matrix) {
  if (std::fabs(matrix.a) >= std::fabs(matrix.b)) {
    return matrix.a >= 0 ? 0 : 2;
  }
  return matrix.b >= 0 ? 1 : 3;
}

void add_glyph(Collected& into, const fz_rect& box, int code, std::size_t direction) {
  if (into.page.glyphs.size() >= kMostGlyphs) {
    into.overflow = true;
    return;
  }
  constexpr int kUnknown = 0xFFFD;
  const bool unknown = code < 0 || code == kUnknown || code > 0x10FFFF;
  into.unknown += unknown ? 1 : 0;
  ++into.turned.at(direction);
  into.page.glyphs.push_back({.left = hundredths(box.x0),
                              .top = hundredths(box.y0),
                              .right = hundredths(box.x1),
                              .bottom = hundredths(box.y1),
                              .point = static_cast<char32_t>(unknown ? kUnknown : code)});
}

fz_rect box_between(fz_point a, fz_point b) {
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

/// Where a page prints at the moment. What a document draws outside its clip is not seen: programs
/// write the text of a merged cell on every page it covers and let the clip hide it.
struct Window {
  fz_rect clip;

  [[nodiscard]] bool shows(const fz_rect& box) const {
    const float x = (box.x0 + box.x1) / 2;
    const float y = (box.y0 + box.y1) / 2;
    return x >= clip.x0 - 1 && x <= clip.x1 + 1 && y >= clip.y0 - 1 && y <= clip.y1 + 1;
  }

  /// What is seen of a box that is shown: a line cut by the page end stands where its seen part is.
  [[nodiscard]] fz_rect seen(const fz_rect& box) const {
    const auto part = fz_intersect_rect(box, clip);
    return fz_is_empty_rect(part) != 0 ? box : part;
  }
};

/// What adding text needs: where to, and what is seen of it.
struct TextTarget {
  Collected& into;
  fz_matrix page;
  Window window;
};

void add_span(fz_context* context, const TextTarget& target, const fz_text_span& span) {
  const auto extent = extent_of(context, span.font);
  for (int i = 0; i < span.len; ++i) {
    const auto& item = span.items[i];
    if (is_blank_code(item.ucs)) {
      continue;
    }
    auto matrix = span.trm;
    matrix.e = item.x;
    matrix.f = item.y;
    matrix = fz_concat(matrix, target.page);
    // Without a glyph of its own an item is a further character of a ligature.
    const float advance =
        item.gid >= 0 ? fz_advance_glyph(context, span.font, item.gid, static_cast<int>(span.wmode))
                      : 0.5F;
    const bool down = span.wmode != 0;
    const auto first = down ? fz_make_point(-0.5F, 0) : fz_make_point(0, extent.ascent);
    const auto last =
        down ? fz_make_point(0.5F, -std::fabs(advance)) : fz_make_point(advance, extent.descent);
    const auto box =
        box_between(fz_transform_point(first, matrix), fz_transform_point(last, matrix));
    if (target.window.shows(box)) {
      add_glyph(target.into, target.window.seen(box), item.ucs, direction_of(matrix));
    }
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

void add_rule(Collected& into, std::vector<Rule>& rules, const Rule& rule) {
  if (into.page.horizontal.size() + into.page.vertical.size() >= kMostPageRules) {
    into.overflow = true;
    return;
  }
  rules.push_back(rule);
}

void add_horizontal(Collected& into, float y, float x0, float x1) {
  add_rule(into, into.page.horizontal,
           {hundredths(y), hundredths(std::min(x0, x1)), hundredths(std::max(x0, x1))});
}

void add_vertical(Collected& into, float x, float y0, float y1) {
  add_rule(into, into.page.vertical,
           {hundredths(x), hundredths(std::min(y0, y1)), hundredths(std::max(y0, y1))});
}

/// Follows a path: straight strokes along an axis and thin filled rectangles are rules.
struct Walk {
  Collected* into;
  fz_matrix page;
  bool filled;
  fz_point current{};
  fz_point start{};
  fz_rect bounds{fz_infinite_rect};
  int points{};
  bool curved{};
};

void end_shape(Walk& walk) {
  constexpr int kRectanglePoints = 5;
  if (walk.filled && !walk.curved && walk.points >= 2 && walk.points <= kRectanglePoints) {
    const auto& box = walk.bounds;
    const float width = box.x1 - box.x0;
    const float height = box.y1 - box.y0;
    if (height <= kThin && (width > height || width <= kThin)) {
      add_horizontal(*walk.into, (box.y0 + box.y1) / 2, box.x0, box.x1);
    }
    if (width <= kThin && (height > width || height <= kThin)) {
      add_vertical(*walk.into, (box.x0 + box.x1) / 2, box.y0, box.y1);
    }
  }
  walk.points = 0;
  walk.curved = false;
}

void take_point(Walk& walk, fz_point point) {
  walk.bounds = walk.points == 0 ? fz_rect{point.x, point.y, point.x, point.y}
                                 : fz_include_point_in_rect(walk.bounds, point);
  ++walk.points;
  walk.current = point;
}

void take_stroke(Walk& walk, fz_point from, fz_point to) {
  if (walk.filled) {
    return;
  }
  const float across = std::fabs(from.x - to.x);
  const float down = std::fabs(from.y - to.y);
  if (down < kStraight && across > 1) {
    add_horizontal(*walk.into, (from.y + to.y) / 2, from.x, to.x);
  } else if (across < kStraight && down > 1) {
    add_vertical(*walk.into, (from.x + to.x) / 2, from.y, to.y);
  }
}

void move_to(fz_context* /*context*/, void* data, float x, float y) {
  auto& walk = *static_cast<Walk*>(data);
  end_shape(walk);
  take_point(walk, fz_transform_point_xy(x, y, walk.page));
  walk.start = walk.current;
}

void line_to(fz_context* /*context*/, void* data, float x, float y) {
  auto& walk = *static_cast<Walk*>(data);
  const auto point = fz_transform_point_xy(x, y, walk.page);
  take_stroke(walk, walk.current, point);
  take_point(walk, point);
}

// NOLINTNEXTLINE(readability-function-size): MuPDF's signature
void curve_to(fz_context* /*context*/, void* data, float /*x1*/, float /*y1*/, float /*x2*/,
              float /*y2*/, float x3, float y3) {
  auto& walk = *static_cast<Walk*>(data);
  take_point(walk, fz_transform_point_xy(x3, y3, walk.page));
  walk.curved = true;
}

void close_path(fz_context* /*context*/, void* data) {
  auto& walk = *static_cast<Walk*>(data);
  take_stroke(walk, walk.current, walk.start);
  walk.current = walk.start;
}

constexpr fz_path_walker kWalker{move_to, line_to, curve_to, close_path,
                                 nullptr, nullptr, nullptr,  nullptr};

void walk_path(fz_context* context, fz_device* device, const fz_path* path, const Walk& start) {
  Walk walk = start;
  walk.into = reinterpret_cast<Device*>(device)->into;
  ++walk.into->makeup.paths;
  fz_walk_path(context, path, &kWalker, &walk);
  end_shape(walk);
}

// NOLINTBEGIN(readability-function-size): MuPDF's signatures
void fill_path(fz_context* context, fz_device* device, const fz_path* path, int /*even_odd*/,
               fz_matrix page, fz_colorspace* /*space*/, const float* /*color*/, float alpha,
               fz_color_params /*params*/) {
  if (alpha > 0) {
    walk_path(context, device, path, {.into = nullptr, .page = page, .filled = true});
  }
}

void stroke_path(fz_context* context, fz_device* device, const fz_path* path,
                 const fz_stroke_state* /*stroke*/, fz_matrix page, fz_colorspace* /*space*/,
                 const float* /*color*/, float alpha, fz_color_params /*params*/) {
  if (alpha > 0) {
    walk_path(context, device, path, {.into = nullptr, .page = page, .filled = false});
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

using PageTurn = Turn<Length>;

void turn_rules(Page& page, const PageTurn& turn) {
  const auto horizontal = std::exchange(page.horizontal, {});
  const auto vertical = std::exchange(page.vertical, {});
  const auto add = [&](const Box& box) {
    if (box.top == box.bottom) {
      page.horizontal.push_back({box.top, box.left, box.right});
    } else {
      page.vertical.push_back({box.left, box.top, box.bottom});
    }
  };
  for (const auto& rule : horizontal) {
    add(turn({.left = rule.from, .top = rule.at, .right = rule.to, .bottom = rule.at}));
  }
  for (const auto& rule : vertical) {
    add(turn({.left = rule.at, .top = rule.from, .right = rule.at, .bottom = rule.to}));
  }
}

void turn_upright(Collected& collected) {
  auto& page = collected.page;
  const auto most = std::ranges::max_element(collected.turned);
  page.quarters = static_cast<int>(most - collected.turned.begin());
  if (page.quarters == 0) {
    return;
  }
  const auto turn = PageTurn::upright(page.quarters, page.width, page.height);
  for (auto& glyph : page.glyphs) {
    const auto box =
        turn({.left = glyph.left, .top = glyph.top, .right = glyph.right, .bottom = glyph.bottom});
    glyph = {box.left, box.top, box.right, box.bottom, glyph.point};
  }
  turn_rules(page, turn);
  if (turn.swaps_sides()) {
    std::swap(page.width, page.height);
  }
}

/// Runs a page's content through the device. Only plain values live between try and catch: MuPDF
/// leaves by longjmp, which runs no destructors.
bool run_page(fz_context* context, fz_document* document, int index, Collected& collected) {
  fz_page* page = nullptr;
  fz_device* device = nullptr;
  bool read = true;
  fz_var(page);
  fz_var(device);
  fz_var(read);
  fz_try(context) {
    page = fz_load_page(context, document, index);
    const auto bounds = fz_bound_page(context, page);
    collected.page.width = hundredths(bounds.x1 - bounds.x0);
    collected.page.height = hundredths(bounds.y1 - bounds.y0);
    device = static_cast<fz_device*>(fz_new_device_of_size(context, sizeof(Device)));
    reinterpret_cast<Device*>(device)->into = &collected;
    device->fill_text = fill_text;
    device->stroke_text = stroke_text;
    device->clip_text = clip_text;
    device->ignore_text = ignore_text;
    device->fill_path = fill_path;
    device->stroke_path = stroke_path;
    device->fill_image = fill_image;
    device->fill_image_mask = fill_image_mask;
    fz_run_page_contents(context, page, device, fz_translate(-bounds.x0, -bounds.y0), nullptr);
    fz_close_device(context, device);
  }
  fz_always(context) {
    fz_drop_device(context, device);
    fz_drop_page(context, page);
  }
  fz_catch(context) {
    read = false;
  }
  return read;
}

}  // namespace

PdfPages::PdfPages(std::unique_ptr<State> state) : state_(std::move(state)) {}

PdfPages::PdfPages(PdfPages&&) noexcept = default;
PdfPages& PdfPages::operator=(PdfPages&&) noexcept = default;
PdfPages::~PdfPages() = default;

Result<PdfPages> PdfPages::open(std::string_view bytes) {
  auto state = std::make_unique<State>();
  JH_TRY_DO(state->open(bytes));
  return PdfPages(std::move(state));
}

int PdfPages::count() const {
  return state_->count;
}

std::size_t PdfPages::unknown_glyphs() const {
  return state_->unknown;
}

Result<Page> PdfPages::page(int number) {
  Collected collected{.page = {.number = number}};
  if (!run_page(state_->context, state_->document, number - 1, collected) || collected.overflow) {
    const std::string reason =
        collected.overflow ? "too many glyphs or lines" : fz_caught_message(state_->context);
    return fail(ErrorCode::invalid_input, {"document.broken", {state_->format, reason}},
                "p" + std::to_string(number));
  }
  state_->unknown += collected.unknown;
  turn_upright(collected);
  collected.page.scan_pixels = scan_pixels(collected.page, collected.makeup);
  return std::move(collected.page);
}

}  // namespace jiheng::document
