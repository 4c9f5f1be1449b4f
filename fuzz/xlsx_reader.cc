// What begins like a ZIP is read as it is. Anything else becomes the worksheet, the shared strings,
// the styles and the defined names of a workbook that is sound otherwise.
#include <cstddef>
#include <cstdint>

#include "document_rows.h"
#include "parts.h"
#include "xlsx_maker.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with("PK")) {
    jiheng::fuzz::read_document(bytes);
    return 0;
  }
  auto parts = jiheng::fuzz::split_parts(bytes, 4);
  jiheng::fuzz::read_document(jiheng::test::make_xlsx({.sheet = std::move(parts[0]),
                                                       .strings = std::move(parts[1]),
                                                       .styles = std::move(parts[2]),
                                                       .names = std::move(parts[3])}));
  return 0;
}
