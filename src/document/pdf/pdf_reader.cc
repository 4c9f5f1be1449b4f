#include "document/pdf/pdf_reader.h"

#include "document/pages/grid.h"
#include "document/pages/stitch.h"
#include "document/pages/unruled.h"
#include "document/pdf/page_device.h"

namespace jiheng::document {
namespace {

/// Takes pages in order; a run of pages without rules is held back until its columns are told.
class Assembly {
 public:
  explicit Assembly(Content& content) : content_(content) {}

  void add(Page page) {
    scanned_ += page.glyphs.empty() ? 1 : 0;
    auto parts = take_apart(page);
    if (UnruledRun::belongs(page, parts)) {
      run_.add(std::move(page), std::move(parts));
      if (run_.is_full()) {
        end_run();
      }
      return;
    }
    end_run();
    stitcher_.add(std::move(parts));
  }

  void finish(const PdfPages& pages) {
    end_run();
    if (pages.unknown_glyphs() > 0) {
      notice({"pdf.unknown_glyphs", {std::to_string(pages.unknown_glyphs())}});
    }
    if (scanned_ > 0) {
      notice({"pdf.scanned", {std::to_string(scanned_), std::to_string(pages.count())}});
    }
    content_.sheets.push_back({.layout = Layout::grid, .rows = stitcher_.finish()});
  }

 private:
  void end_run() {
    if (run_.empty()) {
      return;
    }
    const auto first = run_.first_page();
    const auto last = run_.last_page();
    auto told = run_.tell();
    if (told.found) {
      notice({"pdf.unruled", {std::to_string(first), std::to_string(last)}});
    }
    for (auto& parts : told.pages) {
      stitcher_.add(std::move(parts));
    }
  }

  void notice(Text message) {
    content_.notices.push_back({std::move(message), {}});
  }

  Content& content_;
  Stitcher stitcher_{};
  UnruledRun run_{};
  int scanned_{};
};

/// The mark within the first kilobyte, as other readers allow.
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
  Assembly assembly(content);
  std::size_t broken = 0;
  for (int number = 1; number <= pages.count(); ++number) {
    auto page = pages.page(number);
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
    assembly.add(*std::move(page));
  }
  assembly.finish(pages);
  return content;
}

}  // namespace

const Reader pdf_reader{.format = Format::pdf, .recognises = recognises_pdf, .read = read_pdf};

}  // namespace jiheng::document
