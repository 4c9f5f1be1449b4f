// What begins like a ZIP is read as it is. Anything else becomes the tables and the styles of a
// spreadsheet that is sound otherwise.
#include <cstddef>
#include <cstdint>

#include "document_rows.h"
#include "ods_maker.h"
#include "parts.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with("PK")) {
    jiheng::fuzz::read_document(bytes);
    return 0;
  }
  const auto parts = jiheng::fuzz::split_parts(bytes, 2);
  jiheng::fuzz::read_document(jiheng::test::make_ods(parts[0], parts[1]));
  return 0;
}
