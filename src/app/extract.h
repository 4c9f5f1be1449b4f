#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <variant>

#include "app/inputs.h"
#include "app/journal.h"
#include "app/reading.h"
#include "app/reading_rows.h"
#include "app/summary.h"
#include "intake/indicator_taker.h"

namespace jiheng::app {

/// What reading takes besides the document.
struct ReadingMeans {
  const Vocabulary& vocabulary;
  document::ContentReader reader{document::read_content};  // of what is not plain text
  document::Unpacker unpacker{document::unpack};           // of archives
  std::stop_token stop{};                                  // no more is read once it is asked for
  const Corrections* corrections{};                        // remembered ones; nullptr for none
};

/// Bytes to rows. Where there is a `taker` it is given the indicators as they are read, and the
/// reading holds none.
/// Errors  those of `document::read`, with the source in front of their place.
[[nodiscard]] Result<Reading> read_document(std::string_view source, std::string_view bytes,
                                            const ReadingMeans& means,
                                            intake::IndicatorTaker* taker = nullptr);

/// What reading many files gives, one call a document, in the order of the inputs and, in an
/// archive, of its files.
using EachReading = std::function<void(const Input& input, Result<Reading> reading)>;

/// Reads files with `jobs` threads. `each` is called from the calling thread, in input order, so
/// output does not depend on `jobs`. Standard input is read before the threads start. At most
/// 2 × `jobs` readings wait in memory. Gives how many inputs were read before `means.stop`.
std::size_t read_all(std::span<const Input> inputs, const ReadingMeans& means, unsigned jobs,
                     const EachReading& each);

/// What extracting takes: documents that `journal` has, with the same bytes, are not read again.
struct ExtractMeans {
  const ReadingMeans& reading;
  const Journal& journal;
  RowFormat format{};
  report::CsvFor csv{};
};

/// A document whose indicators were written as they were read: `reading` holds none.
struct WrittenReading {
  Reading reading;
  WrittenRows rows;
  Summary summary;
};

/// What an earlier run wrote about a document, or what reading it now gave.
using Extracted = std::variant<JournalEntry, Result<WrittenReading>>;

using EachExtracted = std::function<void(const Input& input, Extracted extracted)>;

/// As `read_all`, to rows as they are written.
std::size_t extract_all(std::span<const Input> inputs, const ExtractMeans& means, unsigned jobs,
                        const EachExtracted& each);

}  // namespace jiheng::app
