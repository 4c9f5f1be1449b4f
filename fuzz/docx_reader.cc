// Any bytes as the main part of a Word document; bytes that are a container already, as they are.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "document_rows.h"
#include "zip_writer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const bool container = std::string_view(bytes).starts_with("PK");
  jiheng::fuzz::read_document(container ? bytes
                                        : jiheng::test::make_zip({{"word/document.xml", bytes}}));
  return 0;
}
