// What has the mark of a PDF is read as it is, and its first page painted. Anything else becomes
// what is drawn on the pages of a PDF that is sound otherwise.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "document/pdf/page_picture.h"
#include "document_rows.h"
#include "parts.h"
#include "pdf_maker.h"

namespace {

using namespace jiheng;

std::string drawn(std::string_view bytes) {
  constexpr std::size_t kPages = 3;
  PdfMaker maker;
  for (const auto& part : fuzz::split_parts(bytes, kPages)) {
    maker.drawing(part);
  }
  return maker.bytes();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kPages = 20;
  constexpr int kPixels = 100;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const bool whole = bytes.find("%PDF-") != std::string_view::npos;
  const auto file = whole ? std::string(bytes) : drawn(bytes);
  fuzz::read_document(file, {.pages = kPages});
  static_cast<void>(document::page_picture(file, 1, kPixels));
  return 0;
}
