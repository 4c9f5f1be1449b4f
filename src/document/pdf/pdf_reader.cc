#include "document/pdf/pdf_reader.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "document/pages/grid.h"
#include "document/pages/stitch.h"
#include "document/pages/unruled.h"
#include "document/pdf/pdf_pages.h"
#include "document/scan/picture_format.h"
#include "document/scan/scan_page.h"

namespace jiheng::document {
namespace {

constexpr int kPointsPerInch = 72;

/// Takes pages in order; a run of pages without rules is held back until its columns are told.
class Assembly {
 public:
  Assembly(Content& content, const PageMeans& how)
      : content_(content), scans_(how.scans), taker_(how.taker) {
    if (taker_ != nullptr) {
      taker_->begin();
    }
  }

  /// Errors  those of `PdfPages::gray`.
  Result<void> add(PdfPages& pages, Page page) {
    const bool look = scans_ != nullptr && (page.scan_pixels > 0 || scans_->all_pages);
    if (look) {
      JH_TRY_DO(add_scan(pages, page));
    } else {
      add_held();
      if (page.scan_pixels > 0) {
        ++content_.unread_scans;
        textless_ += page.glyphs.empty() ? 1 : 0;
      }
      add(std::move(page));
    }
    keep(stitcher_.take_finished());
    if (taker_ != nullptr && rows_.size() >= kRowsAtOnce) {
      taker_->take(std::exchange(rows_, {}));
    }
    return {};
  }

  void finish(const PdfPages& pages) {
    add_held();
    end_run();
    if (pages.unknown_glyphs() > 0) {
      notice({"pdf.unknown_glyphs", {std::to_string(pages.unknown_glyphs())}});
    }
    if (textless_ > 0) {
      notice({"pdf.scanned", {std::to_string(textless_), std::to_string(pages.count())}});
    }
    if (!standing_.empty()) {
      notice({"scan.read",
              {std::to_string(standing_.size()), std::to_string(pages.count()),
               std::string(scans_->reader.name())}});
    }
    if (unread_lines_ > 0) {
      notice({"scan.unread_lines", {std::to_string(unread_lines_)}});
    }
    keep(stitcher_.finish());
    content_.sheets.push_back({.layout = Layout::grid, .rows = std::move(rows_)});
  }

 private:
  /// A page is held back until the next one tells whether its end cuts a line.
  Result<void> add_scan(PdfPages& pages, const Page& page) {
    constexpr int kUsualPixels = 300;  // to the inch
    const int pixels = page.scan_pixels > 0 ? page.scan_pixels
                                            : page.width / kPoint * kUsualPixels / kPointsPerInch;
    JH_TRY(const auto picture, pages.gray(page, pixels));
    auto scanned = read_scan(picture, page, scans_->reader, memory_);
    if (held_ && held_->page.number + 1 == page.number) {
      read_cut_lines(*held_, scanned, scans_->reader);
    }
    add_held();
    held_ = std::move(scanned);
    return {};
  }

  void add_held() {
    if (!held_) {
      return;
    }
    auto scanned = std::move(*std::exchange(held_, std::nullopt));
    if (scanned.is_print) {
      standing_[scanned.page.number] = scanned.standing;
      unread_lines_ += scanned.unread.size();
    } else {
      content_.notices.push_back({{"scan.no_print"}, {.page = scanned.page.number}});
    }
    add(std::move(scanned.page));
  }

  void keep(std::vector<Row> rows) {
    put_on_pictures(rows);
    std::ranges::move(rows, std::back_inserter(rows_));
  }

  /// Rows were put together on straight pages; a person looks at the pictures as they are.
  void put_on_pictures(std::vector<Row>& rows) const {
    for (auto& row : rows) {
      for (auto& cell : row.cells) {
        for (auto& box : cell.boxes) {
          if (const auto found = standing_.find(box.page); found != standing_.end()) {
            box = on_picture(box, found->second);
          }
        }
      }
    }
  }

  void add(Page page) {
    auto parts = take_apart(page);
    if (run_.takes(page, parts)) {
      run_.add(std::move(page), std::move(parts));
      if (run_.is_full()) {
        end_run();
      }
      return;
    }
    end_run();
    stitcher_.add(std::move(parts));
  }

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
  std::vector<Row> rows_{};  // finished, and not given on
  UnruledRun run_{};
  int textless_{};
  const ScanReading* scans_;
  RowTaker* taker_;
  LineMemory memory_{};
  std::size_t unread_lines_{};
  std::optional<ScannedPage> held_{};
  std::map<int, Standing> standing_{};  // of pages read from their picture
};

/// The mark within the first kilobyte, as other readers allow.
bool recognises_pdf(std::string_view bytes) {
  constexpr std::size_t kMarkWithin = 1024;
  return bytes.substr(0, kMarkWithin).find("%PDF-") != std::string_view::npos;
}

/// What is left of a PDF is read; that it is what is left is said.
void note_damage(const PdfPages& pages, Content& content) {
  if (pages.is_cut_off()) {
    content.notices.push_back({{"pdf.cut_off"}, {}});
  } else if (pages.is_repaired()) {
    content.notices.push_back({{"pdf.repaired"}, {}});
  }
}

Result<Content> read_pages(std::string_view bytes, const Limits& limits, const PageMeans& how) {
  JH_TRY(auto pages, PdfPages::open(bytes));
  const auto count = static_cast<std::size_t>(pages.count());
  if (count == 0 && pages.is_repaired()) {
    return fail(ErrorCode::invalid_input, {"document.broken", {"PDF", "no page is left of it"}});
  }
  if (count > limits.pages) {
    return fail(
        ErrorCode::invalid_input,
        {"document.too_many_pages", {"PDF", std::to_string(count), std::to_string(limits.pages)}});
  }
  Content content{.pages = count};
  Assembly assembly(content, how);
  std::size_t broken = 0;
  for (int number = 1; number <= pages.count(); ++number) {
    const auto damages = pages.damages();
    auto added = pages.page(number).and_then(
        [&](Page page) { return assembly.add(pages, std::move(page)); });
    if (added && pages.damages() > damages) {
      content.notices.push_back({{"pdf.page_damaged"}, {.page = number}});
    }
    if (!added) {
      // Nothing but broken pages is no document.
      if (++broken == count) {
        auto error = added.error();
        error.where = "p1";
        return tl::unexpected(std::move(error));
      }
      content.notices.push_back(
          {{"pdf.page_broken", added.error().message.args}, {.page = number}});
    }
  }
  assembly.finish(pages);
  note_damage(pages, content);
  return content;
}

}  // namespace

const Reader pdf_reader{
    .format = Format::pdf, .recognises = recognises_pdf, .read_pages = read_pages};

const Reader picture_reader{
    .format = Format::picture,
    .recognises = [](std::string_view bytes) { return picture_format(bytes).has_value(); },
    .read_pages = read_pages};

}  // namespace jiheng::document
