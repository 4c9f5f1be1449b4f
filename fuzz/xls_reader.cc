// Any bytes behind the signature of an OLE file, so that the reader takes them for a workbook.
#include <cstddef>
#include <cstdint>
#include <string>

#include "document_rows.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kSignature = 8;
  std::string bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", kSignature);
  if (size > kSignature) {
    bytes.append(reinterpret_cast<const char*>(data) + kSignature, size - kSignature);
  }
  jiheng::fuzz::read_document(bytes);
  return 0;
}
