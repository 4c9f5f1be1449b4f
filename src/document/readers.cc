#include "document/readers.h"

#include <algorithm>
#include <array>

#include "document/docx_reader.h"
#include "document/html_reader.h"
#include "document/ods_reader.h"
#include "document/pdf/pdf_reader.h"
#include "document/xls_reader.h"
#include "document/xlsx_reader.h"

namespace jiheng::document {
namespace {

/// Asked in this order; the first that recognises the bytes reads them.
constexpr std::array<const Reader*, 7> kReaders{&pdf_reader, &picture_reader, &xlsx_reader,
                                                &ods_reader, &docx_reader,    &xls_reader,
                                                &html_reader};

}  // namespace

const Reader* find_reader(std::string_view bytes) {
  const auto* const found =
      std::find_if(kReaders.begin(), kReaders.end(),
                   [bytes](const Reader* reader) { return reader->recognises(bytes); });
  return found == kReaders.end() ? nullptr : *found;
}

}  // namespace jiheng::document
