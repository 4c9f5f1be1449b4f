// Any bytes behind a first tag, so that the reader takes them for a web page.
#include <cstddef>
#include <cstdint>
#include <string>

#include "document_rows.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes = "<html>";
  bytes.append(reinterpret_cast<const char*>(data), size);
  jiheng::fuzz::read_document(bytes);
  return 0;
}
