#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "app/reading_rows.h"
#include "app/summary.h"
#include "base/result.h"

namespace jiheng::app {

/// What a run wrote about one document.
struct JournalEntry {
  std::string source;
  std::string hash;  // SHA-256 of the document's bytes
  WrittenRows rows;
  std::string report;  // its line of the report
  Summary summary;     // of this document alone
};

/// What a long run has finished, on disk, so that the next one need not do it again.
///
/// Shape   a file of a heading, which names the key, and frames: the size of an entry, its SHA-256,
///         its bytes. What a crash cut or spoiled fails its hash; it and what follows is dropped.
/// One journal belongs to one process at a time. `find` is safe from several threads beside `add`.
class Journal {
 public:
  /// A journal that keeps nothing and knows nothing.
  Journal() = default;

  /// The entries of `path` that were written under the same `key`; it is made when missing.
  /// Errors  unavailable `journal.cannot_write` (args: the reason); conflict `journal.busy`:
  ///         another process has it; where: the path.
  [[nodiscard]] static Result<Journal> open(const std::string& path, std::string_view key);

  Journal(Journal&& other) noexcept;
  Journal& operator=(Journal&&) = delete;
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;
  /// Leaves the file when it holds an entry.
  ~Journal();

  /// How many entries earlier runs left.
  [[nodiscard]] std::size_t earlier() const {
    return entries_.size();
  }

  /// True when what is added will be found by the next run.
  [[nodiscard]] bool keeps() const {
    return file_ >= 0;
  }

  /// What an earlier run wrote about this document, if its bytes were the same.
  [[nodiscard]] std::optional<JournalEntry> find(std::string_view source,
                                                 std::string_view hash) const;

  /// Reaches the disk within a second.
  /// Errors  unavailable `journal.cannot_write`.
  [[nodiscard]] Result<void> add(const JournalEntry& entry);

  /// Lets everything added reach the disk now. Errors as `add`.
  [[nodiscard]] Result<void> sync();

  /// The work is done: the file goes.
  void remove();

 private:
  struct Stretch {
    std::uint64_t at{};
    std::size_t size{};
  };

  using Key = std::pair<std::string, std::string>;  // source, hash

  Journal(std::string path, int file) : path_(std::move(path)), file_(file) {}

  [[nodiscard]] Result<void> load(const std::string& heading);
  [[nodiscard]] Result<void> write(std::string_view bytes, std::uint64_t at);
  [[nodiscard]] tl::unexpected<Error> cannot_write() const;
  /// The payload of a frame that begins at `at`; nothing when it is not whole.
  [[nodiscard]] std::optional<Stretch> frame(std::uint64_t at) const;

  std::string path_{};
  int file_{-1};
  std::uint64_t end_{};
  bool has_entries_{};
  std::chrono::steady_clock::time_point synced_{};
  std::map<Key, Stretch> entries_{};
};

/// What has to be the same for two runs to give the same bytes: this very program with the packs
/// in it, and `settings`.
[[nodiscard]] std::string journal_key(std::string_view settings);

}  // namespace jiheng::app
