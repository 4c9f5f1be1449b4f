// Any bytes, read as running text.
#include <cstddef>
#include <cstdint>

#include "document_rows.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  jiheng::fuzz::read_document({reinterpret_cast<const char*>(data), size});
  return 0;
}
