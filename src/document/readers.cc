#include "document/readers.h"

#include <algorithm>
#include <array>

#include "document/pdf/pdf_reader.h"

namespace jiheng::document {
namespace {

/// Asked in this order; the first that recognises the bytes reads them.
constexpr std::array<Reader, 1> kReaders{{
    {Format::pdf, recognises_pdf, read_pdf},
}};

}  // namespace

const Reader* find_reader(std::string_view bytes) {
  const auto* const found =
      std::find_if(kReaders.begin(), kReaders.end(),
                   [bytes](const Reader& reader) { return reader.recognises(bytes); });
  return found == kReaders.end() ? nullptr : found;
}

void prepare_readers() {
  for (const auto& reader : kReaders) {
    if (reader.prepare != nullptr) {
      reader.prepare();
    }
  }
}

}  // namespace jiheng::document
