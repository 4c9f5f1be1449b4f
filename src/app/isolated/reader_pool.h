#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

#include "app/isolated/reader_process.h"
#include "app/isolated/starter.h"
#include "base/result.h"
#include "document/document.h"
#include "document/pdf/page_picture.h"

namespace jiheng::app {

/// Reads documents in other processes, which their bytes may crash, fill or hold up: that costs
/// the document alone. Processes start when they are first needed, read many documents, and are
/// replaced when one fails. Safe from several threads.
class ReaderPool {
 public:
  explicit ReaderPool(unsigned processes, ReaderLimits limits = {});
  ReaderPool(const ReaderPool&) = delete;
  ReaderPool& operator=(const ReaderPool&) = delete;
  ReaderPool(ReaderPool&&) = delete;
  ReaderPool& operator=(ReaderPool&&) = delete;
  /// No call is under way any more.
  ~ReaderPool() = default;

  /// Waits while `processes` documents are being read. When `stop` is asked for, the wait ends, or
  /// the process that reads. `taker` may be given rows before the rest comes.
  /// Errors  those of `ReaderProcess::start` and `ReaderProcess::ask`; unavailable
  ///         `document.given_up`.
  [[nodiscard]] Result<document::Content> read(std::string_view bytes,
                                               const document::Limits& limits,
                                               Scans scans = Scans::left,
                                               const std::stop_token& stop = {},
                                               document::RowTaker* taker = nullptr);

  /// The same, as `document::Unpacker`.
  [[nodiscard]] Result<document::Members> unpack(std::string_view bytes,
                                                 const document::Limits& limits,
                                                 const std::stop_token& stop = {});

  /// The same, as `document::PagePainter`.
  [[nodiscard]] Result<document::PageSizes> sizes(std::string_view bytes, int from, int limit);
  [[nodiscard]] Result<document::Picture> picture(std::string_view bytes, int page, int width);

 private:
  class Turn;
  using Process = std::unique_ptr<ReaderProcess>;

  template <typename OneWish>
  [[nodiscard]] Result<typename OneWish::Answer> ask(std::string_view bytes, const OneWish& wish,
                                                     const std::stop_token& stop = {},
                                                     document::RowTaker* taker = nullptr);
  /// A process that is fit: an idle one, else a new one.
  [[nodiscard]] Result<Process> find();
  [[nodiscard]] Process take_idle();

  ReaderLimits limits_;
  std::mutex mutex_{};
  std::condition_variable_any changed_{};
  unsigned turns_;  // how many more may read now
  std::optional<Starter> starter_{};
  std::vector<Process> idle_{};  // ends before the thread that started them
};

/// A pool as painting pages wants it; the pool lives as long as one of the functions. A person
/// waits for each: none stands behind a long import, for the processes are its own, and none takes
/// longer than 30 s.
[[nodiscard]] document::PagePainter isolated_painter(unsigned processes);

}  // namespace jiheng::app
