#include "document/pdf/pdf_pages.h"

#include <mupdf/pdf.h>

#include <algorithm>
#include <utility>

#include "document/pages/turn.h"
#include "document/pdf/attempt.h"
#include "document/pdf/content_run.h"
#include "document/pdf/open_pdf.h"
#include "document/pdf/page_device.h"
#include "document/pdf/page_marks.h"
#include "document/pdf/scanned.h"

namespace jiheng::document {
namespace {

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

void turn_upright(PageMarks& marks) {
  auto& page = marks.page;
  const auto most = std::ranges::max_element(marks.turned);
  page.quarters = static_cast<int>(most - marks.turned.begin());
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

/// What stands on a page: read by this program where its content is plain, else by MuPDF.
bool read_marks(PdfPages::State& state, int number, PageMarks& marks) {
  auto* context = state.context;
  fz_page* page = nullptr;
  fz_rect bounds{};
  fz_var(page);
  fz_var(bounds);
  const bool loaded = attempt(context, [&] {
    page = fz_load_page(context, state.document, number - 1);
    bounds = fz_bound_page(context, page);
  });
  const PageMarks empty{.page = {.number = number,
                                 .width = hundredths(bounds.x1 - bounds.x0),
                                 .height = hundredths(bounds.y1 - bounds.y0)}};
  const auto placed = fz_translate(-bounds.x0, -bounds.y0);
  bool read = false;
  if (auto* plain = loaded ? pdf_page_from_fz_page(context, page) : nullptr) {
    marks = empty;
    state.fonts->begin_page();
    read = ContentRun(context, *state.fonts, marks).run(plain, placed);
  }
  if (loaded && !read) {
    marks = empty;
    read = run_device(context, page, placed, marks);
  }
  fz_drop_page(context, page);
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

std::size_t PdfPages::damages() const {
  return state_->damages;
}

bool PdfPages::is_repaired() const {
  auto* pdf = pdf_specifics(state_->context, state_->document);
  return pdf != nullptr && pdf_was_repaired(state_->context, pdf) != 0;
}

bool PdfPages::is_cut_off() const {
  return !state_->ends && is_repaired();
}

Result<Page> PdfPages::page(int number) {
  PageMarks marks;
  // A warning that repeats the one before is held back otherwise.
  fz_flush_warnings(state_->context);
  if (!read_marks(*state_, number, marks) || marks.overflow) {
    const std::string reason =
        marks.overflow ? "too many glyphs or lines" : fz_caught_message(state_->context);
    return fail(ErrorCode::invalid_input, {"document.broken", {state_->format, reason}},
                "p" + std::to_string(number));
  }
  state_->unknown += marks.unknown;
  turn_upright(marks);
  marks.page.scan_pixels = scan_pixels(marks.page, marks.makeup);
  return std::move(marks.page);
}

}  // namespace jiheng::document
