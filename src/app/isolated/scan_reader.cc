#include "app/isolated/scan_reader.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <utility>

#include "app/isolated/reader_pool.h"
#include "document/readers.h"
#include "document/scan/find_line_reader.h"

namespace jiheng::app {
namespace {

/// A page takes about a second; a scanned volume of a thousand pages is read, not given up.
ReaderLimits scan_limits(std::string line_reader) {
  ReaderLimits limits;
  limits.patience = std::chrono::minutes(30);
  limits.memory = std::size_t{2} << 30U;
  limits.grown = std::size_t{1} << 30U;
  limits.line_reader = std::move(line_reader);
  return limits;
}

tl::unexpected<Error> no_reader() {
  return fail(ErrorCode::unavailable, {"scan.no_reader"});
}

class ScanReader {
 public:
  ScanReader(unsigned processes, Ocr ocr, const std::string& line_reader)
      : ocr_(ocr),
        installed_(!line_reader.empty()),
        plain_(processes),
        scans_(processes, scan_limits(line_reader)) {}

  [[nodiscard]] Result<document::Content> read(std::string_view bytes,
                                               const document::Limits& limits,
                                               const std::stop_token& stop,
                                               document::RowTaker* taker) {
    if (ocr_ == Ocr::always && has_pages(bytes)) {
      return installed_ ? scans_.read(bytes, limits, Scans::all_pages_read, stop, taker)
                        : Result<document::Content>(no_reader());
    }
    auto content = plain_.read(bytes, limits, Scans::left, stop, taker);
    if (!content || content->unread_scans == 0 || ocr_ == Ocr::never) {
      return content;
    }
    if (!installed_) {
      content->notices.push_back({{"scan.no_reader"}});
      return content;
    }
    auto with_scans = scans_.read(bytes, limits, Scans::read, stop, taker);
    if (with_scans || stop.stop_requested()) {
      return with_scans;
    }
    if (taker != nullptr) {
      // The rows without scans are gone.
      content = plain_.read(bytes, limits, Scans::left, stop, taker);
    }
    if (content) {
      content->notices.push_back({with_scans.error().message});
    }
    return content;
  }

  [[nodiscard]] Result<document::Members> unpack(std::string_view bytes,
                                                 const document::Limits& limits,
                                                 const std::stop_token& stop) {
    return plain_.unpack(bytes, limits, stop);
  }

 private:
  static bool has_pages(std::string_view bytes) {
    const auto* const reader = document::find_reader(bytes);
    return reader != nullptr && reader->read_pages != nullptr;
  }

  Ocr ocr_;
  bool installed_;
  ReaderPool plain_;
  ReaderPool scans_;
};

}  // namespace

std::string installed_line_reader() {
  std::vector<std::string> folders;
  if (const char* const named = std::getenv("JIHENG_OCR"); named != nullptr && *named != '\0') {
    folders.emplace_back(named);
  }
  std::error_code unknown;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", unknown).parent_path();
  if (!unknown) {
    folders.push_back(program / "ocr");
    folders.push_back(program.parent_path() / "ocr");
  }
  return document::find_line_reader(folders);
}

Readers isolated_readers(unsigned processes, Ocr ocr) {
  // Shared because a std::function is copied, and all its copies read with the same processes.
  const auto reader = std::make_shared<ScanReader>(
      processes, ocr, ocr == Ocr::never ? "" : installed_line_reader());
  return {.reader =
              [reader](const std::stop_token& stop) {
                return [reader, stop](std::string_view bytes, const document::Limits& limits,
                                      document::RowTaker* taker) {
                  return reader->read(bytes, limits, stop, taker);
                };
              },
          .unpacker =
              [reader](const std::stop_token& stop) {
                return [reader, stop](std::string_view bytes, const document::Limits& limits) {
                  return reader->unpack(bytes, limits, stop);
                };
              }};
}

}  // namespace jiheng::app
