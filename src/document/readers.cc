#include "document/readers.h"

#include <algorithm>
#include <array>

namespace jiheng::document {
namespace {

/// Asked in this order; the first that recognises the bytes reads them.
constexpr std::array<Reader, 0> kReaders{{}};

}  // namespace

const Reader* find_reader(std::string_view bytes) {
  const auto* const found =
      std::find_if(kReaders.begin(), kReaders.end(),
                   [bytes](const Reader& reader) { return reader.recognises(bytes); });
  return found == kReaders.end() ? nullptr : found;
}

}  // namespace jiheng::document
