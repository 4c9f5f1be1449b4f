#include "document/pdf/pdf_reader.h"

#include "document/pages/grid.h"
#include "document/pages/stitch.h"
#include "document/pdf/page_device.h"

namespace jiheng::document {
namespace {

void add_notices(const PdfPages& pages, int scanned, std::vector<Notice>& notices) {
  if (pages.unknown_glyphs() > 0) {
    notices.push_back({{"pdf.unknown_glyphs", {std::to_string(pages.unknown_glyphs())}}, {}});
  }
  if (scanned > 0) {
    notices.push_back(
        {{"pdf.scanned", {std::to_string(scanned), std::to_string(pages.count())}}, {}});
  }
}

}  // namespace

bool recognises_pdf(std::string_view bytes) {
  constexpr std::size_t kMarkWithin = 1024;
  return bytes.substr(0, kMarkWithin).find("%PDF-") != std::string_view::npos;
}

Result<Content> read_pdf(std::string_view bytes, const Limits& limits) {
  JH_TRY(auto pages, PdfPages::open(bytes));
  const auto count = static_cast<std::size_t>(pages.count());
  if (count > limits.pages) {
    return fail(
        ErrorCode::invalid_input,
        {"document.too_many_pages", {"PDF", std::to_string(count), std::to_string(limits.pages)}});
  }
  Content content{.pages = count};
  Stitcher stitcher;
  int scanned = 0;
  std::size_t broken = 0;
  for (int number = 1; number <= pages.count(); ++number) {
    const auto page = pages.page(number);
    if (!page) {
      // Nothing but broken pages is no document.
      if (++broken == count) {
        auto error = page.error();
        error.where = "p1";
        return tl::unexpected(std::move(error));
      }
      content.notices.push_back({{"pdf.page_broken", page.error().message.args}, {.page = number}});
      continue;
    }
    scanned += page->glyphs.empty() ? 1 : 0;
    stitcher.add(take_apart(*page));
  }
  add_notices(pages, scanned, content.notices);
  content.sheets.push_back({.layout = Layout::grid, .rows = stitcher.finish()});
  return content;
}

}  // namespace jiheng::document
