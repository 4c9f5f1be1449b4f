#pragma once

#include <functional>
#include <span>
#include <string>

#include "app/inputs.h"
#include "document/document.h"
#include "domain/vocabulary.h"
#include "intake/intake.h"

namespace jiheng::app {

/// One document, read into rows.
struct Reading {
  std::string source;
  document::Format format{};
  Encoding encoding{};
  std::string hash;  // SHA-256 of the bytes
  std::size_t pages{};
  intake::Intake intake;
};

/// What reading takes besides the document.
struct ReadingMeans {
  const Vocabulary& vocabulary;
  document::ContentReader reader{document::read_content};  // of what is not plain text
  document::Unpacker unpacker{document::unpack};           // of archives
  const Corrections* corrections{};                        // remembered ones; nullptr for none
};

/// Makes what reads `jobs` documents at once that are not plain text.
using MakeReader = std::function<document::ContentReader(unsigned jobs)>;

/// Reads them in this process, where a bad document is felt: for tests. The program uses
/// `isolated_reader`.
[[nodiscard]] document::ContentReader reader_here(unsigned jobs);

/// Bytes to rows.
/// Errors  those of `document::read`, with the source in front of their place.
[[nodiscard]] Result<Reading> read_document(std::string_view source, std::string_view bytes,
                                            const ReadingMeans& means);

/// What reading many files gives, one call a document, in the order of the inputs and, in an
/// archive, of its files.
using EachReading = std::function<void(const Input& input, Result<Reading> reading)>;

/// Reads files with `jobs` threads. `each` is called from the calling thread, in input order, so
/// output does not depend on `jobs`. Standard input is read before the threads start. At most
/// 2 × `jobs` readings wait in memory.
void read_all(std::span<const Input> inputs, const ReadingMeans& means, unsigned jobs,
              const EachReading& each);

}  // namespace jiheng::app
